import { counted } from '#language/counted.ts';

test.each([
  [0, '0 services are in'],
  [1, '1 service is in'],
  [2, '2 services are in'],
  [21, '21 services are in'],
])('%i as an officer reads it', (count, expected) => {
  expect(counted(count, 'service is in', 'services are in')).toBe(expected);
});

test('what takes an s needs no second word', () => {
  expect([1, 2].map((count) => counted(count, 'fault'))).toEqual(['1 fault', '2 faults']);
});

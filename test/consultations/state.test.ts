import { stateOf } from '#consultations/state.ts';

const definition = { opensAt: '2026-11-01T00:00:00.000Z', closesAt: '2027-02-01T00:00:00.000Z' };
const published = { publishedAt: new Date('2026-10-01T09:00:00Z'), closedAt: null, definition };

describe('a consultation', () => {
  test.each([
    ['before it opens', '2026-10-31T23:59:59.999Z', 'notYetOpen'],
    ['opens at its opening time', '2026-11-01T00:00:00.000Z', 'open'],
    ['is open to the last moment', '2027-01-31T23:59:59.999Z', 'open'],
    ['closes at the closing time, not after', '2027-02-01T00:00:00.000Z', 'closed'],
  ])('%s', (_, now, state) => {
    expect(stateOf(published, new Date(now))).toBe(state);
  });

  test('is a draft until it is published, whatever its dates', () => {
    expect(stateOf({ ...published, publishedAt: null }, new Date('2026-12-01'))).toBe('draft');
  });

  test('stays closed once an officer has closed it', () => {
    expect(stateOf({ ...published, closedAt: new Date('2026-11-15T12:00:00Z') }, new Date('2026-11-15T12:00:00Z'))).toBe('closed');
  });
});

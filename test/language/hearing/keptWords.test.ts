import fc from 'fast-check';
import { keptWords, notKept, withoutContacts } from '#language/hearing/keptWords.ts';
import { hearPostcode } from '#language/hearing/postcodes.ts';

describe('what is kept of what somebody said', () => {
  it.each([
    ['NN16 0AP', 'NN16'],
    ['nn160ap', 'NN16'],
    [' N N 1 6 0 A P ', 'NN16'],
    ['NN1 60AP', 'NN16'],
    ['nn16 oap', 'NN16'],
    ['food near nn16 0ap please', 'food near NN16 please'],
    ['I live at NN1 60AP, by the park', 'I live at NN16, by the park'],
    ['NN16 0AP or NN8 1AA', 'NN16 or NN8'],
    ['NN16 0AP 1AA', 'NN16'],
    ['mieszkam w NN16-0AP', 'mieszkam w NN16'],
  ])('of %j it is %j', (said, kept) => {
    expect(keptWords(said)).toBe(kept);
  });

  it.each([
    '07700 900123',
    '07700900123',
    '+44 7700 900123',
    '+44 (0)7700 900123',
    '0044 7700 900123',
    '7700 900123',
    '7700-900-123',
    '447700900123',
    'O77OO 9OO123',
    '07700 - 900123',
    '07700 900   123',
    '07700, 900 123',
    '07700/900123',
    '07700–900123',
    '07700_900123',
    '01632 960199',
    '(01632) 960-199',
    '020 7946 0123',
    '+1 500 555 0006',
    'ann@thornby.example',
  ])('of %j it is nothing', (said) => {
    expect(keptWords(said)).toBe(said.startsWith('(') ? `(${notKept}` : notKept);
    expect(keptWords(`ring me: ${said.replace('(', '')} thanks`)).toBe(`ring me: ${notKept} thanks`);
  });

  it.each([
    '1',
    'NN16',
    'I live in NN16',
    'the second one',
    '12 December 2026',
    '01.12.2026 10',
    '1-12-2026 10:30',
    '2026-12-01 10:30 to 2026-12-01 12:30',
    'about 1500000 pounds',
    '1,000,000,000',
    'so 1st of May, no 2nd, go 4th',
    'open 10 to 12, 2 to 4',
    '2K46-M8R9-X3HC',
    'Bus 10 or 12a at 8.15',
    'reference 01234567-8901-4416-9012-012345678901',
    'part no. AB07700900123',
  ])('of %j it is all', (said) => {
    expect(keptWords(said)).toBe(said);
  });

  it('of an answer in own words is the place that it speaks of, and no number', () => {
    const said = 'The bus from NN9 5UR does not run: 07700 900123, ann@thornby.example';
    expect(withoutContacts('ring.07700 900123')).toBe(`ring.${notKept}`);
    expect(withoutContacts(said)).toBe(`The bus from NN9 5UR does not run: ${notKept}, ${notKept}`);
  });

  it('of a reference of any figures is all', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => expect(withoutContacts(`the bus, ${id}`)).toBe(`the bus, ${id}`)),
      { numRuns: 5000 },
    );
  });

  const letters = fc.stringMatching(/^[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}$/);
  const talk = fc.array(fc.oneof(letters, fc.stringMatching(/^[a-zA-Z0-9 ,.-]{0,12}$/)), { maxLength: 6 }).map((parts) => parts.join(' '));

  it('never holds a full postcode, and kept again is the same', () => {
    fc.assert(
      fc.property(talk, (said) => {
        const kept = keptWords(said);
        const heard = hearPostcode(kept);
        expect(heard.ok && heard.value.postcode !== heard.value.outcode).toBe(false);
        expect(keptWords(kept)).toBe(kept);
      }),
      { numRuns: 2000 },
    );
  });
});

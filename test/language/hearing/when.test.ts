import fc from 'fast-check';
import { londonDay } from '#calendar/londonDay.ts';
import { hearWhen, rangeOf } from '#language/hearing/when.ts';
import { type Language, languages } from '#language/languages.ts';

/** A Monday. */
const now = new Date('2026-11-23T10:00:00Z');

function inALine(said: string, language: Language = 'en-GB', at = now): string {
  const { days, part, rest } = hearWhen(said, language, at);
  const when = days ? (days.first === days.last ? days.first : `${days.first} to ${days.last}`) : 'any day';
  return [when, part, rest && `| ${rest}`].filter(Boolean).join(' ');
}

test.each([
  ["what's on this weekend near NN16", "2026-11-28 to 2026-11-29 | what's on near nn16"],
  ['anything for toddlers Thursday morning', '2026-11-26 morning | anything for toddlers'],
  ['at Kettering library', 'any day | at kettering library'],
  ['today', '2026-11-23'],
  ['tonight', '2026-11-23 evening'],
  ['tomorrow afternoon', '2026-11-24 afternoon'],
  ['next weekend', '2026-12-05 to 2026-12-06'],
  ['this week', '2026-11-23 to 2026-11-29'],
  ['next week', '2026-11-30 to 2026-12-06'],
  ['next month', '2026-12-01 to 2026-12-31'],
  ['in December', '2026-12-01 to 2026-12-31 | in'],
  ['the next 7 days', '2026-11-23 to 2026-11-30 | the'],
  ['28/11', '2026-11-28'],
  ['on 28 November 2026', '2026-11-28 | on'],
  ['bingo on a Friday night', '2026-11-27 evening | bingo on a'],
  ['boxing day walks', '2026-12-26 | walks'],
  ['thurdsay', '2026-11-26'],
  ['yesterday', 'any day | yesterday'],
  ['30/02', 'any day | 30/02'],
  ['lego club for 5 year olds', 'any day | lego club for 5 year olds'],
  ['may I come', 'any day | may i come'],
  ['', 'any day'],
])('%s is %s', (said, expected) => {
  expect(inALine(said)).toBe(expected);
});

test.each<[Language, string, string]>([
  ['pl', 'co się dzieje w sobotę rano koło NN16', '2026-11-28 morning | co sie dzieje w kolo nn16'],
  ['pl', 'w ten weekend', '2026-11-28 to 2026-11-29'],
  ['pl', 'w przyszłym tygodniu', '2026-11-30 to 2026-12-06'],
  ['pl', 'dziś wieczorem', '2026-11-23 evening'],
  ['ro', 'ce e weekendul acesta lângă Thornby', '2026-11-28 to 2026-11-29 | ce e langa thornby'],
  ['ro', 'mâine dimineață', '2026-11-24 morning'],
  ['ro', 'săptămâna viitoare', '2026-11-30 to 2026-12-06'],
  ['lt', 'kas vyksta šį savaitgalį prie bibliotekos', '2026-11-28 to 2026-11-29 | kas vyksta prie bibliotekos'],
  ['lt', 'rytoj vakare', '2026-11-24 evening'],
  ['lt', 'this weekend', '2026-11-28 to 2026-11-29'],
])('%s: %s is %s', (language, said, expected) => {
  expect(inALine(said, language)).toBe(expected);
});

test('on a Sunday the weekend is today', () => {
  expect(inALine('this weekend', 'en-GB', new Date('2026-11-29T10:00:00Z'))).toBe('2026-11-29');
});

test.each([
  ['a morning in winter', { first: '2026-11-26', last: '2026-11-26' }, 'morning', '2026-11-26T05:00:00.000Z', '2026-11-26T12:00:00.000Z'],
  ['an evening in summer', { first: '2027-06-10', last: '2027-06-10' }, 'evening', '2027-06-10T16:00:00.000Z', '2027-06-10T23:00:00.000Z'],
  [
    'the day on which clocks go on',
    { first: '2027-03-28', last: '2027-03-28' },
    undefined,
    '2027-03-28T00:00:00.000Z',
    '2027-03-28T23:00:00.000Z',
  ],
  ['its morning', { first: '2027-03-28', last: '2027-03-28' }, 'morning', '2027-03-28T04:00:00.000Z', '2027-03-28T11:00:00.000Z'],
  ['from now on', { first: '2026-11-23', last: '2026-11-24' }, undefined, '2026-11-23T10:00:00.000Z', '2026-11-25T00:00:00.000Z'],
  [
    'several mornings, whose hours are looked at apart',
    { first: '2026-11-24', last: '2026-11-25' },
    'morning',
    '2026-11-24T00:00:00.000Z',
    '2026-11-26T00:00:00.000Z',
  ],
] as const)('%s is from instant to instant', (_name, days, part, from, to) => {
  const range = rangeOf(days, part, now);
  expect([range.from.toISOString(), range.to.toISOString()]).toEqual([from, to]);
});

test('whatever is said on whatever day, it is never over, never upside down, and quickly heard', () => {
  const words = fc.constantFrom(
    'this',
    'next',
    'weekend',
    'thursday',
    'morning',
    '28',
    'november',
    'week',
    'sobota',
    'rano',
    'mâine',
    'šį',
    'NN16',
    '1/1',
    'in',
    'two',
    'x',
  );
  const aDay = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  const aText = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.array(words, { maxLength: 40 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(aText, fc.constantFrom(...languages), aDay, (said, language, at) => {
      const { days, part } = hearWhen(said, language, at);
      if (!days) return;
      expect(days.first >= londonDay(at) && days.first <= days.last).toBe(true);
      const { from, to } = rangeOf(days, part, at);
      expect(to.getTime() - from.getTime()).toBeLessThan(1001 * 86_400_000 + 86_400_000);
    }),
    { numRuns: 300 },
  );
});

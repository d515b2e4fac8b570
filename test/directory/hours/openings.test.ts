import fc from 'fast-check';
import { dayPlus, londonClock, londonInstant } from '#directory/hours/london.ts';
import { occursOn } from '#directory/hours/occurs.ts';
import { doorsAt, openingsOn } from '#directory/hours/openings.ts';
import type { ScheduleRecord } from '#directory/record/record.ts';

const id = '00000000-0000-4000-8000-000000000001';
const schedule = (fields: Partial<ScheduleRecord>): ScheduleRecord => ({ id, ...fields });
/** Two years with their clock changes: 28 March and 31 October 2027, 26 March and 29 October 2028. */
const aDay = fc.integer({ min: 0, max: 730 }).map((days) => dayPlus('2027-01-01', days));
const aMinute = fc.integer({ min: 0, max: 24 * 60 - 1 });
const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const weekdayName = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const codeOf = (day: string) =>
  weekdayName
    .format(new Date(`${day}T12:00:00Z`))
    .slice(0, 2)
    .toUpperCase();

/** The clock in London by another way: Node's own words for the time there. */
const shown = (at: Date) => at.toLocaleString('sv-SE', { timeZone: 'Europe/London' }).slice(0, 16);
const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

test('an instant by the clock in London is shown by that clock, but for the hour that is leapt over', () => {
  fc.assert(
    fc.property(aDay, aMinute, (day, minutes) => {
      const leapt = (day === '2027-03-28' || day === '2028-03-26') && minutes >= 60 && minutes < 120;
      expect(shown(londonInstant(day, minutes))).toBe(`${day} ${clock(leapt ? minutes + 60 : minutes)}`);
    }),
    { numRuns: 2000 },
  );
});

test('of an hour that comes twice, the first is meant', () => {
  expect(londonInstant('2027-10-31', 90).toISOString()).toBe('2027-10-31T00:30:00.000Z');
  expect(londonClock(new Date('2027-10-31T01:30:00Z'))).toEqual({ day: '2027-10-31', minutes: 90 });
});

test('every day of a year a weekly service opens on its weekdays, at its times by the clock on the wall, and on no other', () => {
  fc.assert(
    fc.property(
      fc.subarray([...codes], { minLength: 1 }),
      fc.integer({ min: 150, max: 720 }),
      fc.integer({ min: 1, max: 600 }),
      (byday, opens, minutes) => {
        const closes = opens + minutes;
        const weekly = schedule({ freq: 'WEEKLY', byday: byday.join(','), opens_at: clock(opens), closes_at: `${clock(closes)}:00` });
        const expected = Array.from({ length: 365 }, (_, days) => dayPlus('2027-01-01', days))
          .filter((day) => byday.some((code) => code === codeOf(day)))
          .map((day) => `${day} ${clock(opens)} to ${day} ${clock(closes)}`);
        expect(openingsOn([weekly], '2027-01-01', 365).map(({ from, to }) => `${shown(from)} to ${shown(to)}`)).toEqual(expected);
      },
    ),
    { numRuns: 25 },
  );
});

test('every second week counts from its first', () => {
  const fortnightly = schedule({ freq: 'WEEKLY', interval: 2, byday: 'TH', dtstart: '2027-01-07' });
  const days = Array.from({ length: 365 }, (_, after) => dayPlus('2027-01-01', after)).filter((day) => occursOn(fortnightly, day));
  expect(days.slice(0, 3)).toEqual(['2027-01-07', '2027-01-21', '2027-02-04']);
  expect(days).toHaveLength(26);
});

test.each([
  ['the second Monday', { freq: 'MONTHLY', byday: '2MO' }, ['2027-01-11', '2027-02-08', '2027-03-08']],
  ['the last Friday', { freq: 'MONTHLY', byday: '-1FR' }, ['2027-01-29', '2027-02-26', '2027-03-26']],
  ['the first and third Tuesday', { freq: 'MONTHLY', byday: '1TU, 3TU' }, ['2027-01-05', '2027-01-19', '2027-02-02']],
  ['the first of the month', { freq: 'MONTHLY', bymonthday: '1' }, ['2027-01-01', '2027-02-01', '2027-03-01']],
  ['its last day', { freq: 'MONTHLY', bymonthday: '-1' }, ['2027-01-31', '2027-02-28', '2027-03-31']],
  ['a Friday the 13th', { freq: 'MONTHLY', byday: 'FR', bymonthday: '13' }, ['2027-08-13']],
  ['every third month', { freq: 'MONTHLY', interval: 3, byday: '1MO', dtstart: '2027-02-01' }, ['2027-02-01', '2027-05-03', '2027-08-02']],
  ['days without a frequency', { byday: 'SA,SU', valid_to: '2027-01-09' }, ['2027-01-02', '2027-01-03', '2027-01-09']],
  ['one day', { dtstart: '2027-05-01' }, ['2027-05-01']],
  ['a start and weeks', { freq: 'WEEKLY', dtstart: '2027-12-24' }, ['2027-12-24', '2027-12-31']],
  ['nothing that anybody can say', { opens_at: '10:00' }, []],
  ['days that are none', { byday: 'whenever' }, []],
] as const)('%s', (_name, fields, expected) => {
  const year = Array.from({ length: 365 }, (_, after) => dayPlus('2027-01-01', after));
  expect(year.filter((day) => occursOn(schedule(fields as Partial<ScheduleRecord>), day)).slice(0, expected.length || 1)).toEqual(expected);
});

describe('the doors', () => {
  const thursdays = schedule({ freq: 'WEEKLY', byday: 'TH', opens_at: '10:00', closes_at: '12:00' });
  const late = schedule({ freq: 'WEEKLY', byday: 'FR', opens_at: '20:00', closes_at: '02:00' });
  const at = (written: string) => doorsAt([thursdays, late], new Date(written));

  test.each([
    ['2027-01-07T09:59:59Z', '2027-01-07T10:00:00.000Z'],
    ['2027-01-07T12:00:00Z', '2027-01-08T20:00:00.000Z'],
    ['2027-01-09T02:00:00Z', '2027-01-14T10:00:00.000Z'],
    ['2027-03-26T12:00:00Z', '2027-03-26T20:00:00.000Z'],
    ['2027-03-27T12:00:00Z', '2027-04-01T09:00:00.000Z'],
  ])('at %s are shut until %s', (now, next) => {
    expect(at(now)).toMatchObject({ next: { from: new Date(next) } });
  });

  test.each([
    ['2027-01-07T10:00:00Z', '2027-01-07T12:00:00.000Z'],
    ['2027-01-07T11:59:59Z', '2027-01-07T12:00:00.000Z'],
    ['2027-01-09T01:00:00Z', '2027-01-09T02:00:00.000Z'],
    ['2027-07-01T09:30:00Z', '2027-07-01T11:00:00.000Z'],
  ])('at %s are open until %s', (now, until) => {
    expect(at(now)).toEqual({ openUntil: new Date(until) });
  });

  test('two openings that touch are one, and one that ended before is past', () => {
    const both = [thursdays, schedule({ freq: 'WEEKLY', byday: 'TH', opens_at: '12:00', closes_at: '14:00' })];
    expect(doorsAt(both, new Date('2027-01-07T11:00:00Z'))).toEqual({ openUntil: new Date('2027-01-07T14:00:00Z') });
    expect(doorsAt([schedule({ ...thursdays, valid_to: '2026-12-31' })], new Date('2027-01-07T11:00:00Z'))).toBeUndefined();
    expect(doorsAt([schedule({ byday: 'TH' })], new Date('2027-01-07T11:00:00Z'))).toBeUndefined();
  });

  test('whatever the time, they are open inside an opening and shut outside, and the next one is the first to come', () => {
    fc.assert(
      fc.property(aDay, aMinute, fc.subarray([...codes], { minLength: 1 }), (day, minutes, byday) => {
        const weekly = schedule({ freq: 'WEEKLY', byday: byday.join(','), opens_at: '09:30', closes_at: '17:00' });
        const now = londonInstant(day, minutes);
        const { day: today, minutes: nowMinutes } = londonClock(now);
        const openNow = byday.some((code) => code === codeOf(today)) && nowMinutes >= 570 && nowMinutes < 1020;
        const doors = doorsAt([weekly], now);
        if (!doors) throw new Error('never open');
        expect('openUntil' in doors).toBe(openNow);
        if ('openUntil' in doors) expect(shown(doors.openUntil)).toBe(`${today} 17:00`);
        else {
          expect(doors.next.from.getTime()).toBeGreaterThan(now.getTime());
          expect(doors.next.from.getTime() - now.getTime()).toBeLessThanOrEqual(7 * 86_400_000 + 3_600_000);
          expect(shown(doors.next.from).slice(11)).toBe('09:30');
        }
      }),
      { numRuns: 400 },
    );
  });
});

import fc from 'fast-check';
import { isDay, londonDay, londonDayEnd, londonDayStart, londonTime } from '#calendar/londonDay.ts';

const hours = (day: string) => (londonDayEnd(day).getTime() - londonDayStart(day).getTime()) / 3_600_000;

describe('a day in London', () => {
  test.each([
    ['in winter it begins at midnight UTC', '2026-11-01', '2026-11-01T00:00:00.000Z'],
    ['in summer it begins an hour before midnight UTC', '2026-06-01', '2026-05-31T23:00:00.000Z'],
    ['on the day when the clocks go forward it begins in winter time', '2027-03-28', '2027-03-28T00:00:00.000Z'],
    ['on the day after, in summer time', '2027-03-29', '2027-03-28T23:00:00.000Z'],
    ['on the day when the clocks go back it begins in summer time', '2026-10-25', '2026-10-24T23:00:00.000Z'],
    ['on the day after, in winter time', '2026-10-26', '2026-10-26T00:00:00.000Z'],
    ['a leap day is a day', '2028-02-29', '2028-02-29T00:00:00.000Z'],
  ])('%s', (_, day, at) => {
    expect(londonDayStart(day).toISOString()).toBe(at);
  });

  test.each([
    ['2027-03-28T00:59:00Z', '2027-03-28 00:59'],
    ['2027-03-28T01:00:00Z', '2027-03-28 02:00'],
    ['2026-12-31T23:30:00Z', '2026-12-31 23:30'],
    ['2027-06-30T23:30:00Z', '2027-07-01 00:30'],
  ])('%p is %p by its clock', (at, read) => {
    expect(londonTime(new Date(at))).toBe(read);
  });

  test('lasts 23 hours when the clocks go forward, 25 when they go back, else 24', () => {
    expect([hours('2027-03-28'), hours('2026-10-25'), hours('2026-12-31')]).toEqual([23, 25, 24]);
  });

  test('ends when the next one begins, and holds every instant between', () => {
    const days = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-30'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (day, part) => {
        const [start, end] = [londonDayStart(day).getTime(), londonDayEnd(day).getTime()];
        expect(londonDay(new Date(Math.min(end - 1, Math.floor(start + part * (end - start)))))).toBe(day);
        expect(londonDay(new Date(start - 1)) < day).toBe(true);
        expect(londonDay(new Date(end)) > day).toBe(true);
      }),
    );
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '01/02/2026', '', '2026-02-28T00:00'])('%p is no day', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

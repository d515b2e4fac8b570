/**
 * Bank holidays in England and Wales. By law (Banking and Financial Dealings Act 1971, schedule 1, and royal proclamations) they follow
 * rules; single days are proclaimed now and then and have to be added here. https://www.gov.uk/bank-holidays
 */

/** Days that were proclaimed once, and days that were moved in that year. */
const addedOnce: readonly string[] = ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'];
const movedAway: readonly string[] = ['2020-05-04', '2022-05-30'];

/** The bank holidays of a year in order, `YYYY-MM-DD`, as they are taken: one that falls on a weekend on the next working day. */
export function bankHolidays(year: number): readonly string[] {
  const easter = easterSunday(year);
  const fixed = [
    newYear(year),
    plusDays(easter, -2),
    plusDays(easter, 1),
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...christmas(year),
  ];
  const days = [...fixed.map(written).filter((day) => !movedAway.includes(day)), ...addedOnce.filter((day) => day.startsWith(`${year}-`))];
  return days.sort();
}

/** Whether a day, `YYYY-MM-DD`, is a bank holiday, or the Christmas Day, Boxing Day or New Year's Day that another day is taken for. */
export function isHoliday(day: string): boolean {
  return feasts.has(day.slice(5)) || bankHolidays(Number(day.slice(0, 4))).includes(day);
}

const feasts: ReadonlySet<string> = new Set(['01-01', '12-25', '12-26']);

/** On a Saturday or a Sunday, New Year's Day is taken on the Monday after. */
function newYear(year: number): Date {
  const first = utc(year, 1, 1);
  return plusDays(first, { 6: 2, 0: 1 }[first.getUTCDay()] ?? 0);
}

/** Christmas Day and Boxing Day: one that falls on a weekend is taken two days later, which the other leaves free. */
function christmas(year: number): readonly Date[] {
  return [utc(year, 12, 25), utc(year, 12, 26)].map((day) => (day.getUTCDay() % 6 === 0 ? plusDays(day, 2) : day));
}

function firstMonday(year: number, month: number): Date {
  const first = utc(year, month, 1);
  return plusDays(first, (8 - first.getUTCDay()) % 7);
}

function lastMonday(year: number, month: number): Date {
  const last = plusDays(utc(year, month + 1, 1), -1);
  return plusDays(last, -((last.getUTCDay() + 6) % 7));
}

/** The Gregorian computus, in the form published anonymously in Nature, 1876. */
function easterSunday(year: number): Date {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const leapCorrection = Math.floor(century / 4);
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCorrection - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return utc(year, Math.floor(days / 31), (days % 31) + 1);
}

const dayMs = 86_400_000;
const utc = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day));
const plusDays = (day: Date, days: number) => new Date(day.getTime() + days * dayMs);
const written = (day: Date) => day.toISOString().slice(0, 10);

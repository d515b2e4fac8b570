import { addDays, addMonths, type Day, dateOf, easterOf, exists, partsOf, weekdayOf } from './calendar.ts';

/** The day on which it was said, `YYYY-MM-DD`, and whether the question asks about what was or what will be. */
export interface Asked {
  readonly today: string;
  readonly lean: 'past' | 'future';
}

export type DateMiss = 'not-a-date' | 'no-such-day' | 'ambiguous';

/** A day or why not: dates start with a figure and misses never do. */
export type Dated = string;

export const isMiss = (dated: Dated): dated is DateMiss => !/^\d/.test(dated);

/**
 * A day and month in the year that was said, else in the nearest year that has it, to the side that the question leans to (today counts). A
 * weekday said with it must fit, if need be in the year on the other side.
 */
export function monthDay(
  { day, month, year, weekday }: Omit<Day, 'year'> & { year?: number | undefined; weekday?: number | undefined },
  asked: Asked,
): Dated {
  const fits = (date: string) => weekday === undefined || weekdayOf(date) === weekday;
  if (year !== undefined) {
    if (!exists({ day, month, year })) return 'no-such-day';
    const date = dateOf({ day, month, year });
    return fits(date) ? date : 'ambiguous';
  }
  const now = partsOf(asked.today).year;
  const dates = Array.from({ length: 17 }, (_, i) => ({ day, month, year: now - 8 + i }))
    .filter(exists)
    .map(dateOf);
  if (dates.length === 0) return 'no-such-day';
  const past = dates.filter((date) => date <= asked.today).at(-1);
  const future = dates.find((date) => date >= asked.today);
  const [first, second] = asked.lean === 'past' ? [past, future] : [future, past];
  return [first, second].find((date) => date !== undefined && fits(date)) ?? 'ambiguous';
}

/**
 * A year of two figures: of this century, unless the question looks back and that year is still to come ("58" is 1958), or it is more than
 * 50 years off.
 */
export function fullYear(year: number, { today, lean }: Asked): number {
  const latest = partsOf(today).year + (lean === 'past' ? 0 : 50);
  return 2000 + year > latest ? 1900 + year : 2000 + year;
}

/** The weekday on or before today, or on or after it, by lean. */
export function weekdayNear(weekday: number, { today, lean }: Asked): string {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  return addDays(today, lean === 'future' || ahead === 0 ? ahead : ahead - 7);
}

/**
 * "last Tuesday" is the most recent one before today. "coming" is the first after today. "this" is that of the current week, Monday to
 * Sunday, or the coming one where that has gone by and the question looks ahead. "next Saturday" is the one of the week after this one: on
 * a Wednesday most people here call the coming one "this Saturday". Others differ, so it is always read back with its date.
 */
export function weekdayBy(word: string, weekday: number, { today, lean }: Asked): string {
  const ofWeek = addDays(today, weekday - weekdayOf(today));
  if (word === 'X') return addDays(ofWeek, 7);
  if (word === 'L') return ofWeek < today ? ofWeek : addDays(ofWeek, -7);
  if (word === 'C') return ofWeek > today ? ofWeek : addDays(ofWeek, 7);
  return ofWeek < today && lean === 'future' ? addDays(ofWeek, 7) : ofWeek;
}

/** `date` and so many units on, or back. */
export function plus(date: Dated, count: number, unit: string): Dated {
  if (isMiss(date)) return date;
  if (Math.abs(count) > 1000) return 'not-a-date';
  if (unit === 'month' || unit === 'year') return addMonths(date, unit === 'year' ? 12 * count : count);
  return addDays(date, count * (unit === 'fortnight' ? 14 : unit === 'week' ? 7 : 1));
}

/** A feast, `12-25` or `easter+1`, in the year said, else the nearest by lean; `word` L is the last one before today, X the next after. */
export function feast(name: string, year: number | undefined, word: string, { today, lean }: Asked): Dated {
  const inYear = (y: number) => (name.startsWith('easter') ? addDays(easterOf(y), Number(name.slice(6))) : `${y}-${name}`);
  if (year !== undefined) return inYear(year);
  const now = partsOf(today).year;
  if (word === 'T') return inYear(now);
  const dates = [now - 1, now, now + 1].map(inYear);
  const before = dates.filter((date) => (word === 'L' ? date < today : date <= today)).at(-1);
  const after = dates.find((date) => (word === 'X' ? date > today : date >= today));
  return (word === 'L' || (word !== 'X' && lean === 'past') ? before : after) ?? 'not-a-date';
}

/** "the 3rd", or "Tuesday the 11th": the nearest such day by lean within a year; one on the other side does where only that fits the weekday. */
export function dayOfMonth(day: number, weekday: number | undefined, { today, lean }: Asked): Dated {
  const step = lean === 'past' ? -1 : 1;
  const fits = (i: number) => {
    const { year, month } = partsOf(addMonths(`${today.slice(0, 8)}01`, i * step));
    const date = dateOf({ year, month, day });
    const side = step > 0 ? date >= today : date <= today;
    return exists({ year, month, day }) && side && (weekday === undefined || weekdayOf(date) === weekday) ? date : undefined;
  };
  return Array.from({ length: 13 }, (_, i) => fits(i)).find(Boolean) ?? 'no-such-day';
}

/** The first Monday in May; `place` 0 is the last one. Without a year, the nearest by lean. */
export function weekdayOfMonth(
  place: number,
  weekday: number,
  { month, year }: { month: number; year?: number | undefined },
  asked: Asked,
): Dated {
  if (place < 0 || place > 5) return 'no-such-day';
  const inYear = (y: number): Dated => {
    const first = dateOf({ year: y, month, day: 1 });
    const start = place === 0 ? addDays(addMonths(first, 1), -7) : addDays(first, 7 * (place - 1));
    const date = addDays(start, (weekday - weekdayOf(start) + 7) % 7);
    return partsOf(date).month === month ? date : 'no-such-day';
  };
  if (year !== undefined) return inYear(year);
  const now = partsOf(asked.today).year;
  const dates = [now - 1, now, now + 1].map(inYear).filter((date) => !isMiss(date));
  const found = asked.lean === 'past' ? dates.filter((date) => date <= asked.today).at(-1) : dates.find((date) => date >= asked.today);
  return found ?? 'no-such-day';
}

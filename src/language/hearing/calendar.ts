/** Days of the Gregorian calendar as `YYYY-MM-DD`, with no clock and no zone: a date here is a day on the wall calendar. */
export interface Day {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
}

const dayMs = 86_400_000;

export function isDate(date: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(date) && exists(partsOf(date));
}

/** Whether there is such a day: 30 February is none, nor any before 1900 or after 2199 (a slip of the finger, for whoever is alive). */
export function exists({ year, month, day }: Day): boolean {
  return year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

export function partsOf(date: string): Day {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

export function dateOf({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `date` and so many days on, or back where negative. */
export function addDays(date: string, days: number): string {
  return new Date(toTime(date) + days * dayMs).toISOString().slice(0, 10);
}

/** `date` and so many months on; the last day of the month where that month is shorter: 31 January and a month is 28 February. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + month - 1 + months;
  const target = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  return dateOf({ ...target, day: Math.min(day, daysIn(target.year, target.month)) });
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(toTime(date)).getUTCDay() || 7;
}

/** Easter Sunday of the western churches: the anonymous Gregorian computation (Nature, 20 April 1876). */
export function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dateOf({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function toTime(date: string): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day);
}

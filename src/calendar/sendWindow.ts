import { isHoliday } from './bankHolidays.ts';
import { dayAfter, londonDay, londonDayEnd } from './londonDay.ts';

/** We write to nobody before nine in the morning or after eight in the evening by the clock in London, nor on a bank holiday. */
export const opensAtHour = 9;
export const closesAtHour = 20;

/** What is begun later than this before the end may not arrive in time: nothing is begun then. */
const lastCallMs = 60_000;

const hourMs = 3_600_000;

export interface SendWindow {
  readonly opensAt: Date;
  /** Nothing may arrive from then on. */
  readonly closesAt: Date;
}

/** The window that is open, if there is one. */
export function openWindow(now: Date): SendWindow | undefined {
  const window = windowOf(londonDay(now));
  if (!window || now < window.opensAt || now.getTime() >= window.closesAt.getTime() - lastCallMs) return undefined;
  return window;
}

/** The window that is open, or the next that opens. */
export function nextWindow(now: Date): SendWindow {
  for (let day = londonDay(now); ; day = dayAfter(day)) {
    const window = windowOf(day);
    if (window && now.getTime() < window.closesAt.getTime() - lastCallMs) return window;
  }
}

/** The first moment from now on at which we may write to people. */
export function nextMoment(now: Date): Date {
  const { opensAt } = nextWindow(now);
  return opensAt > now ? opensAt : now;
}

function windowOf(day: string): SendWindow | undefined {
  if (isHoliday(day)) return undefined;
  // The clocks change at night, so that from nine on the hours of the day are as many before its end as on any other.
  const midnight = londonDayEnd(day).getTime();
  return { opensAt: new Date(midnight - (24 - opensAtHour) * hourMs), closesAt: new Date(midnight - (24 - closesAtHour) * hourMs) };
}

import { londonDay, londonDayStart } from '#calendar/londonDay.ts';
import { closesAtHour, nextWindow, opensAtHour, openWindow } from '#calendar/sendWindow.ts';

/** A reminder that comes later than this before the beginning is of no use. */
const leastNoticeMs = 2 * 3_600_000;
/** An asking on the same day is a reminder for later that day, or none. */
const soonestMs = 15 * 60_000;

/**
 * When to remind somebody of a session: at its own hour on the day before, moved into the send window; as soon as the window allows where
 * that is over. Nothing where there is no time left.
 */
export function reminderDueAt(startsAt: Date, now: Date): Date | undefined {
  const dayBefore = londonDayStart(londonDay(new Date(londonDayStart(londonDay(startsAt)).getTime() - 1)));
  const hour = Math.min(Math.max(hourInLondon(startsAt), opensAtHour), closesAtHour - 1);
  const due = atHour(dayBefore, hour);
  if (due > now) return due;
  const next = nextInWindow(new Date(now.getTime() + soonestMs));
  return startsAt.getTime() - next.getTime() >= leastNoticeMs ? next : undefined;
}

/** This moment, or the next at which the window is open. */
function nextInWindow(at: Date): Date {
  return openWindow(at) ? at : nextWindow(at).opensAt;
}

/** The hour that London's clocks show, with minutes as its fraction. */
function hourInLondon(at: Date): number {
  const [hour = 0, minute = 0] = clock.format(at).split(':').map(Number);
  return hour + minute / 60;
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Clocks change at night, before the window opens: from there on a day has its usual hours. */
function atHour(dayStart: Date, hour: number): Date {
  const noon = new Date(nextDay(dayStart).getTime() - 12 * 3_600_000);
  return new Date(noon.getTime() + (hour - 12) * 3_600_000);
}

function nextDay(dayStart: Date): Date {
  return londonDayStart(londonDay(new Date(dayStart.getTime() + 36 * 3_600_000)));
}

/** A council's day begins and ends at midnight by the clock in London, in summer as in winter. */
const london = 'Europe/London';
/** Kept: making one takes fifty times as long as using it. */
const inLondon = new Intl.DateTimeFormat('en-GB', { timeZone: london, timeZoneName: 'longOffset' });

/** The instant at which a day begins in London. `day` is `YYYY-MM-DD` and exists (see `isDay`). */
export function londonDayStart(day: string): Date {
  const utcMidnight = new Date(`${day}T00:00:00Z`);
  // The clocks change at 01:00 UTC, so the offset at 00:00 UTC is the one that held when London's own day began.
  return new Date(utcMidnight.getTime() - londonOffsetMs(utcMidnight));
}

/** The instant at which a day ends in London, which is when the next one begins: 23, 24 or 25 hours after it began. */
export function londonDayEnd(day: string): Date {
  return londonDayStart(dayAfter(day));
}

/** The day in London at an instant, as `YYYY-MM-DD`. */
export function londonDay(at: Date): string {
  return new Date(at.getTime() + londonOffsetMs(at)).toISOString().slice(0, 10);
}

/** The day and the time by London's clock, as staff read it: `2028-03-24 23:00`. */
export function londonTime(at: Date): string {
  return new Date(at.getTime() + londonOffsetMs(at)).toISOString().slice(0, 16).replace('T', ' ');
}

/** Is this a day that exists, written `YYYY-MM-DD`? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** The next day, `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}

/** How far London's clocks are ahead of UTC at an instant, in milliseconds: 0, or 3,600,000 in summer. */
function londonOffsetMs(at: Date): number {
  const parts = inLondon.formatToParts(at);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const found = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return (found[1] === '-' ? -minutes : minutes) * 60_000;
}

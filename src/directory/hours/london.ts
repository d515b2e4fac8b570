/** Kept: making one takes fifty times as long as using it. */
const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

const minuteMs = 60_000;

/** What a clock in London shows at an instant: the day, `YYYY-MM-DD`, and minutes since midnight by that clock. */
export function londonClock(at: Date): { readonly day: string; readonly minutes: number } {
  const parts = Object.fromEntries(inLondon.formatToParts(at).map(({ type, value }) => [type, value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, minutes: Number(parts.hour) * 60 + Number(parts.minute) };
}

/**
 * When a clock in London shows so many minutes after midnight on a day. A time that the clocks leap over in spring is an hour later by the
 * clock; of one that comes twice in autumn it is the first.
 */
export function londonInstant(day: string, minutes: number): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * minuteMs;
  const inSummer = new Date(asUtc - 60 * minuteMs);
  return shows(inSummer, asUtc) ? inSummer : new Date(asUtc);
}

function shows(at: Date, asUtc: number): boolean {
  const { day, minutes } = londonClock(at);
  return Date.parse(`${day}T00:00:00Z`) + minutes * minuteMs === asUtc;
}

/** The day so many days later, or earlier. */
export function dayPlus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

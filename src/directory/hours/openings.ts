import type { ScheduleRecord } from '../record/record.ts';
import { dayPlus, londonClock, londonInstant } from './london.ts';
import { occursOn } from './occurs.ts';

export interface Opening {
  readonly from: Date;
  readonly to: Date;
}

/** How things stand with a service's doors. */
export type Doors = { readonly openUntil: Date } | { readonly next: Opening } | undefined;

/** A group that meets every other month is found; whoever comes less often is not worth a promise. Days. */
const daysAhead = 62;
/** As long as most people would call it now. */
const soonDays = 7;

/** Whether it is open now, and until when; else when it opens next; nothing where its times are not known. */
export function doorsAt(schedules: readonly ScheduleRecord[], now: Date): Doors {
  const { day } = londonClock(now);
  for (const days of [soonDays, daysAhead]) {
    const next = openingsOn(schedules, dayPlus(day, -1), days + 1).find(({ to }) => to > now);
    if (next) return next.from <= now ? { openUntil: next.to } : { next };
  }
  return undefined;
}

/** The openings that begin on `days` days from `day` on, in order; those that touch are one. By the clock in London, in summer as in winter. */
export function openingsOn(schedules: readonly ScheduleRecord[], day: string, days: number): readonly Opening[] {
  const timed = schedules.flatMap((schedule) => {
    const [opens, closes] = [minutesOf(schedule.opens_at), minutesOf(schedule.closes_at)];
    return opens === undefined || closes === undefined ? [] : [{ schedule, opens, closes: closes > opens ? closes : closes + dayMinutes }];
  });
  const openings: Opening[] = [];
  for (let after = 0; after < days; after++) {
    const on = dayPlus(day, after);
    for (const { schedule, opens, closes } of timed) if (occursOn(schedule, on)) openings.push({ from: at(on, opens), to: at(on, closes) });
  }
  return joined(openings.filter(({ from, to }) => from < to).sort((one, other) => one.from.getTime() - other.from.getTime()));
}

const dayMinutes = 24 * 60;

/** Minutes past midnight go into the next day. */
function at(day: string, minutes: number): Date {
  return minutes < dayMinutes ? londonInstant(day, minutes) : londonInstant(dayPlus(day, 1), minutes - dayMinutes);
}

/**
 * `10:00` or `10:00:00`. An offset after it is not counted: services that open at 10:00Z all year round open at ten by the clock on their wall.
 */
function minutesOf(written: string | undefined): number | undefined {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})/.exec(written ?? '') ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

function joined(openings: readonly Opening[]): readonly Opening[] {
  const kept: { from: Date; to: Date }[] = [];
  for (const opening of openings) {
    const before = kept.at(-1);
    if (before && opening.from <= before.to) before.to = new Date(Math.max(before.to.getTime(), opening.to.getTime()));
    else kept.push({ ...opening });
  }
  return kept;
}

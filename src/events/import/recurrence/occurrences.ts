import type ICAL from 'ical.js';
import { horizonMs, mostSessions, mostSteps } from '#events/limits.ts';
import { RecordRefused } from '../listing.ts';
import { icalTime, utcMs, type Wall, type Zone } from './zones.ts';

export interface Repeating {
  readonly start: Wall;
  readonly zone: Zone;
  readonly rules: readonly ICAL.Recur[];
  /** Further beginnings, and those that are left out. */
  readonly added: readonly Date[];
  readonly leftOut: readonly Date[];
  /** Days of the wall clock that are left out, `YYYY-MM-DD`: an EXDATE that is a date. */
  readonly daysLeftOut: readonly string[];
}

/**
 * Every instant at which it begins, soonest first, from `since` to the horizon after `now`. A rule is followed on the wall clock and each time is
 * then looked up in the zone, so that a Tuesday at nine is at nine in summer and in winter. Refused where that takes more than `mostSteps`.
 */
export function occurrencesOf(repeating: Repeating, since: Date, now: Date): readonly Date[] {
  const { start, zone, rules, added } = repeating;
  const from = utcMs(start);
  const begins = new Set<number>(rules.length === 0 ? [zone.instant(start).getTime()] : []);
  const until = now.getTime() + horizonMs;
  for (const rule of rules)
    for (const wall of follow(rule, start, until)) if (utcMs(wall) >= from) begins.add(zone.instant(wall).getTime());
  for (const at of added) begins.add(at.getTime());
  const leftOut = new Set(repeating.leftOut.map((at) => at.getTime()));
  const daysLeftOut = new Set(repeating.daysLeftOut);
  const found = [...begins]
    .filter((at) => at >= since.getTime() && at <= until && !leftOut.has(at) && !daysLeftOut.has(dayOf(zone.wall(new Date(at)))))
    .sort((one, other) => one - other)
    .map((at) => new Date(at));
  if (found.length > mostSessions) throw new RecordRefused(`has more than ${mostSessions} sessions in half a year`);
  return found;
}

/** A day more than the horizon, so that no zone ends it too soon. */
const spareMs = 86_400_000;

function* follow(rule: ICAL.Recur, start: Wall, until: number): Generator<Wall> {
  const times = rule.iterator(icalTime(start));
  for (let steps = 0; steps < mostSteps; steps++) {
    const time = times.next();
    if (!time) return;
    const wall = { year: time.year, month: time.month, day: time.day, hour: time.hour, minute: time.minute, second: time.second };
    if (utcMs(wall) > until + spareMs) return;
    yield wall;
  }
  throw new RecordRefused(`has repeated more than ${mostSteps.toLocaleString('en-GB')} times: begin it later`);
}

export function dayOf({ year, month, day }: Wall): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

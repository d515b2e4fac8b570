import ICAL from 'ical.js';
import { horizonMs } from '#events/limits.ts';
import { type DraftSession, onlySession, RecordRefused } from '../listing.ts';
import { dayOf, occurrencesOf } from '../recurrence/occurrences.ts';
import { readRule } from '../recurrence/rule.ts';
import { utc } from '../recurrence/zones.ts';
import { type FindZone, instantOf, type Moment, momentsOf, type Property } from './properties.ts';

/** One VEVENT: its properties, and the text of its rules as it was written. */
export interface Written {
  readonly properties: ReadonlyMap<string, readonly Property[]>;
  readonly text: string;
}

/** When a VEVENT is, and its sessions from now to the horizon. */
export function sessionsOf({ properties, text }: Written, findZone: FindZone, now: Date): readonly DraftSession[] {
  const span = spanOf(properties, findZone);
  const { start } = span;
  if (properties.has('exrule')) throw new RecordRefused('leaves days out by a rule (EXRULE): list them as EXDATE');
  const all = (name: string) => (properties.get(name) ?? []).flatMap((property) => momentsOf(property, findZone));
  const out = all('exdate');
  const begins = occurrencesOf(
    {
      start: start.wall,
      zone: start.zone,
      rules: rulesIn(text).map((rule) => readRule(rule, start.zone)),
      added: all('rdate').map((added) => instantOf(added.day ? { ...start, wall: { ...start.wall, ...dateParts(added) } } : added)),
      leftOut: out.filter(({ day }) => !day).map(instantOf),
      daysLeftOut: out.filter(({ day }) => day).map(({ wall }) => dayOf(wall)),
    },
    new Date(now.getTime() - span.lengthMs - 86_400_000),
    now,
  );
  const cancelled = isCancelled(properties);
  const repeats = ['rrule', 'rdate'].some((name) => properties.has(name));
  return begins.map((startsAt) => {
    const session = sessionAt(startsAt, { ...span, cancelled });
    return repeats ? session : { ...session, key: onlySession };
  });
}

/** An override: the session named by its RECURRENCE-ID, as it is now. */
export function overrideOf({ properties }: Written, findZone: FindZone): DraftSession {
  const [named] = properties.get('recurrence-id') ?? [];
  if (!named) throw new RecordRefused('changes no session');
  if (named.parameters.range) throw new RecordRefused('changes a session and all after it (RANGE): give the series in two parts');
  const [original] = momentsOf(named, findZone);
  if (!original) throw new RecordRefused('has a recurrence-id that cannot be read');
  const span = spanOf(properties, findZone);
  const session = sessionAt(instantOf(span.start), { ...span, cancelled: isCancelled(properties) });
  return { ...session, key: instantOf(original).toISOString() };
}

interface Span {
  readonly start: Moment;
  readonly lengthMs: number;
  /** Whole days, for what has no times. */
  readonly days: number;
}

/** RFC 5545, 3.6.1: with no end a date lasts that day, and a time has no length. */
function spanOf(properties: Written['properties'], findZone: FindZone): Span {
  const [start] = (properties.get('dtstart') ?? []).flatMap((property) => momentsOf(property, findZone));
  if (!start) throw new RecordRefused('has no start (DTSTART)');
  const [end] = (properties.get('dtend') ?? []).flatMap((property) => momentsOf(property, findZone));
  const lengthMs = end ? instantOf(end).getTime() - instantOf(start).getTime() : durationMs(properties);
  if (end && lengthMs < 0) throw new RecordRefused('ends before it begins');
  const wallMs = end ? utc.instant(end.wall).getTime() - utc.instant(start.wall).getTime() : lengthMs;
  return { start, lengthMs, days: start.day ? Math.max(1, Math.round(wallMs / 86_400_000)) : 0 };
}

/** A thousand years are none; they would not be read as a date again. */
const longestDurationMs = 4 * horizonMs;

function durationMs(properties: Written['properties']): number {
  const [property] = properties.get('duration') ?? [];
  if (!property) return 0;
  const seconds = ICAL.Duration.fromString(String(property.values[0])).toSeconds();
  if (!(seconds >= 0 && seconds * 1000 <= longestDurationMs)) throw new RecordRefused('has a DURATION that cannot be');
  return seconds * 1000;
}

function sessionAt(startsAt: Date, { start, lengthMs, days, cancelled }: Span & { readonly cancelled: boolean }): DraftSession {
  const wall = start.zone.wall(startsAt);
  const endsAt = start.day ? start.zone.instant({ ...wall, ...dayAfter(wall, days) }) : new Date(startsAt.getTime() + lengthMs);
  return { key: startsAt.toISOString(), startsAt, endsAt, allDay: start.day, cancelled };
}

function dayAfter(wall: Moment['wall'], days: number) {
  const { year, month, day } = utc.wall(new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days)));
  return { year, month, day };
}

const dateParts = ({ wall: { year, month, day } }: Moment) => ({ year, month, day });

const isCancelled = (properties: Written['properties']) =>
  String(properties.get('status')?.[0]?.values[0] ?? '').toUpperCase() === 'CANCELLED';

function rulesIn(text: string): readonly string[] {
  return [...text.matchAll(/^RRULE(?:;[^:\r\n]*)?:([^\r\n]*)/gim)].map(([, rule = '']) => rule);
}

import { type DraftSession, RecordRefused } from '../listing.ts';
import { findZone } from '../recurrence/findZone.ts';
import { occurrencesOf } from '../recurrence/occurrences.ts';
import { readRule } from '../recurrence/rule.ts';
import { utc, type Wall, type Zone } from '../recurrence/zones.ts';
import { momentOf } from './moment.ts';
import { type Node, numberOf, textOf, textsOf, valuesOf } from './node.ts';

const frequencies: Readonly<Record<string, string>> = { D: 'DAILY', W: 'WEEKLY', M: 'MONTHLY', Y: 'YEARLY' };

/** The sessions of a schema.org Schedule (https://schema.org/Schedule, as OpenActive uses it), from now to the horizon. */
export function scheduledSessions(schedule: Node, now: Date): readonly DraftSession[] {
  const zoneName = textOf(schedule, 'scheduleTimezone') ?? '';
  const zone = findZone(zoneName);
  if (!zone) throw new RecordRefused(`has a time zone that nobody knows: ${zoneName.slice(0, 60)}`);
  const from = timeOf(schedule, 'startTime');
  if (!from) throw new RecordRefused('has a schedule with no startTime');
  const start = { ...dayOf(schedule, 'startDate', zone, now), ...from };
  const lengthMs = lengthOf(schedule, from);
  const except = valuesOf(schedule, 'exceptDate').map(String);
  const begins = occurrencesOf(
    {
      start,
      zone,
      rules: [readRule(ruleOf(schedule), zone)],
      added: [],
      leftOut: except.filter((date) => date.includes('T')).flatMap((date) => momentOf(date)?.at ?? []),
      daysLeftOut: except.filter((date) => !date.includes('T')).map((date) => date.slice(0, 10)),
    },
    new Date(now.getTime() - lengthMs),
    now,
  );
  return begins.map((startsAt) => {
    const endsAt = new Date(startsAt.getTime() + lengthMs);
    return { key: startsAt.toISOString(), startsAt, endsAt, allDay: false, cancelled: false };
  });
}

/** The same as a rule of iCalendar. */
function ruleOf(schedule: Node): string {
  const days = textsOf(schedule, 'byDay').map(weekday);
  const monthDays = valuesOf(schedule, 'byMonthDay').map(Number).filter(Number.isInteger);
  const months = valuesOf(schedule, 'byMonth').map(Number).filter(Number.isInteger);
  const [, every = '1', unit = monthDays.length > 0 ? 'M' : 'W'] = /^P(\d+)([DWMY])$/.exec(textOf(schedule, 'repeatFrequency') ?? '') ?? [];
  const count = numberOf(schedule, 'repeatCount');
  const until = textOf(schedule, 'endDate')?.slice(0, 10).replaceAll('-', '');
  return [
    `FREQ=${frequencies[unit]}`,
    `INTERVAL=${every}`,
    ...(days.length > 0 ? [`BYDAY=${days.join(',')}`] : []),
    ...(monthDays.length > 0 ? [`BYMONTHDAY=${monthDays.join(',')}`] : []),
    ...(months.length > 0 ? [`BYMONTH=${months.join(',')}`] : []),
    ...(count !== undefined ? [`COUNT=${count}`] : []),
    ...(until ? [`UNTIL=${until}`] : []),
  ].join(';');
}

/** `https://schema.org/Monday` is MO; what is a day of iCalendar already stays. */
function weekday(day: string): string {
  const bare = day.replace(/^.*[/:#]/, '');
  return /^[+-]?\d?[A-Z]{2}$/.test(bare) ? bare : bare.slice(0, 2).toUpperCase();
}

function timeOf(schedule: Node, name: string): Pick<Wall, 'hour' | 'minute' | 'second'> | undefined {
  const [, hour, minute, second = '0'] = /(?:^|T)(\d\d):(\d\d)(?::(\d\d))?/.exec(textOf(schedule, name) ?? '') ?? [];
  return hour && minute ? { hour: Number(hour), minute: Number(minute), second: Number(second) } : undefined;
}

function dayOf(schedule: Node, name: string, zone: Zone, now: Date): Pick<Wall, 'year' | 'month' | 'day'> {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(textOf(schedule, name) ?? '') ?? [];
  const { year: thisYear, month: thisMonth, day: today } = zone.wall(now);
  return year ? { year: Number(year), month: Number(month), day: Number(day) } : { year: thisYear, month: thisMonth, day: today };
}

/** From `startTime` to `endTime`, into the next day where that is earlier; else `duration`, of hours and minutes. */
function lengthOf(schedule: Node, from: Pick<Wall, 'hour' | 'minute' | 'second'>): number {
  const to = timeOf(schedule, 'endTime');
  const onDay = (time: Pick<Wall, 'hour' | 'minute' | 'second'>) => utc.instant({ year: 2000, month: 1, day: 1, ...time }).getTime();
  if (to) return (onDay(to) - onDay(from) + 86_400_000) % 86_400_000;
  const [, hours = '0', minutes = '0'] = /^PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?/.exec(textOf(schedule, 'duration') ?? '') ?? [];
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
}

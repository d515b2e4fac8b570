import ICAL from 'ical.js';
import { RecordRefused } from '../listing.ts';
import { icalTime, utc, utcMs, type Wall, type Zone } from './zones.ts';

/** What a rule for events needs. Other parts (BYSECOND, BYWEEKNO …) belong to machines, and ical.js does not get all of them right. */
const parts: ReadonlySet<string> = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'WKST',
  'BYDAY',
  'BYMONTHDAY',
  'BYMONTH',
  'BYSETPOS',
  'BYHOUR',
  'BYMINUTE',
  'BYSECOND',
  'BYYEARDAY',
]);
const frequencies: ReadonlySet<string> = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);
const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * A rule such as `FREQ=WEEKLY;BYDAY=TU`, for a clock in `zone`. Refused where it repeats more often than daily, names a day that there never is
 * (on which ical.js would look for ever), or holds what we do not take.
 */
export function readRule(source: string, zone: Zone): ICAL.Recur {
  const given = new Map(
    source
      .trim()
      .replace(/;+$/, '')
      .split(';')
      .map((part) => {
        const [name = '', value = ''] = part.split('=');
        return [name.trim().toUpperCase(), value.trim().toUpperCase()] as const;
      }),
  );
  const frequency = given.get('FREQ') ?? '';
  if (/^(SECONDLY|MINUTELY|HOURLY)$/.test(frequency)) throw new RecordRefused('repeats more often than once a day');
  if (!frequencies.has(frequency)) throw new RecordRefused('repeats by a rule that cannot be read');
  const unknown = [...given.keys()].find((name) => !parts.has(name));
  if (unknown) throw new RecordRefused(`repeats by a rule with ${unknown}, which is not taken`);
  const numbers = (name: string) => (given.get(name) ?? '').split(',').filter(Boolean).map(Number);
  const months = numbers('BYMONTH');
  const neverThere = (day: number) => (months.length > 0 ? months : [1]).every((month) => Math.abs(day) > (daysInMonth[month - 1] ?? 0));
  const monthDays = numbers('BYMONTHDAY');
  if (monthDays.length > 0 && monthDays.every(neverThere)) throw new RecordRefused('repeats on a day that there never is');
  if (/^(DAILY|WEEKLY)$/.test(frequency) && /\d/.test(given.get('BYDAY') ?? ''))
    throw new RecordRefused('repeats on such a day of a month, but by days or weeks: write it as FREQ=MONTHLY');
  if (frequency === 'DAILY' && numbers('INTERVAL').some((days) => days % 7 === 0) && given.has('BYDAY'))
    throw new RecordRefused('repeats every so many weeks by days: write it as FREQ=WEEKLY');
  if (numbers('INTERVAL').some((interval) => !(interval >= 1 && interval <= 1000)))
    throw new RecordRefused('repeats at an interval that cannot be');
  return read(given, zone);
}

function read(given: ReadonlyMap<string, string>, zone: Zone): ICAL.Recur {
  const until = given.get('UNTIL');
  const rest = [...given].filter(([name]) => name !== 'UNTIL').map(([name, value]) => `${name}=${value}`);
  let rule: ICAL.Recur;
  try {
    rule = ICAL.Recur.fromString(rest.join(';'));
  } catch {
    throw new RecordRefused('repeats by a rule that cannot be read');
  }
  if (until !== undefined) rule.until = icalTime(lastTime(until, zone));
  return rule;
}

/** The last time on the wall clock: UNTIL is written in UTC; a day alone means all of it. */
function lastTime(until: string, zone: Zone): Wall {
  const [, year, month, day, , hour = '23', minute = '59', second = '59', z] =
    /^(\d{4})(\d\d)(\d\d)(T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(until) ?? [];
  if (!year) throw new RecordRefused('repeats until a time that cannot be read');
  const wall = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  };
  return z ? zone.wall(new Date(utcMs(wall))) : utc.wall(utc.instant(wall));
}

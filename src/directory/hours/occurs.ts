import type { ScheduleRecord } from '../record/record.ts';

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const dayMs = 86_400_000;

/**
 * Whether a schedule has an occurrence on a day, `YYYY-MM-DD`: weekly or monthly as in RFC 5545 (https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10),
 * within its dates. Days without a frequency are weekly; a start without days is that one day; neither says nothing.
 */
export function occursOn(schedule: ScheduleRecord, day: string): boolean {
  const start = dayOf(schedule.dtstart);
  const from = dayOf(schedule.valid_from);
  const to = dayOf(schedule.valid_to);
  if ((start && day < start) || (from && day < from) || (to && day > to)) return false;
  const anchor = start ?? from;
  const days = daysNamed(schedule.byday);
  const dates = numbersIn(schedule.bymonthday);
  if (schedule.freq === 'MONTHLY') return isOnTurn(monthsBetween(anchor, day), schedule.interval) && isDayOfMonth(day, days, dates, anchor);
  if (schedule.freq === 'WEEKLY' || days.length > 0)
    return isOnTurn(weeksBetween(anchor, day), schedule.interval) && isWeekday(day, days, anchor);
  return schedule.freq === undefined && day === start;
}

interface DayNamed {
  readonly weekday: string;
  /** The second is 2, the last is -1; 0 is every one. */
  readonly nth: number;
}

/** `TH,FR`, `2MO`, `-1FR`. */
function daysNamed(byday: string | undefined): readonly DayNamed[] {
  return (byday ?? '')
    .toUpperCase()
    .split(/[\s,;]+/)
    .flatMap((part) => {
      const [, nth = '', weekday = ''] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(part) ?? [];
      return weekday ? [{ weekday, nth: Number(nth) }] : [];
    });
}

function isWeekday(day: string, days: readonly DayNamed[], anchor: string | undefined): boolean {
  const weekday = weekdayOf(day);
  return days.length > 0 ? days.some((named) => named.weekday === weekday) : anchor !== undefined && weekdayOf(anchor) === weekday;
}

function isDayOfMonth(day: string, days: readonly DayNamed[], dates: readonly number[], anchor: string | undefined): boolean {
  const date = Number(day.slice(8));
  const length = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
  if (days.length === 0 && dates.length === 0) return anchor !== undefined && anchor.slice(8) === day.slice(8);
  const fromStart = Math.ceil(date / 7);
  const fromEnd = -Math.ceil((length - date + 1) / 7);
  const onDay = days.some(({ weekday, nth }) => weekday === weekdayOf(day) && [0, fromStart, fromEnd].includes(nth));
  const onDate = dates.includes(date) || dates.includes(date - length - 1);
  return (days.length === 0 || onDay) && (dates.length === 0 || onDate);
}

/** Every second or third one counts from the schedule's start; without a start nobody can say which, so every one counts. */
function isOnTurn(since: number | undefined, interval: number | undefined): boolean {
  return since === undefined || interval === undefined || interval < 2 || since % interval === 0;
}

/** A week begins on Monday, as RFC 5545 has it unless told otherwise. */
function weeksBetween(anchor: string | undefined, day: string): number | undefined {
  const monday = (of: string) => Math.floor((Date.parse(of) / dayMs + 3) / 7);
  return anchor === undefined ? undefined : monday(day) - monday(anchor);
}

function monthsBetween(anchor: string | undefined, day: string): number | undefined {
  const months = (of: string) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
  return anchor === undefined ? undefined : months(day) - months(anchor);
}

function weekdayOf(day: string): string | undefined {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
}

/** The day of a date or a date with a time. */
function dayOf(written: string | undefined): string | undefined {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(written ?? '') ?? [];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : undefined;
}

function numbersIn(list: string | undefined): readonly number[] {
  return (list ?? '')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number)
    .filter(Number.isInteger);
}

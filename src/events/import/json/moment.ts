import { findZone } from '../recurrence/findZone.ts';

const london = findZone('');

/** A date or a time of ISO 8601: with its offset, else by the clock in London; a date alone is the whole day. */
export function momentOf(text: string | undefined): { readonly at: Date; readonly day: boolean } | undefined {
  const [, year, month, day, time, hour = '0', minute = '0', second = '0', offset] =
    /^(\d{4})-(\d\d)-(\d\d)(T(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text?.trim() ?? '') ?? [];
  if (!year || !london) return undefined;
  const wall = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  };
  const at = offset ? new Date(text?.trim() ?? '') : london.instant(wall);
  return Number.isNaN(at.getTime()) ? undefined : { at, day: time === undefined };
}

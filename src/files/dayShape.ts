import { z } from 'zod';
import { isDay, londonDayEnd, londonDayStart } from '#calendar/londonDay.ts';
import { missing } from './issues.ts';

const aDay = missing('a day, such as 2027-01-31');

/** A day of the calendar, `YYYY-MM-DD`. */
export const dayShape = z.string(aDay).refine(isDay, { error: 'not a day; write it as 2027-03-31' });

/** When something begins: an instant, or a day, which then means its first moment in London. ISO 8601 in UTC comes out. */
export const beginningShape = momentShape(londonDayStart);

/** When something ends: an instant, or a day, which then counts whole: the first moment of the next day in London. */
export const endShape = momentShape(londonDayEnd);

function momentShape(fromDay: (day: string) => Date) {
  return z.string(aDay).transform((written, context): string => {
    const moment = isDay(written) ? fromDay(written) : instant(written);
    if (moment) return moment.toISOString();
    context.issues.push({ code: 'custom', message: reasonAgainst(written), input: written });
    return z.NEVER;
  });
}

const instantPattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d):[0-5]\d)$/;

function instant(written: string): Date | undefined {
  const day = instantPattern.exec(written)?.[1];
  return day !== undefined && isDay(day) ? new Date(written) : undefined;
}

function reasonAgainst(written: string): string {
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/.test(written)) {
    return 'says a time but not the zone; add Z or an offset, as in 2027-01-31T17:00+00:00, or write the day alone';
  }
  return 'not a day that exists; write it as 2027-01-31, or with a time as 2027-01-31T17:00+00:00';
}

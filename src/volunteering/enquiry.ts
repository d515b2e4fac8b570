import { isHoliday } from '#calendar/bankHolidays.ts';
import { dayAfter, londonDay, londonDayStart } from '#calendar/londonDay.ts';

/** A group that has not answered by then is asked once more; as long again, and nobody replied. Working days. */
export const nudgeAfterDays = 5;

/** Facts of one enquiry, with their times. */
export interface EnquiryFacts {
  readonly sentAt: Date;
  readonly answeredAt: Date | null;
  readonly startedAt: Date | null;
  readonly declinedAt: Date | null;
}

export type EnquiryStatus = 'sent' | 'answered' | 'started' | 'declined' | 'noReply';

export function statusOf({ sentAt, answeredAt, startedAt, declinedAt }: EnquiryFacts, now: Date): EnquiryStatus {
  if (startedAt) return 'started';
  if (declinedAt) return 'declined';
  if (answeredAt) return 'answered';
  return isOverdue(sentAt, now) ? 'noReply' : 'sent';
}

/** Asked twice, the group has had as long again to answer. */
export function isOverdue(sentAt: Date, now: Date): boolean {
  return workingDaysLater(sentAt, 2 * nudgeAfterDays) <= now;
}

/** Ten in the morning in London, so many working days later: not a Saturday, a Sunday or a bank holiday. */
export function workingDaysLater(from: Date, days: number): Date {
  let day = londonDay(from);
  for (let left = days; left > 0; ) {
    day = dayAfter(day);
    if (isWorkingDay(day)) left -= 1;
  }
  return new Date(londonDayStart(day).getTime() + 10 * 3_600_000);
}

function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/** Fewer answers than this say nothing about a group. */
const leastAnswers = 3;
const dayMs = 86_400_000;

/** In how many days a group usually replies, at least 1: the middle one of its last answers. Nothing where there are too few. */
export function usuallyRepliesIn(answers: readonly Pick<EnquiryFacts, 'sentAt' | 'answeredAt'>[]): number | undefined {
  const took = answers
    .flatMap(({ sentAt, answeredAt }) => (answeredAt ? [answeredAt.getTime() - sentAt.getTime()] : []))
    .sort((a, b) => a - b);
  const middle = took[Math.floor(took.length / 2)];
  return middle === undefined || took.length < leastAnswers ? undefined : Math.max(1, Math.round(middle / dayMs));
}

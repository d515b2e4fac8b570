import fc from 'fast-check';
import { isHoliday } from '#calendar/bankHolidays.ts';
import { londonDay } from '#calendar/londonDay.ts';
import { statusOf, usuallyRepliesIn, workingDaysLater } from '#volunteering/enquiry.ts';

const dayMs = 86_400_000;
const sentAt = new Date('2026-11-23T15:00:00Z');
const untouched = { sentAt, answeredAt: null, startedAt: null, declinedAt: null };

test('five working days after a Monday is the next Monday, and Christmas is not counted', () => {
  expect(workingDaysLater(sentAt, 5)).toEqual(new Date('2026-11-30T10:00:00Z'));
  expect(workingDaysLater(new Date('2026-12-24T09:00:00Z'), 1)).toEqual(new Date('2026-12-29T10:00:00Z'));
});

test('a nudge comes on a working day, at ten by the clock in London, in summer and in winter', () => {
  const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 10 }), (from, days) => {
      const later = workingDaysLater(from, days);
      expect(later.toLocaleTimeString('en-GB', { timeZone: 'Europe/London' })).toBe('10:00:00');
      expect(['Sat', 'Sun']).not.toContain(later.toLocaleDateString('en-GB', { timeZone: 'Europe/London', weekday: 'short' }));
      expect(isHoliday(londonDay(later))).toBe(false);
      expect(later.getTime()).toBeGreaterThan(from.getTime());
    }),
  );
});

test('what became of an enquiry is worked out from its facts', () => {
  expect(statusOf(untouched, new Date(sentAt.getTime() + dayMs))).toBe('sent');
  expect(statusOf(untouched, new Date(sentAt.getTime() + 14 * dayMs))).toBe('noReply');
  expect(statusOf({ ...untouched, answeredAt: sentAt }, sentAt)).toBe('answered');
  expect(statusOf({ ...untouched, answeredAt: sentAt, startedAt: sentAt }, sentAt)).toBe('started');
  expect(statusOf({ ...untouched, answeredAt: sentAt, declinedAt: sentAt }, sentAt)).toBe('declined');
});

test('how soon a group replies is the middle of its answers, once there are three', () => {
  const after = (days: number) => ({ sentAt, answeredAt: new Date(sentAt.getTime() + days * dayMs) });
  expect(usuallyRepliesIn([after(1), after(2)])).toBeUndefined();
  expect(usuallyRepliesIn([after(9), after(2), after(1)])).toBe(2);
  expect(usuallyRepliesIn([after(0.1), after(0.1), after(0.1), { sentAt, answeredAt: null }])).toBe(1);
});

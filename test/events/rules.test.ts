import fc from 'fast-check';
import { londonDay } from '#calendar/londonDay.ts';
import { audiencesNamed, audiencesOfAges } from '#events/audiences.ts';
import { oneLine, plainText } from '#events/import/plainText.ts';
import { reminderDueAt } from '#events/reminders/dueAt.ts';

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const hourOf = (at: Date) => Number(clock.format(at).slice(0, 2));
const anInstant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });

test('a reminder comes between nine and eight, before the session, and not before it was asked for', () => {
  fc.assert(
    fc.property(anInstant, fc.integer({ min: 0, max: 60 * 24 * 30 }), (now, minutes) => {
      const startsAt = new Date(now.getTime() + minutes * 60_000);
      const due = reminderDueAt(startsAt, now);
      if (!due) return expect(minutes).toBeLessThan(60 * 27);
      expect(hourOf(due)).toBeGreaterThanOrEqual(9);
      expect(hourOf(due)).toBeLessThan(20);
      expect(due.getTime()).toBeGreaterThan(now.getTime());
      expect(startsAt.getTime() - due.getTime()).toBeGreaterThanOrEqual(2 * 3_600_000);
    }),
    { numRuns: 1000 },
  );
});

test('with two days to go it comes on the day before', () => {
  fc.assert(
    fc.property(anInstant, fc.integer({ min: 60 * 50, max: 60 * 24 * 30 }), (now, minutes) => {
      const startsAt = new Date(now.getTime() + minutes * 60_000);
      const due = reminderDueAt(startsAt, now) ?? startsAt;
      const noonBefore = new Date(Date.parse(`${londonDay(startsAt)}T12:00:00Z`) - 86_400_000);
      expect(londonDay(due)).toBe(londonDay(noonBefore));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['at its own hour', '2026-11-28T10:30Z', '2026-11-23T10:00Z', '2026-11-27T10:30:00.000Z'],
  ['not before nine', '2026-11-28T06:00Z', '2026-11-23T10:00Z', '2026-11-27T09:00:00.000Z'],
  ['not after eight', '2026-11-28T22:00Z', '2026-11-23T10:00Z', '2026-11-27T19:00:00.000Z'],
  ['on the day before the clocks change', '2026-03-29T12:00Z', '2026-03-20T10:00Z', '2026-03-28T13:00:00.000Z'],
  ['at nine the same day, asked for late the evening before', '2026-11-28T14:00Z', '2026-11-27T21:00Z', '2026-11-28T09:00:00.000Z'],
])('%s', (_name, startsAt, now, expected) => {
  expect(reminderDueAt(new Date(startsAt), new Date(now))?.toISOString()).toBe(expected);
});

test('with no time left there is no reminder', () => {
  expect(reminderDueAt(new Date('2026-11-23T11:30Z'), new Date('2026-11-23T10:00Z'))).toBeUndefined();
  expect(reminderDueAt(new Date('2026-11-24T09:30Z'), new Date('2026-11-23T21:00Z'))).toBeUndefined();
});

test.each([
  ['<p>Tea &amp; cake</p><p>At 3</p>', 'Tea & cake\nAt 3'],
  ['<script>alert("x")</script>Tea', 'Tea'],
  ['<style>p{}</style>a < b and c > d', 'a < b and c > d'],
  ['Tea<br/>and<BR >cake', 'Tea\nand\ncake'],
  ['&lt;b&gt;not bold&lt;/b&gt; &#163;3 &#x20AC;4 &nbsp;&bogus;', '<b>not bold</b> £3 €4 &bogus;'],
  ['a\u202Eb\u0000c', 'abc'],
  ['<p', '<p'],
])('%j is the text %j', (source, text) => {
  expect(plainText(source, 200)).toBe(text);
});

test('no text is longer than asked for, and none takes long', () => {
  const nasty = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.constantFrom('<'.repeat(50_000), '<script>'.repeat(9_000), '&'.repeat(50_000), `<p ${'a'.repeat(40_000)}`),
  );
  fc.assert(
    fc.property(nasty, fc.integer({ min: 10, max: 1500 }), (source, most) => {
      const began = performance.now();
      expect(plainText(source, most).length).toBeLessThanOrEqual(most);
      expect(oneLine(source, most)).not.toMatch(/\n/);
      expect(performance.now() - began).toBeLessThan(500);
    }),
    { numRuns: 100 },
  );
});

test('whom an event is for, by words and by ages', () => {
  expect(audiencesNamed('Toddler Group')).toEqual(['toddlers']);
  expect(audiencesNamed('Fun for all the family, kids go free')).toEqual(['children', 'families']);
  expect(audiencesNamed('Over 60s lunch')).toEqual(['older']);
  expect(audiencesNamed('A kidney charity concert for adulthood')).toEqual([]);
  expect(audiencesOfAges(0, 4)).toEqual(['toddlers']);
  expect(audiencesOfAges(5, 15)).toEqual(['children', 'teenagers']);
  expect(audiencesOfAges(undefined, undefined)).toEqual([]);
});

import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarOf } from '#events/feeds/calendar.ts';
import { eventsAsJson } from '#events/feeds/json.ts';
import { readCalendar } from '#events/import/icalendar/index.ts';
import { readJson } from '#events/import/json/index.ts';
import type { ListedSession } from '#events/search/store.ts';

const aSession = (changes: Partial<ListedSession> = {}): ListedSession => ({
  id: '6e8b0f5e-0000-4000-8000-000000000001',
  eventId: '6e8b0f5e-0000-4000-8000-000000000002',
  title: 'Lego Club',
  organiser: 'Friends of the Library',
  venue: 'Thornby Library',
  address: 'Market Street, Thornby',
  startsAt: new Date('2026-03-28T10:00:00Z'),
  endsAt: new Date('2026-03-28T12:00:00Z'),
  allDay: false,
  online: false,
  audiences: ['children'],
  free: true,
  cost: undefined,
  stepFree: true,
  description: 'Build; what you like, with others.\nBring "nothing".',
  url: 'https://thornby.example/lego',
  cancelledAt: undefined,
  vanishedAt: undefined,
  topics: ['crafts'],
  revision: 2,
  changedAt: new Date('2026-03-01T09:00:00Z'),
  ...changes,
});
const publicUrl = 'https://folkmoot.example';
const reading = { now: new Date('2026-03-20T00:00:00Z') };

test('a calendar is as RFC 5545 has it', () => {
  const text = calendarOf([aSession()], publicUrl);
  const lines = text.split('\r\n');
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of [
    'VERSION:2.0',
    'DTSTART;TZID=Europe/London:20260328T100000',
    'DTEND;TZID=Europe/London:20260328T120000',
    'SEQUENCE:2',
    'DTSTAMP:20260301T090000Z',
    'STATUS:CONFIRMED',
    'TZID:Europe/London',
  ])
    expect(lines).toContain(line);
  expect(text).toContain('UID:6e8b0f5e-0000-4000-8000-000000000001@folkmoot.example');
  const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  expect(event?.getFirstPropertyValue('description')).toBe(
    'Build; what you like, with others.\nBring "nothing".\nFriends of the Library\nhttps://thornby.example/lego',
  );
});

test('what is off is cancelled and not left out; a whole day is a date', () => {
  const off = calendarOf([aSession({ cancelledAt: new Date() }), aSession({ vanishedAt: new Date() })], publicUrl);
  expect(off.match(/STATUS:CANCELLED/g)).toHaveLength(2);
  const day = calendarOf(
    [aSession({ allDay: true, startsAt: new Date('2026-03-28T00:00Z'), endsAt: new Date('2026-03-29T23:00Z') })],
    publicUrl,
  );
  expect(day).toContain('DTSTART;VALUE=DATE:20260328\r\nDTEND;VALUE=DATE:20260330');
});

test("no line is over 75 octets, in any script, and every text comes back as it was; its zone is London's", () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ł', 'ș', 'ė', '😀', ' ', ',', ';', '\\', '"', ':'), minLength: 1, maxLength: 300 });
  const when = fc.date({ min: new Date('2026-03-21T00:00:00Z'), max: new Date('2026-09-20T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(text, text, when, (title, venue, at) => {
      const startsAt = new Date(Math.floor(at.getTime() / 1000) * 1000);
      const written = calendarOf([aSession({ title, venue, startsAt, endsAt: startsAt })], publicUrl);
      expect(Math.max(...written.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
      const [event] = new ICAL.Component(ICAL.parse(written)).getAllSubcomponents('vevent');
      expect(event?.getFirstPropertyValue('summary')).toBe(title);
      const [timezone] = new ICAL.Component(ICAL.parse(written)).getAllSubcomponents('vtimezone');
      const start = event?.getFirstPropertyValue('dtstart') as ICAL.Time;
      const { year, month, day, hour, minute, second } = start;
      const offset = new ICAL.Timezone(timezone as ICAL.Component).utcOffset(start) * 1000;
      expect(Date.UTC(year, month - 1, day, hour, minute, second) - offset).toBe(startsAt.getTime());
    }),
    { numRuns: 200 },
  );
});

test('what we publish we can take in again, as a calendar and as schema.org', () => {
  const sessions = [
    aSession(),
    aSession({ id: '6e8b0f5e-0000-4000-8000-000000000003', cancelledAt: new Date(), endsAt: new Date('2026-03-28T10:00:00Z') }),
  ];
  const again = readCalendar(calendarOf(sessions, publicUrl), { ...reading, organiser: 'Folkmoot' });
  expect(again.listings.map(({ title, cancelled, sessions: [one] }) => [title, cancelled, one?.startsAt, one?.venue?.name])).toEqual(
    sessions.map(({ title, cancelledAt, startsAt, venue }) => [title, cancelledAt !== undefined, startsAt, venue]),
  );
  const json = readJson(eventsAsJson(sessions, publicUrl), reading);
  expect(json.listings).toMatchObject([
    { title: 'Lego Club', organiser: 'Friends of the Library', free: true, cancelled: false, topics: ['crafts'] },
    { cancelled: true },
  ]);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readCalendar } from '#events/import/icalendar/index.ts';
import type { FeedRead } from '#events/import/listing.ts';

const now = new Date('2026-03-20T12:00:00Z');
const reading = { now, organiser: undefined, venue: undefined };

/** A calendar with these lines in its one event, or these events. */
function calendar(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Thornby Town Council', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}
const anEvent = (...lines: readonly string[]) => ['UID:one', 'SUMMARY:Fair', 'LOCATION:Market Square\\, Thornby', ...lines];
const begins = (read: FeedRead) => read.listings.flatMap(({ sessions }) => sessions.map(({ startsAt }) => startsAt.toISOString()));
const reasons = (read: FeedRead) => read.refused.map(({ reason }) => reason);

test.each([
  ['a zone of the database', 'DTSTART;TZID=Europe/London:20260401T180000', '2026-04-01T17:00:00.000Z'],
  ['a quoted zone', 'DTSTART;TZID="Europe/London":20260401T180000', '2026-04-01T17:00:00.000Z'],
  ["Windows' name", 'DTSTART;TZID=GMT Standard Time:20260401T180000', '2026-04-01T17:00:00.000Z'],
  ["Windows' name, quoted", 'DTSTART;TZID="W. Europe Standard Time":20260401T180000', '2026-04-01T16:00:00.000Z'],
  ["Outlook's name", 'DTSTART;TZID="(UTC+00:00) Dublin, Edinburgh, Lisbon, London":20260401T180000', '2026-04-01T17:00:00.000Z'],
  ['a path before the name', 'DTSTART;TZID=/freeassociation.sourceforge.net/Europe/London:20260401T180000', '2026-04-01T17:00:00.000Z'],
  ['UTC', 'DTSTART:20260401T180000Z', '2026-04-01T18:00:00.000Z'],
  ['no zone, which is London', 'DTSTART:20260401T180000', '2026-04-01T17:00:00.000Z'],
  ['a whole day', 'DTSTART;VALUE=DATE:20260401', '2026-03-31T23:00:00.000Z'],
  ['a whole day that does not say so', 'DTSTART:20260401', '2026-03-31T23:00:00.000Z'],
])('reads a time in %s', (_name, line, expected) => {
  expect(begins(readCalendar(calendar(anEvent(line)), reading))).toEqual([expected]);
});

test('a zone that only the file describes is taken from there; one that nobody knows is refused', () => {
  const own = [
    'BEGIN:VTIMEZONE',
    'TZID:Ours',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0330',
    'TZOFFSETTO:+0330',
    'END:STANDARD',
    'END:VTIMEZONE',
    '',
  ].join('\r\n');
  const text = calendar(anEvent('DTSTART;TZID=Ours:20260401T180000'));
  expect(begins(readCalendar(text.replace('BEGIN:VEVENT', `${own}BEGIN:VEVENT`), reading))).toEqual(['2026-04-01T14:30:00.000Z']);
  expect(reasons(readCalendar(text, reading))).toEqual(['has a time zone that nobody knows: Ours']);
});

test('days are left out by time, by date, and by lists; a date leaves out whatever is on that day', () => {
  const read = readCalendar(
    calendar(
      anEvent(
        'DTSTART;TZID=Europe/London:20260324T090000',
        'DTEND;TZID=Europe/London:20260324T100000',
        'RRULE:FREQ=WEEKLY;COUNT=6',
        'EXDATE;VALUE=DATE:20260331',
        'EXDATE:20260407T080000Z,20260414T080000Z',
      ),
    ),
    reading,
  );
  expect(begins(read)).toEqual(['2026-03-24T09:00:00.000Z', '2026-04-21T08:00:00.000Z', '2026-04-28T08:00:00.000Z']);
});

test('one session is moved, one is cancelled, and both keep their names', () => {
  const read = readCalendar(
    calendar(
      anEvent('DTSTART;TZID=Europe/London:20260324T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=3'),
      ['UID:one', 'RECURRENCE-ID;TZID=Europe/London:20260331T090000', 'DTSTART:20260401T150000Z', 'SUMMARY:Fair indoors', 'LOCATION:Hall'],
      ['UID:one', 'RECURRENCE-ID:20260407T080000Z', 'DTSTART:20260407T080000Z', 'STATUS:CANCELLED'],
    ),
    reading,
  );
  const [listing] = read.listings;
  expect(
    listing?.sessions.map(({ key, startsAt, title, venue, cancelled }) => [key, startsAt.toISOString(), title, venue?.name, cancelled]),
  ).toEqual([
    ['2026-03-24T09:00:00.000Z', '2026-03-24T09:00:00.000Z', 'Fair', 'Market Square', false],
    ['2026-03-31T08:00:00.000Z', '2026-04-01T15:00:00.000Z', 'Fair indoors', 'Hall', false],
    ['2026-04-07T08:00:00.000Z', '2026-04-07T08:00:00.000Z', 'Fair', 'Market Square', true],
  ]);
});

test('whole days last from midnight to midnight in London, also over a change of the clocks', () => {
  const read = readCalendar(calendar(anEvent('DTSTART;VALUE=DATE:20260328', 'DTEND;VALUE=DATE:20260330')), reading);
  expect(read.listings[0]?.sessions[0]).toMatchObject({
    startsAt: new Date('2026-03-28T00:00:00Z'),
    endsAt: new Date('2026-03-29T23:00:00Z'),
    allDay: true,
  });
});

test('a session keeps its name when it is moved, where it is the only one', () => {
  const keys = ['20260401T180000Z', '20260402T180000Z'].map(
    (at) => readCalendar(calendar(anEvent(`DTSTART:${at}`)), reading).listings[0]?.sessions[0]?.key,
  );
  expect(keys[0]).toBe(keys[1]);
});

test('every record that does not hold is named with its reason, and the rest goes in', () => {
  const bad: readonly (readonly [readonly string[], string])[] = [
    [['UID:a', 'DTSTART:20260401T180000Z', 'LOCATION:Hall'], 'has no title'],
    [['UID:b', 'SUMMARY:B', 'DTSTART:20260401T180000Z'], 'names no venue: add it in the feed, or import with --venue NAME'],
    [['UID:c', 'SUMMARY:C', 'LOCATION:Hall'], 'has no start (DTSTART)'],
    [['UID:d', 'SUMMARY:D', 'LOCATION:Hall', 'DTSTART:2026'], 'has a dtstart that cannot be read'],
    [['UID:e', 'SUMMARY:E', 'LOCATION:Hall', 'DTSTART:20260401T180000Z', 'DTEND:20260401T170000Z'], 'ends before it begins'],
    [['UID:f', 'SUMMARY:F', 'LOCATION:Hall', 'DTSTART:20260401T180000Z', 'RRULE:FREQ=SECONDLY'], 'repeats more often than once a day'],
    [['UID:g', 'SUMMARY:G', 'LOCATION:Hall', 'DTSTART:20260401T180000Z', 'DURATION:P9999W'], 'has a DURATION that cannot be'],
    [['SUMMARY:H', 'LOCATION:Hall', 'DTSTART:20260401T180000Z'], 'has no UID, so that it could not be found again at the next import'],
  ];
  const read = readCalendar(calendar(...bad.map(([lines]) => lines), anEvent('DTSTART:20260401T180000Z')), reading);
  expect(read.listings.map(({ uid }) => uid)).toEqual(['one']);
  expect(reasons(read).sort()).toEqual(bad.map(([, reason]) => reason).sort());
  expect(read.refused.every(({ record }) => /^line \d+, ".+"$/.test(record))).toBe(true);
});

test('of two with one UID the later version is taken', () => {
  const version = (sequence: number, title: string) => [
    'UID:one',
    `SUMMARY:${title}`,
    'LOCATION:Hall',
    'DTSTART:20260401T180000Z',
    `SEQUENCE:${sequence}`,
  ];
  for (const order of [
    [version(2, 'New'), version(1, 'Old')],
    [version(1, 'Old'), version(2, 'New')],
  ]) {
    const read = readCalendar(calendar(...order), reading);
    expect(read.listings.map(({ title }) => title)).toEqual(['New']);
    expect(reasons(read)).toEqual(['has the same UID as another: the newer one is taken']);
  }
});

test('a file that is cut off gives what is whole', () => {
  const text = calendar(anEvent('DTSTART:20260401T180000Z'), ['UID:two', 'SUMMARY:Two', 'LOCATION:Hall', 'DTSTART:20260402T180000Z']);
  const read = readCalendar(text.slice(0, text.indexOf('UID:two') + 20), reading);
  expect(read.listings.map(({ uid }) => uid)).toEqual(['one']);
  expect(reasons(read)).toEqual(['is cut off']);
});

test('whatever stands in a calendar, reading it ends, and the good event is found', () => {
  const good = anEvent('DTSTART:20260401T180000Z');
  const line = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom(
      'BEGIN:VEVENT',
      'END:VEVENT',
      'RRULE:FREQ=YEARLY',
      'DTSTART:20260401',
      ' folded',
      'BEGIN:VALARM',
      'DTEND;TZID=:x',
      'UID:two',
      'SUMMARY;X="',
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 8 }), { maxLength: 4 }), (events) => {
      const read = readCalendar(calendar(...events.filter((lines) => !lines.includes('UID:one')), good), reading);
      expect(read.listings.map(({ uid }) => uid)).toContain('one');
    }),
    { numRuns: 200 },
  );
});

const published = new URL('../../../shared/data/icalendar/', import.meta.url);
const samples = existsSync(published)
  ? ['ical.js-samples', 'node-ical', 'debian-python3-icalendar'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, published))
        .filter((name) => name.endsWith('.ics'))
        .map((name) => `${folder}/${name}`),
    )
  : [];
if (samples.length === 0) process.stdout.write('Published calendars are not here (../shared/data/icalendar): their tests are skipped.\n');
else
  test('every published sample is read, each event taken or named with its reason', () => {
    const read = samples.map((name) => {
      const text = readFileSync(new URL(name, published), 'utf8');
      const [, year = '2026', month = '01', day = '01'] =
        /DTSTART[^:\n]*:(\d{4})(\d\d)(\d\d)/.exec(text.split('BEGIN:VEVENT')[1] ?? '') ?? [];
      const then = new Date(`${year}-${month}-${day}T00:00:00Z`);
      const { listings, refused, notNow } = readCalendar(text, { now: then, organiser: 'Somebody', venue: 'Somewhere' });
      return { name, taken: listings.length, accounted: listings.length + refused.length + notNow, events: /BEGIN:VEVENT/.test(text) };
    });
    expect(read.filter(({ events, accounted }) => events && accounted === 0)).toEqual([]);
    expect(read.filter(({ taken }) => taken > 0).length).toBeGreaterThan(20);
  });

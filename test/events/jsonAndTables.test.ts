import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readCsv } from '#events/import/csv.ts';
import { nextPage, readJson } from '#events/import/json/index.ts';
import type { FeedRead } from '#events/import/listing.ts';
import { formatOf, readFeed } from '#events/import/readFeed.ts';

const now = new Date('2026-03-20T12:00:00Z');
const reading = { now };
const begins = (read: FeedRead) => read.listings.flatMap(({ sessions }) => sessions.map(({ startsAt }) => startsAt.toISOString()));

const event = {
  '@type': 'Event',
  '@id': 'https://thornby.example/fair',
  name: 'Spring <em>Fair</em>',
  startDate: '2026-04-01T11:00+01:00',
  endDate: '2026-04-01T16:00+01:00',
  organizer: { '@type': 'Organization', name: 'Thornby Town Council' },
  location: {
    '@type': 'Place',
    name: 'Market Square',
    address: { '@type': 'PostalAddress', addressLocality: 'Thornby', postalCode: 'NN99 1EG' },
    geo: { '@type': 'GeoCoordinates', latitude: 52.37, longitude: -0.72 },
  },
};

test('reads an event of schema.org with whatever it says', () => {
  const read = readJson(
    JSON.stringify({
      ...event,
      typicalAgeRange: '5-11',
      isAccessibleForFree: true,
      eventStatus: 'https://schema.org/EventCancelled',
      accessibilityFeature: ['wheelchair access'],
      keywords: 'crafts, Food & Drink',
      url: 'https://thornby.example/fair',
    }),
    reading,
  );
  expect(read.listings).toMatchObject([
    {
      uid: 'https://thornby.example/fair',
      title: 'Spring Fair',
      organiser: 'Thornby Town Council',
      audiences: ['children'],
      topics: ['crafts', 'food-drink'],
      free: true,
      stepFree: true,
      cancelled: true,
      sessions: [
        {
          startsAt: new Date('2026-04-01T10:00Z'),
          endsAt: new Date('2026-04-01T15:00Z'),
          venue: { name: 'Market Square', postcode: 'NN99 1EG' },
        },
      ],
    },
  ]);
});

test.each([
  ['a list', [event]],
  ['a graph', { '@context': 'https://schema.org', '@graph': [event] }],
  ['a list of items', [{ '@type': 'ListItem', item: event }]],
])('reads %s', (_name, whole) => {
  expect(begins(readJson(JSON.stringify(whole), reading))).toEqual(['2026-04-01T10:00:00.000Z']);
});

test.each([
  ['a day', { startDate: '2026-04-01', endDate: '2026-04-02' }, '2026-03-31T23:00:00.000Z', '2026-04-02T23:00:00.000Z'],
  [
    'a time by the clock in London',
    { startDate: '2026-04-01T11:00:00', endDate: undefined },
    '2026-04-01T10:00:00.000Z',
    '2026-04-01T10:00:00.000Z',
  ],
  ['UTC', { startDate: '2026-04-01T11:00:00Z', endDate: '2026-04-01T12:00:00.5Z' }, '2026-04-01T11:00:00.000Z', '2026-04-01T12:00:00.500Z'],
])('reads %s', (_name, dates, startsAt, endsAt) => {
  const [listing] = readJson(JSON.stringify({ ...event, ...dates }), reading).listings;
  expect(listing?.sessions).toMatchObject([{ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }]);
});

test('a schedule is followed by the clock in its zone', () => {
  const read = readJson(
    JSON.stringify({
      ...event,
      startDate: undefined,
      endDate: undefined,
      eventSchedule: {
        '@type': 'Schedule',
        startDate: '2026-03-24',
        endDate: '2026-04-14',
        repeatFrequency: 'P1W',
        byDay: ['https://schema.org/Tuesday'],
        startTime: '09:00',
        endTime: '10:30',
        scheduleTimezone: 'Europe/London',
        exceptDate: ['2026-04-07'],
      },
    }),
    reading,
  );
  expect(begins(read)).toEqual(['2026-03-24T09:00:00.000Z', '2026-03-31T08:00:00.000Z', '2026-04-14T08:00:00.000Z']);
});

test('a page of changes: what is deleted is told, sessions go to their series, and it says nothing of the rest', () => {
  const series = {
    '@type': 'SessionSeries',
    '@id': 'https://thornby.example/yoga',
    name: 'Yoga',
    organizer: event.organizer,
    location: event.location,
  };
  const item = (id: string, data: object) => ({ state: 'updated', kind: 'ScheduledSession', id, modified: 1, data });
  const page = {
    next: 'https://thornby.example/feed?after=2',
    items: [
      { state: 'deleted', kind: 'Event', id: 'gone', modified: 1 },
      item('s1', { '@type': 'ScheduledSession', startDate: '2026-04-01T10:00:00Z', superEvent: series }),
      item('s2', { '@type': 'ScheduledSession', startDate: '2026-04-08T10:00:00Z', superEvent: series, eventStatus: 'EventCancelled' }),
      item('s3', { '@type': 'ScheduledSession', startDate: '2026-04-09T10:00:00Z', superEvent: 'https://thornby.example/elsewhere' }),
    ],
  };
  const read = readJson(JSON.stringify(page), reading);
  expect(read).toMatchObject({ whole: false, deleted: ['gone'], refused: [{ uid: 's3', reason: 'has no title' }] });
  expect(read.listings).toMatchObject([
    {
      uid: series['@id'],
      title: 'Yoga',
      complete: false,
      sessions: [
        { key: 's1', cancelled: false },
        { key: 's2', cancelled: true },
      ],
    },
  ]);
  expect(nextPage(JSON.stringify(page))).toBe(page.next);
  expect(nextPage(JSON.stringify({ ...page, items: [] }))).toBeUndefined();
});

test('things of any shape are refused by name, and never stop the rest', () => {
  fc.assert(
    fc.property(fc.array(fc.json(), { maxLength: 6 }), fc.array(fc.object(), { maxLength: 4 }), (texts, objects) => {
      const odd = [...texts.map((text) => JSON.parse(text)), ...objects.map((object) => ({ ...event, '@id': undefined, ...object }))];
      const read = readJson(JSON.stringify([...odd, { ...event, '@id': 'the good one' }]), reading);
      expect(read.listings.map(({ uid }) => uid)).toContain('the good one');
    }),
    { numRuns: 200 },
  );
});

const table = `id,title,starts,ends,organiser,venue,postcode,repeats,free,cost
1,Lego Club,2026-04-04 10:00,2026-04-04 12:00,Friends of the Library,Thornby Library,NN99 1AP,FREQ=WEEKLY;COUNT=2,yes,
2,Market,2026-04-05,,Town Council,Market Square,,,no,£1
3,Broken,next Tuesday,,Town Council,Market Square,,,,
4,Odd,2026-04-05,,Town Council,Market Square,,,perhaps,
1,Again,2026-04-05,,Town Council,Market Square,,,,
`;

test('reads a table, and names the line of what does not hold', () => {
  const read = readCsv(table, reading);
  expect(begins(read)).toEqual(['2026-04-04T09:00:00.000Z', '2026-04-11T09:00:00.000Z', '2026-04-04T23:00:00.000Z']);
  expect(read.refused.map(({ record, reason }) => `${record}: ${reason}`)).toEqual([
    'line 4, "Broken": has no start that can be read: write 2026-11-28 10:00, or 2026-11-28 for the whole day',
    'line 5, "Odd": has "perhaps" under free: write yes or no',
    'line 6, "Again": has the same id as another: the first one is taken',
  ]);
});

test('a table without its columns is refused whole, with the columns that there are', () => {
  expect(() => readCsv('name,date\nx,y\n', reading)).toThrow('It has no column id, title, starts, organiser, venue. Columns: id, title');
});

test.each([
  ['BEGIN:VCALENDAR\r\n', 'ics'],
  ['\uFEFF\n begin:vcalendar\n', 'ics'],
  ['{"@type":"Event"}', 'json'],
  ['[]', 'json'],
  ['id,title\n1,x\n', 'csv'],
  ['id;title\n1;x\n', 'csv'],
])('%j is read as %s', (text, format) => {
  expect(formatOf(text)).toBe(format);
});

test.each(['<!doctype html><html>', '', 'hello', '\u0000\u0001', '[]', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'])(
  '%j is no feed, and changes nothing',
  (text) => {
    expect(() => readFeed(text, undefined, reading)).toThrow(/^It (is|holds) /);
  },
);

const published = new URL('../../../shared/data/openactive/examples/', import.meta.url);
if (!existsSync(published))
  process.stdout.write("OpenActive's examples are not here (../shared/data/openactive): their tests are skipped.\n");
else
  test.each([
    ['event_example_1.json', 1],
    ['sessionseries_example_1.json', 1],
    ['scheduledsession_example_1.json', 1],
    ['event_eventseries_example_1.json', 1],
    ['facilityuse_example_1.json', 0],
  ])("OpenActive's %s", (name, taken) => {
    const text = readFileSync(new URL(name, published), 'utf8');
    const [, date = '2018-06-01'] = /"startDate":\s*"(\d{4}-\d\d-\d\d)/.exec(text) ?? [];
    const read = readJson(text, { now: new Date(`${date}T00:00:00Z`), organiser: 'Somebody' });
    expect(read.listings.length + read.refused.length + read.notNow).toBeGreaterThan(0);
    expect(read.listings.length).toBe(taken);
  });

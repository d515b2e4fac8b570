import { createEvents, type Events } from '#events';
import { mountEventFeeds } from '#http/eventFeeds.ts';
import { loadWords } from '#language/words.ts';
import { createPlaces } from '#places';
import { importSamplePlaces } from '#test/places/aTown.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { aServer, type TestServer } from './aServer.ts';

const now = new Date('2026-11-23T10:00:00Z');
let database: TestDatabase;
let events: Events;
let server: TestServer;
beforeAll(async () => {
  database = await testDatabase();
  const places = createPlaces({ database: database.prisma, words: loadWords() });
  await importSamplePlaces(places);
  events = createEvents({ database: database.prisma, places, clock: () => now, publicUrl: 'https://thornby.example' });
  const table = `id,title,starts,ends,organiser,venue,address,postcode,topics
1,Near,2026-11-28 10:00,2026-11-28 12:00,Library,Thornby Library,Thornby,NN99 1AP,Crafts
2,Far,2026-11-28 10:00,,Club,Social Club,Nether Cote,NN98 4AP,Games
3,<b>Off</b>,2026-11-29,,Club,Social Club,Nether Cote,NN98 4AP,Games
`;
  await events.importFeed({ source: 'test', text: table });
  await events.importFeed({
    source: 'test',
    text: table
      .replace('topics', 'topics,cancelled')
      .replace(',Games\n3', ',Games,\n3')
      .replace(/Games\n$/, 'Games,yes\n'),
  });
  server = await aServer(({ routes }) => mountEventFeeds(routes, { events, places }));
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });
const titles = async (path: string) => {
  const { '@graph': graph } = (await (await get(path)).json()) as { '@graph': readonly { name: string; eventStatus: string }[] };
  return graph.map(({ name, eventStatus }) => `${name} ${eventStatus.replace(/.*Event/, '')}`);
};

test('the calendar is for everybody, and says when it changed', async () => {
  const response = await get('/feeds/events.ics');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('last-modified')).toBe('Mon, 23 Nov 2026 10:00:00 GMT');
  const text = await response.text();
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  expect(text.match(/STATUS:CANCELLED/g)).toHaveLength(1);
  expect(text).toContain('BEGIN:VTIMEZONE');
});

test('what somebody has already is not sent again', async () => {
  const first = await get('/feeds/events.ics');
  const tag = first.headers.get('etag') ?? '';
  expect((await get('/feeds/events.ics', { 'If-None-Match': tag })).status).toBe(304);
  expect((await get('/feeds/events.ics', { 'If-None-Match': '"other"' })).status).toBe(200);
  expect((await get('/feeds/events.ics', { 'If-Modified-Since': 'Mon, 23 Nov 2026 10:00:00 GMT' })).status).toBe(304);
  expect((await get('/feeds/events.ics', { 'If-Modified-Since': 'Sun, 22 Nov 2026 10:00:00 GMT' })).status).toBe(200);
});

test('all, of a place, and of a topic', async () => {
  expect((await titles('/feeds/events.json')).sort()).toEqual(['Far Scheduled', 'Near Scheduled', 'Off Cancelled']);
  expect(await titles('/feeds/events.json?place=Thornby')).toEqual(['Near Scheduled']);
  expect((await titles('/feeds/events.json?place=Thornby&miles=30')).length).toBe(3);
  expect(await titles('/feeds/events.json?topic=crafts')).toEqual(['Near Scheduled']);
  expect((await get('/feeds/events.json?place=Nowhere')).status).toBe(404);
  expect((await get('/feeds/events.json?place=Thornby&miles=x')).status).toBe(400);
});

test('a session has a calendar file of its own', async () => {
  const session = await database.prisma.eventSession.findFirstOrThrow({ where: { title: 'Near' } });
  const response = await get(`/events/${session.id}.ics`);
  expect(response.status).toBe(200);
  const text = await response.text();
  expect(text).toContain('SUMMARY:Near');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  for (const path of ['/events/00000000-0000-4000-8000-000000000000.ics', '/events/x.ics', '/events/../x', `/events/${session.id}`])
    expect((await get(path)).status).toBe(404);
  expect(server.reported).toEqual([]);
});

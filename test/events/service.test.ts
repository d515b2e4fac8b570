import { randomUUID } from 'node:crypto';
import { createEvents, type Events, FeedRefused, recordEventFact, reminderInWords } from '#events';
import { loadWords } from '#language/words.ts';
import { createPlaces } from '#places';
import { importSamplePlaces } from '#test/places/aTown.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';

let database: TestDatabase;
let now: Date;
let events: Events;
const words = loadWords();

beforeAll(async () => {
  database = await testDatabase();
  await importSamplePlaces(createPlaces({ database: database.prisma, words }));
});
afterAll(() => database.close());
beforeEach(async () => {
  now = new Date('2026-11-23T10:00:00Z');
  await database.prisma.event.deleteMany();
  const places = createPlaces({ database: database.prisma, words });
  events = createEvents({ database: database.prisma, places, clock: () => now, publicUrl: 'https://thornby.example' });
});

interface AnEvent {
  readonly uid: string;
  readonly start?: string;
  readonly lines?: readonly string[];
}
const anEvent = ({ uid, start = '20261128T100000Z', lines = [] }: AnEvent) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  ...(lines.some((line) => line.startsWith('SUMMARY')) ? [] : [`SUMMARY:Event ${uid}`]),
  ...(lines.some((line) => line.startsWith('LOCATION')) ? [] : ['LOCATION:Market Square\\, Thornby NN99 1EG']),
  `DTSTART:${start}`,
  ...lines,
  'END:VEVENT',
];
const calendar = (...all: readonly AnEvent[]) =>
  ['BEGIN:VCALENDAR', 'X-WR-CALNAME:Town Council', ...all.flatMap(anEvent), 'END:VCALENDAR', ''].join('\r\n');
const take = (...all: readonly AnEvent[]) => events.importFeed({ source: 'test', text: calendar(...all) });

const inTwoWeeks = () => ({ from: now, to: new Date(now.getTime() + 14 * 86_400_000) });
async function found(wanted: Partial<Parameters<Events['find']>[0]> = {}): Promise<string[]> {
  const { found } = await events.find({ ...inTwoWeeks(), ...wanted }, 20);
  return found.map(({ session }) => session.title);
}
const states = async () =>
  (await database.prisma.event.findMany({ orderBy: { uid: 'asc' } })).map(
    ({ uid, cancelledAt, vanishedAt }) => `${uid}${cancelledAt ? ' cancelled' : ''}${vanishedAt ? ' vanished' : ''}`,
  );

test('the words of a title are known from then on, so that slips in them are put right', async () => {
  await take({ uid: 'a', lines: ['SUMMARY:Ukulele Café 2026'] });
  const known = await database.prisma.directoryWord.findMany({
    where: { word: { in: ['ukulele', 'cafe', '2026'] } },
    orderBy: { word: 'asc' },
  });
  expect(known.map(({ word }) => word)).toEqual(['cafe', 'ukulele']);
});

test('the same feed again changes nothing; what changes is changed; what vanishes is marked and comes back', async () => {
  expect(await take({ uid: 'a' }, { uid: 'b' })).toMatchObject({ added: 2, changed: 0, unchanged: 0, vanished: 0 });
  expect(await take({ uid: 'a' }, { uid: 'b' })).toMatchObject({ added: 0, changed: 0, unchanged: 2, vanished: 0 });
  expect(await take({ uid: 'a', lines: ['SUMMARY:New name'] })).toMatchObject({ added: 0, changed: 1, unchanged: 0, vanished: 1 });
  expect(await states()).toEqual(['a', 'b vanished']);
  expect(await found()).toEqual(['New name']);
  expect(await take({ uid: 'a', lines: ['SUMMARY:New name'] }, { uid: 'b' })).toMatchObject({ changed: 1, unchanged: 1, vanished: 0 });
  expect(await found()).toHaveLength(2);
});

test('what is cancelled stays, cancelled, and is not found', async () => {
  await take({ uid: 'a' });
  await take({ uid: 'a', lines: ['STATUS:CANCELLED'] });
  expect(await states()).toEqual(['a cancelled']);
  expect(await found()).toEqual([]);
});

test('a record that is refused this time stays as it was', async () => {
  await take({ uid: 'a' }, { uid: 'b' });
  const again = await take({ uid: 'a', lines: ['RRULE:FREQ=SECONDLY'] }, { uid: 'b' });
  expect(again).toMatchObject({ vanished: 0, unchanged: 1 });
  expect(again.refused).toMatchObject([{ uid: 'a', reason: 'repeats more often than once a day' }]);
  expect(await states()).toEqual(['a', 'b']);
});

test('a feed of which nothing can be read takes nothing down', async () => {
  await take({ uid: 'a' });
  await expect(events.importFeed({ source: 'test', text: '<!doctype html><p>Sorry' })).rejects.toThrow(FeedRefused);
  await expect(events.importFeed({ source: 'test', text: calendar() })).rejects.toThrow('It holds no events');
  expect(await take({ uid: 'x', lines: ['RRULE:FREQ=SECONDLY'] })).toMatchObject({ vanished: 0 });
  expect(await states()).toEqual(['a']);
});

test('another source is another matter', async () => {
  await take({ uid: 'a' });
  await events.importFeed({ source: 'other', text: calendar({ uid: 'a' }) });
  expect(await states()).toEqual(['a', 'a']);
});

test('what is over is left as it was', async () => {
  await take({ uid: 'a', start: '20261124T100000Z' }, { uid: 'b' });
  now = new Date('2026-11-25T10:00:00Z');
  expect(await take({ uid: 'b' })).toMatchObject({ vanished: 0, unchanged: 1 });
  expect(await states()).toEqual(['a', 'b']);
});

test('a record over which reading stands still is left out, and the rest goes in', async () => {
  const endless = 'RRULE:FREQ=DAILY;BYMONTHDAY=-31';
  const read = await take({ uid: 'a' }, { uid: 'endless', lines: [endless] }, { uid: 'b' });
  expect(read.refused).toMatchObject([{ uid: 'endless', reason: 'takes too long to read' }]);
  expect(await states()).toEqual(['a', 'b']);
}, 120_000);

test('the process that takes a feed in answers others meanwhile', async () => {
  const many = Array.from({ length: 400 }, (_, at) => ({ uid: `e${at}`, lines: ['RRULE:FREQ=WEEKLY'] }));
  let longest = 0;
  let last = process.cpuUsage();
  // Of the processor, as the machine may be busy with other tests.
  const beat = setInterval(() => {
    const { user, system } = process.cpuUsage(last);
    longest = Math.max(longest, (user + system) / 1000);
    last = process.cpuUsage();
  }, 5);
  const taken = await take(...many);
  clearInterval(beat);
  expect(taken.added).toBe(400);
  expect(longest).toBeLessThan(1500);
}, 120_000);

test('finds by the beginnings of words, whatever they are written with, and never by their middles', async () => {
  const long = '㌖'.repeat(120);
  await take(
    { uid: 'a', lines: ['SUMMARY:Rhyme Time at St John’s 2nd Hall'] },
    { uid: 'b', lines: ['SUMMARY:🎄 Fair & more <3>'] },
    { uid: 'c', lines: [`SUMMARY:${long}`] },
    { uid: 'd', lines: [`SUMMARY:${'🇬🇧'.repeat(50)}`] },
  );
  const rhyme = ['Rhyme Time at St John’s 2nd Hall'];
  for (const words of [['rhy'], ['time', 'rhyme'], ['johns'], ['2nd'], ['st', 'h'], ["st'"]])
    expect([words, await found({ words })]).toEqual([words, rhyme]);
  for (const words of [['hyme'], ['rhymes'], ['rhy', 'fair'], ["' | '"], ['\\']])
    expect([words, await found({ words })]).not.toEqual([words, rhyme]);
  expect(await found({ words: ['🎄'] })).toEqual(['🎄 Fair & more <3>']);
  expect(await found({ words: ['fair', '3'] })).toEqual(['🎄 Fair & more <3>']);
  expect(await found({ words: [long] })).toEqual([long]);
  expect(await found({ words: ['🇬🇧'.repeat(50)] })).toHaveLength(1);
});

test('finds by words, whom it is for, what it costs, steps and venue', async () => {
  await take(
    { uid: 'a', lines: ['SUMMARY:Lego Club for children', 'CATEGORIES:Free,Crafts'] },
    { uid: 'b', lines: ['SUMMARY:Łódź evening', 'LOCATION:Thornby Library', 'CATEGORIES:Step-free'] },
    { uid: 'c', lines: ['SUMMARY:Family fun day'] },
  );
  expect(await found({ words: ['lego'] })).toEqual(['Lego Club for children']);
  expect(await found({ words: ['lodz', 'libr'] })).toEqual(['Łódź evening']);
  expect(await found({ words: ['%'] })).toHaveLength(3);
  expect((await found({ audience: 'toddlers' })).sort()).toEqual(['Family fun day']);
  expect((await found({ audience: 'children' })).sort()).toEqual(['Family fun day', 'Lego Club for children']);
  expect(await found({ free: true })).toEqual(['Lego Club for children']);
  expect(await found({ stepFree: true })).toEqual(['Łódź evening']);
  expect(await found({ venue: 'thornby library' })).toEqual(['Łódź evening']);
});

test('the nearest comes first, in steps; inside a step the soonest; each event once', async () => {
  await take(
    { uid: 'far', start: '20261124T100000Z', lines: ['LOCATION:Hall\\, Nether Cote NN98 4AP'] },
    { uid: 'near', start: '20261127T100000Z', lines: ['RRULE:FREQ=DAILY'] },
    { uid: 'nearer', start: '20261128T100000Z', lines: ['LOCATION:Castle\\, Thornby NN99 1AP'] },
    { uid: 'nowhere', start: '20261123T120000Z', lines: ['LOCATION:Somewhere'] },
  );
  const near = { easting: 487_100, northing: 276_300 };
  expect(await found({ near })).toEqual(['Event near', 'Event nearer', 'Event far', 'Event nowhere']);
  expect(await found({ near, within: 2000 })).toEqual(['Event near', 'Event nearer']);
  const { found: rows, more } = await events.find({ ...inTwoWeeks(), near }, 1);
  expect([more, Math.round((rows[0]?.metres ?? 0) / 100)]).toEqual([true, 6]);
  expect((await events.find({ ...inTwoWeeks(), near }, 4)).more).toBe(false);
});

test('what goes on for weeks is found on every day of it, what is nearly over on none', async () => {
  await take(
    { uid: 'show', start: '20261101T100000Z', lines: ['DTEND:20261220T160000Z'] },
    { uid: 'ending', start: '20261123T080000Z', lines: ['DTEND:20261123T101000Z'] },
  );
  expect(await found({ to: new Date('2026-11-23T23:00:00Z') })).toEqual(['Event show']);
});

async function aContactPoint(): Promise<string> {
  const [id, personId] = [randomUUID(), randomUUID()];
  await database.prisma.person.create({
    data: { id: personId, contactPoints: { create: { id, channel: 'sms', lookup: Buffer.from(id), address: Buffer.from('sealed') } } },
  });
  return id;
}

async function asked(contactPointId: string, dueAt = new Date('2026-11-27T10:00:00Z')): Promise<string> {
  const session = await database.prisma.eventSession.findFirstOrThrow({ orderBy: { startsAt: 'asc' } });
  const fact = { kind: 'eventReminderAsked', contactPointId, sessionId: session.id, language: 'en-GB', dueAt } as const;
  await database.prisma.$transaction((transaction) => recordEventFact(transaction, fact, now));
  return session.id;
}

test('a reminder is due at its time, once, for whoever has not opted out', async () => {
  await take({ uid: 'a' });
  const someone = await aContactPoint();
  const stopped = await aContactPoint();
  await asked(someone);
  await asked(stopped);
  await database.prisma.contactPoint.update({ where: { id: stopped }, data: { optedOutAt: now } });
  expect(await events.remindersDue(now)).toEqual([]);
  now = new Date('2026-11-27T10:00:00Z');
  const due = await events.remindersDue(now);
  expect(due.map(({ contactPointId, about }) => [contactPointId, about])).toEqual([[someone, 'tomorrow']]);
  expect(reminderInWords(due[0] as (typeof due)[number], words)).toBe(
    'Reminder: Event a, Saturday 28 November, 10:00. Market Square. Run by Town Council.',
  );
  await events.reminded(due);
  expect(await events.remindersDue(now)).toEqual([]);
});

test('a session that is moved takes its reminders along', async () => {
  await take({ uid: 'a' });
  await asked(await aContactPoint());
  await take({ uid: 'a', start: '20261202T193000Z' });
  const [reminder] = await database.prisma.eventReminder.findMany();
  expect(reminder?.dueAt.toISOString()).toBe('2026-12-01T19:00:00.000Z');
});

test('whoever asked hears once that it is off, or that it is no longer listed', async () => {
  await take({ uid: 'a' }, { uid: 'b', start: '20261230T100000Z' });
  await asked(await aContactPoint());
  await take({ uid: 'b', start: '20261230T100000Z' });
  const gone = await events.remindersDue(now);
  expect(gone.map(({ about }) => about)).toEqual(['vanished']);
  await take({ uid: 'a', lines: ['STATUS:CANCELLED'] }, { uid: 'b', start: '20261230T100000Z' });
  const off = await events.remindersDue(now);
  expect(off.map(({ about }) => about)).toEqual(['cancelled']);
  await events.reminded(off);
  expect(await events.remindersDue(now)).toEqual([]);
});

test('who asked is forgotten a day after it was', async () => {
  await take({ uid: 'a' });
  await asked(await aContactPoint());
  expect(await events.forgetReminders()).toBe(0);
  now = new Date('2026-11-30T10:00:00Z');
  expect(await events.forgetReminders()).toBe(1);
});

import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createBot } from '#bot/index.ts';
import { createReceipts } from '#broadcasts';
import { smsRoom } from '#channels/sms/room.ts';
import { withClient } from '#database/client.ts';
import type { Prisma } from '#database/generated/client.ts';
import { createPool } from '#database/pool.ts';
import { tables } from '#people/held/tables/store.ts';
import { createSecrets } from '#src/secrets.ts';
import { createServices } from '#src/services.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { parks } from '../../bot/parks.ts';
import { aPersonEverywhere, type KnownPerson } from './aPerson.ts';

let database: TestDatabase;
let services: ReturnType<typeof createServices>;
let ann: KnownPerson;
let bob: KnownPerson;
const monday = new Date('2026-11-23T10:00:00Z');
const now = () => monday;
const by = 'command line';
const over = 'parks-over';
const open = 'parks-open';
const held = Object.entries(tables).flatMap(([name, table]) => ('nobody' in table ? [] : [name as Prisma.ModelName]));

beforeEach(async () => {
  database = await testDatabase();
  const { prisma } = database;
  services = createServices({ prisma }, createSecrets('a key for what is held, in tests only'), now);
  for (const [key, keyword] of [
    [over, 'OVER'],
    [open, 'OPEN'],
  ] as const) {
    await services.consultations.importFile(parks(monday, { key, keyword }));
    await services.consultations.publish(key);
  }
  const session = { key: 'one', title: 'Fair', startsAt: monday, endsAt: monday, allDay: false, lasting: false, words: 'fair' };
  const times = { importedAt: monday, changedAt: monday };
  const event = { source: 'a', uid: 'a', title: 'Fair', organiser: 'Thornby', online: false, fingerprint: 'f' };
  const sessions = { create: { id: randomUUID(), revision: 1, changedAt: monday, ...session } };
  await prisma.event.create({ data: { id: randomUUID(), ...event, ...times, sessions } });
  const table = (name: string) => createReadStream(new URL(`../../../prisma/sample/${name}.csv`, import.meta.url));
  await services.volunteering.importFrom('sample', table('volunteering'), () => undefined);
  await services.directory.importCsv(table('services'), 'sample', { refused: () => undefined, leftOut: () => undefined });
  ann = await aPersonEverywhere(database, services, { number: '+447700900001', keys: [over, open] });
  bob = await aPersonEverywhere(database, services, { number: '+447700900002', keys: [over, open] });
  await services.consultations.close(over);
});
afterEach(() => database.close());

/** Every row of every table, as text. */
const everyRow = () =>
  withClient(database.url, async (client) => {
    const names = await client.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    );
    const rows: string[] = [];
    for (const { name } of names.rows)
      rows.push(
        ...(await client.query<{ row: string }>(`SELECT '${name} ' || t::text AS row FROM "${name}" t`)).rows.map(({ row }) => row),
      );
    return rows;
  });

/** All by which a row may be somebody's. */
function namesOf({ number, person, point, conversation }: KnownPerson): readonly string[] {
  const lookup = Buffer.from(services.people.lookup('sms', number)).toString('hex');
  return [person, point, conversation, lookup, number, number.slice(3)];
}

describe('the list of tables', () => {
  test('names every table that has a column which leads to a person', async () => {
    const { rows } = await withClient(database.url, (client) =>
      client.query<{ table: string; column: string }>(`
        SELECT table_name AS table, column_name AS column FROM information_schema.columns
        JOIN information_schema.tables USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
          AND (data_type = 'bytea' OR column_name ~ '(person|contact_point|conversation|response|enquiry)_id$')`),
    );
    // A consultation's secret, and the numbers of groups that list themselves.
    const others = ['consultation.secret', 'opportunity.phone'];
    const leading = rows.filter(({ table, column }) => !others.includes(`${table}.${column}`)).map(({ table }) => table);
    const names = held.map((name) => name.replaceAll(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase());
    expect([...new Set(leading)].sort().filter((table) => !names.includes(table))).toEqual([]);
  });

  test('names every table that is bound to one of them', async () => {
    const { rows } = await withClient(database.url, (client) =>
      client.query<{ from: string; to: string }>(
        "SELECT conrelid::regclass::text AS from, confrelid::regclass::text AS to FROM pg_constraint WHERE contype = 'f'",
      ),
    );
    const personal = new Set(['person']);
    for (const _ of rows) for (const { from, to } of rows) if (personal.has(to)) personal.add(from);
    const names = held.map((name) => name.replaceAll(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase());
    expect([...personal].filter((table) => !names.includes(table))).toEqual([]);
  });
});

test('the export has all that there is of somebody, in clear words, and nothing of anybody else', async () => {
  const exported = await services.held.export({ contact: '07700 900001', by });
  expect(Object.keys(exported.held).sort()).toEqual([...held].sort());
  const json = JSON.stringify(exported);
  for (const name of namesOf(bob).slice(0, 5)) expect(json).not.toContain(name);
  expect(json).not.toContain('askedBy');
  expect(exported.held).toMatchObject({
    ContactPoint: [{ channel: 'sms', address: '+447700900001' }],
    Enquiry: [{ name: 'Invented Name', contact: '+447700900001' }],
    Message: [{ activity: { text: 'words of +447700900001' } }, { activity: { text: 'Thank you.' } }],
    Answer: [{ said: 'said by +447700900001' }, { said: 'said by +447700900001' }],
    AboutYouAnswer: [{ value: '30-44' }, { value: '30-44' }],
  });
  expect(await services.staff.audit()).toMatchObject([{ by, what: 'person exported', detail: { Response: 2 } }]);
});

test('a broadcast that was sent to somebody is handed over with what it said, one that waits without', async () => {
  const activity = { type: 'message', text: 'The swings are mended.' };
  const wording = (broadcastKey: string) => ({ broadcastKey, channel: 'sms', language: 'en-GB', activity });
  await database.prisma.broadcastWording.createMany({ data: [wording('sent'), wording('waiting')] });
  const { held: all } = await services.held.export({ contact: ann.number, by });
  const told = all.Delivery as readonly { broadcastKey: string; activity: unknown }[];
  expect(Object.fromEntries(told.map((one) => [one.broadcastKey, one.activity]))).toEqual({ sent: activity });
});

test('erased, no row of any table leads to them, and nobody else’s row is touched', async () => {
  const theirs = namesOf(bob);
  const ofBob = async () => (await everyRow()).filter((row) => theirs.some((name) => row.includes(name))).sort();
  const before = await ofBob();
  const erased = await services.held.erase({ contact: '+447700900001', by, answers: true });
  expect(Object.keys(erased.rows).sort()).toEqual([...held].sort());
  expect(erased.optOutKept).toBe(false);
  const left = (await everyRow()).filter((row) => namesOf(ann).some((name) => row.includes(name)));
  expect(left).toEqual([]);
  expect(await ofBob()).toEqual(before);
  await expect(services.held.export({ contact: '+447700900001', by })).rejects.toThrow('Nothing is held');
});

test('what they sent to a consultation that is over stays in its results and leads to nobody; what is open goes as if withdrawn', async () => {
  const { prisma } = database;
  await services.held.erase({ contact: ann.number, by, answers: false });
  const response = async (key: string) => {
    const id = ann.responses[key] ?? '';
    const answers = await prisma.answer.findMany({ where: { responseId: id } });
    return { ...(await prisma.response.findUniqueOrThrow({ where: { id } })), answers };
  };
  expect(await response(over)).toMatchObject({ respondentKey: null, withdrawnAt: null, answers: [{ value: 'weekly' }] });
  expect(await response(open)).toMatchObject({ respondentKey: null, withdrawnAt: monday, answers: [] });
  expect(await prisma.aboutYouAnswer.count({ where: { consultationKey: open } })).toBe(1);
  expect(await prisma.aboutYouAnswer.count({ where: { consultationKey: over } })).toBe(2);
  const counts = (await services.consultations.list()).map(({ key, counts }) => [key, counts.submitted, counts.withdrawn]);
  expect(counts).toEqual([
    [open, 1, 1],
    [over, 2, 0],
  ]);
});

test('another device that has a response of theirs in hand leads to it no more', async () => {
  const { prisma } = database;
  const id = bob.conversation;
  await prisma.conversation.update({ where: { id }, data: { responseId: ann.responses[over] ?? '', aboutYouKey: new Uint8Array(32) } });
  await services.held.erase({ contact: ann.number, by, answers: false });
  expect(await prisma.conversation.findUniqueOrThrow({ where: { id } })).toMatchObject({ responseId: null, aboutYouKey: null, version: 2 });
});

test('a delivery that is due ends, one that waits for its turn ends with it, and those that were sent count for nobody', async () => {
  await services.held.erase({ contact: ann.number, by, answers: false });
  const { prisma } = database;
  const unlinked = await prisma.delivery.findMany({ where: { personId: null }, orderBy: { broadcastKey: 'asc' } });
  expect(unlinked).toMatchObject([
    { broadcastKey: 'due again', contactPointId: null, dueAt: null, endedAt: monday, reason: 'erased' },
    { broadcastKey: 'sent', contactPointId: null, providerId: null, endedAt: null, sentAt: monday },
    { broadcastKey: 'waiting', contactPointId: null, attempts: 0, endedAt: null },
  ]);
});

test('what the provider says later of a text of theirs names it no more', async () => {
  const { prisma, url } = database;
  const { id, attempts } = await prisma.delivery.findFirstOrThrow({ where: { personId: ann.person, broadcastKey: 'sent' } });
  await services.held.erase({ contact: ann.number, by, answers: false });
  const pool = createPool(url, () => undefined);
  await createReceipts({ pool, now }).record({ reference: `${id}.${attempts}`, providerId: 'SM of Ann', fact: 'delivered' });
  await pool.end();
  expect(await prisma.delivery.findMany({ where: { personId: null, broadcastKey: 'sent' } })).toMatchObject([{ providerId: null }]);
});

describe('somebody who said STOP', () => {
  beforeEach(async () => {
    await database.prisma.contactPoint.update({ where: { id: ann.point }, data: { optedOutAt: monday } });
  });

  const columns = 'phone,language,place,topics,wording';

  test('is found by the keyed hash alone, and a file brings nobody back', async () => {
    expect((await services.held.erase({ contact: ann.number, by, answers: false })).optOutKept).toBe(true);
    const { held: kept } = await services.held.export({ contact: ann.number, by });
    expect(Object.keys(kept).sort()).toEqual(['ContactPoint', 'Conversation', 'Person']);
    expect(kept.ContactPoint).toMatchObject([{ address: '', optedOutAt: monday }]);

    await services.subscriptions.importPeople(`${columns}\n${ann.number},en,everywhere,outcomes,leaflet`);
    expect(await database.prisma.contactPoint.findUniqueOrThrow({ where: { id: ann.point } })).toMatchObject({ optedOutAt: monday });
  });

  test('is not answered, until they say START: then they are somebody who can be written to', async () => {
    await services.held.erase({ contact: ann.number, by, answers: false });
    const { bot, close } = aBot();
    const say = (text: string) =>
      bot.onTurn({ channel: 'sms', room: smsRoom(), address: ann.number, id: randomUUID(), text, answeredByProvider: false });
    expect(await say('hello')).toEqual([]);
    expect(await say('START')).not.toEqual([]);
    const { address, optedOutAt } = await database.prisma.contactPoint.findUniqueOrThrow({ where: { id: ann.point } });
    expect([services.people.open(address), optedOutAt]).toEqual([ann.number, null]);
    await close();
  });
});

function aBot() {
  const pool = createPool(database.url, () => undefined);
  const mishaps: unknown[] = [];
  const report = { heard: () => undefined, mishap: ({ reason }: { reason: unknown }) => void mishaps.push(reason) };
  const bot = createBot({ pool, prisma: database.prisma, services, clock: now, report });
  const close = async () => {
    await bot.idle();
    await pool.end();
    expect(mishaps).toEqual([]);
  };
  return { bot, close };
}

test('their number in what a group was told goes, and the rest of that conversation stays', async () => {
  const told = { type: 'message', text: 'Invented Name wants to help: 07700 900 001' };
  const { conversation: conversationId } = bob;
  await database.prisma.message.create({ data: { conversationId, sequence: 3, direction: 'out', activity: told, sentAt: monday } });
  await services.held.erase({ contact: ann.number, by, answers: false });
  const messages = await database.prisma.message.findMany({ where: { conversationId }, orderBy: { sequence: 'asc' } });
  expect(messages.map(({ activity }) => (activity as { text: string }).text)).toEqual([`words of ${bob.number}`, 'Thank you.', '(erased)']);
});

test.each([
  ['ring 07700 900777 after six', '07700 900777'],
  ['O77OO 9OO777', '+447700900777'],
  ['Carol@Example.org', 'carol@example.org'],
  ['01632 960 777', '01632 960777'],
])('who gave a group %j to be reached by, and nothing else, is found by %s', async (gave, contact) => {
  const { prisma } = database;
  const seal = (words: string) => new Uint8Array(services.people.seal(words));
  const { id: opportunityId } = await prisma.opportunity.findFirstOrThrow();
  const id = randomUUID();
  await prisma.enquiry.create({
    data: { id, opportunityId, name: seal('Carol'), contact: seal(gave), consent: 'handed-1', sentAt: monday },
  });
  expect((await services.held.export({ contact, by })).held.Enquiry).toMatchObject([{ name: 'Carol', contact: gave }]);
  await services.held.erase({ contact, by, answers: false });
  expect(await prisma.enquiry.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: null, contact: null });
  expect(await prisma.enquiry.count({ where: { contact: { not: null } } })).toBe(2);
});

test('while they go on talking nothing fails, and afterwards no row leads to nobody', async () => {
  const { bot, close } = aBot();
  const say = (text: string) =>
    bot.onTurn({ channel: 'sms', room: smsRoom(), address: ann.number, id: randomUUID(), text, answeredByProvider: false });
  const talking = Promise.all(Array.from({ length: 30 }, (_, at) => say(at % 2 === 0 ? 'OPEN' : '1')));
  const erased = await services.held.erase({ contact: ann.number, by, answers: false });
  expect(erased.rows.Person).toBe(1);
  await talking;
  await close();
  const orphans = await withClient(database.url, async (client) => {
    const { rows } = await client.query(`
      SELECT 'message' FROM message WHERE NOT EXISTS (SELECT FROM conversation WHERE id = conversation_id)
      UNION ALL SELECT 'answer' FROM answer WHERE NOT EXISTS (SELECT FROM response WHERE id = response_id)
      UNION ALL SELECT 'conversation' FROM conversation WHERE NOT EXISTS (SELECT FROM contact_point WHERE id = contact_point_id)
      UNION ALL SELECT 'contact point' FROM contact_point WHERE NOT EXISTS (SELECT FROM person WHERE id = person_id)
      UNION ALL SELECT 'person' FROM person WHERE NOT EXISTS (SELECT FROM contact_point WHERE person_id = person.id)`);
    return rows;
  });
  expect(orphans).toEqual([]);
});

test.each(['07700 900999', 'nobody', '8d2e0000-0000-4000-8000-000000000001', 'webchat:dl_nobody'])(
  'nothing is held about %s',
  async (contact) => {
    await expect(services.held.export({ contact, by })).rejects.toThrow('Nothing is held about');
    await expect(services.held.erase({ contact, by, answers: true })).rejects.toThrow('Nothing is held about');
    expect(await services.staff.audit()).toEqual([]);
  },
);

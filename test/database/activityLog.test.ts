import { createHash } from 'node:crypto';
import { setImmediate as soon } from 'node:timers/promises';
import { createActivityLog, mostOnAPage } from '#database/activityLog.ts';
import { withClient } from '#database/client.ts';
import { createPool } from '#database/pool.ts';
import { createTurnLog } from '#database/turnLog/index.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';

const channel = 'webchat';
const lookup = (address: string) => createHash('sha256').update(address).digest();
const at = new Date('2026-11-23T10:00:00.123Z');

let database: TestDatabase;
let pool: ReturnType<typeof createPool>;
const open: { close(): Promise<void> }[] = [];
beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url, () => undefined);
});
afterEach(async () => {
  for (const log of open.splice(0)) await log.close();
});
afterAll(async () => {
  await pool.end();
  await database.close();
});

function aLog(lookAroundMs = 600_000) {
  const reported: unknown[] = [];
  const log = createActivityLog({ pool, url: database.url, channel, lookup, lookAroundMs, report: (reason) => reported.push(reason) });
  open.push(log);
  return { ...log, reported };
}

let made = 0;
/** A conversation in which somebody came and then said so many things, each answered once. */
async function aConversation(said: number): Promise<string> {
  made += 1;
  const address = `conversation ${made}`;
  const id = (kind: number) => `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(made).padStart(12, '0')}`;
  const pair = (sequence: number, providerId: string, heard: object) => [
    { sequence, direction: 'in' as const, providerId, replyTo: null, activity: heard },
    { sequence: sequence + 1, direction: 'out' as const, providerId: null, replyTo: sequence, activity: { type: 'message', text: 'Yes?' } },
  ];
  const messages = [
    ...pair(1, 'joined', { type: 'conversationUpdate' }),
    ...Array.from({ length: said }, (_, place) => pair(3 + 2 * place, `m${place}`, { type: 'message', text: `${place}` })).flat(),
  ];
  const conversation = { id: id(1), contactPointId: id(2), version: 0, lastSequence: messages.length, language: null, state: {} };
  await createTurnLog(pool, database.prisma).commit({
    conversation: { ...conversation, responseId: null, aboutYouKey: null },
    newcomer: { personId: id(3), channel, lookup: lookup(address), address: Buffer.from('sealed') },
    messages,
    facts: [],
    at,
  });
  return address;
}

/** Asks again and again until there is an answer. */
async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`still not: ${holds}`);
    await soon();
  }
}

test('reads what was said after a sequence; a reply names what it replies to, unless that was no message', async () => {
  const address = await aConversation(1);
  const log = aLog();
  expect(await log.read(address, 1)).toEqual({
    last: 4,
    messages: [
      { sequence: 2, direction: 'out', providerId: null, replyTo: null, activity: { type: 'message', text: 'Yes?' }, at },
      { sequence: 3, direction: 'in', providerId: 'm0', replyTo: null, activity: { type: 'message', text: '0' }, at },
      { sequence: 4, direction: 'out', providerId: null, replyTo: 3, activity: { type: 'message', text: 'Yes?' }, at },
    ],
  });
  expect(await log.read(address, 4)).toEqual({ last: 4, messages: [] });
  expect(await log.heard(address, 'm0')).toBe(3);
  expect(await log.heard(address, 'm1')).toBeUndefined();
});

test('knows nothing of a conversation that nobody began', async () => {
  expect(await aLog().read('nobody', 0)).toBeUndefined();
  expect(await aLog().heard('nobody', 'joined')).toBeUndefined();
});

test('many ask at once: each gets its own, a page at most', async () => {
  const [long, short] = [await aConversation(80), await aConversation(2)];
  const log = aLog();
  const pages = await Promise.all(Array.from({ length: 150 }, (_, place) => log.read([long, 'nobody', short][place % 3] ?? '', 0)));
  const shapes = pages.map((page) => page && [page.last, page.messages.length]);
  expect(new Set(shapes.map((shape) => JSON.stringify(shape)))).toEqual(
    new Set([JSON.stringify([162, mostOnAPage]), undefined, JSON.stringify([6, 6])]),
  );
});

test('a hint reaches other processes, not its own, and only whoever follows', async () => {
  const address = await aConversation(1);
  const [here, there] = [aLog(), aLog()];
  const heard: string[] = [];
  here.follow(address, (last) => heard.push(`here ${last}`));
  const stop = there.follow(address, (last) => heard.push(`there ${last}`));
  there.follow('another', () => heard.push('another'));
  await hinted(() => {
    here.hint(address, 4);
    return heard.length > 0;
  });
  expect(new Set(heard)).toEqual(new Set(['there 4']));
  stop();
  heard.length = 0;
  there.follow('third', (last) => heard.push(`third ${last}`));
  await hinted(() => {
    here.hint(address, 5);
    here.hint('third', 1);
    return heard.length > 0;
  });
  expect(new Set(heard)).toEqual(new Set(['third 1']));
});

/** A process may not listen yet when a hint is given, so it is given until it is heard. */
const hinted = until;

test('the connection that listens is ended: it is opened again by itself', async () => {
  const [here, there] = [aLog(), aLog()];
  let heard = 0;
  there.follow('conversation', () => {
    heard += 1;
  });
  const tell = () => {
    here.hint('conversation', 1);
    return heard > 0;
  };
  await until(tell);
  await withClient(database.url, (client) =>
    client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'folkmoot hints' AND datname = current_database()",
    ),
  );
  await until(() => there.reported.length > 0);
  heard = 0;
  await until(tell);
});

test('a hint that never came is made up for by looking', async () => {
  const address = await aConversation(1);
  const log = aLog(20);
  let seen = 0;
  log.follow(address, (last) => {
    seen = last;
  });
  await until(() => seen === 4);
});

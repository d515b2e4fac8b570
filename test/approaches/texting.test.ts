import { randomUUID } from 'node:crypto';
import { runDue } from '#approaches/running.ts';
import { tooManyTexts } from '#approaches/texting.ts';
import { recordRare } from '#bot/recordRare.ts';
import type { Outgoing, Receipt } from '#channels/channel.ts';
import { Overtaken } from '#database/turnLog/overtaken.ts';
import { createSecrets } from '#src/secrets.ts';
import { createServices, usualSettings } from '#src/services.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';

const secrets = createSecrets('a key for the tests of texts that were asked for');
const morning = new Date('2026-11-24T10:00:00Z');
const number = '+447700900555';
const dayMs = 86_400_000;

let database: TestDatabase;
let now = morning;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  now = morning;
  await database.prisma.approach.deleteMany();
  await database.prisma.message.deleteMany();
  await database.prisma.person.deleteMany();
});

function aProcess(receipt: Receipt = { outcome: 'accepted', providerId: 'SM1' }) {
  const services = createServices(database, secrets, () => now, { ...usualSettings, canText: true });
  const { texting, people, approaches } = services;
  if (!texting) throw new Error('texts can be sent here');
  const sent: Outgoing[] = [];
  return {
    sent,
    may: (askedBy = randomUUID()) => texting.mayText(people.seal(number), askedBy, now),
    async ask(askedBy = randomUUID()) {
      const may = await texting.mayText(people.seal(number), askedBy, now);
      if (!may.may) return may.reason;
      const fact = {
        kind: 'textAsked',
        id: randomUUID(),
        lookup: may.lookup,
        address: people.seal(number),
        text: 'Lego Club',
        askedBy,
      } as const;
      await database.prisma.$transaction((tx) => recordRare(tx, { ...fact, dueAt: may.dueAt }, now));
      return 'asked';
    },
    run: () =>
      runDue({
        approaches,
        plan: async () => undefined,
        stillHolds: async () => true,
        begin: () => Promise.reject(new Error('nobody is known for a text that was asked for')),
        privateWords: async () => ({}),
        senders: [
          {
            channel: 'sms',
            async send(outgoing) {
              sent.push(outgoing);
              return receipt;
            },
          },
        ],
        read: [],
        open: people.open,
        now: () => now,
        report: (reason) => {
          throw reason;
        },
      }),
    rows: () => database.prisma.approach.findMany(),
  };
}

describe('a text that somebody asked for', () => {
  test('is sent to their number, of which nothing stays, and makes nobody known to us', async () => {
    const process = aProcess();
    expect(await process.ask()).toBe('asked');
    await process.run();
    await process.run();
    expect(process.sent.map(({ address, reply }) => `${address} ${reply.text}`)).toEqual([`${number} Lego Club`]);
    expect(await process.rows()).toMatchObject([{ address: new Uint8Array(), options: {}, sentAt: now }]);
    expect(await database.prisma.contactPoint.count()).toBe(0);
  });

  test.each<[string, Receipt]>([
    ['is refused', { outcome: 'refused', reason: 'landline' }],
    ['may have been sent', { outcome: 'unknown', reason: 'noAnswer' }],
  ])('is over where it %s, and the number gone', async (_what, receipt) => {
    const process = aProcess(receipt);
    await process.ask();
    await process.run();
    expect(await process.rows()).toMatchObject([{ address: new Uint8Array(), options: {}, failedAt: now }]);
  });

  test('is tried again where the provider is away, with its number', async () => {
    const away = aProcess({ outcome: 'tryLater', reason: 'away' });
    await away.ask();
    await away.run();
    now = new Date(now.getTime() + 600_000);
    const back = aProcess();
    await back.run();
    expect(back.sent).toHaveLength(1);
  });

  test('leaves no number where its process died', async () => {
    const process = aProcess();
    await process.ask();
    await database.prisma.approach.updateMany({ data: { begunAt: now } });
    now = new Date(now.getTime() + 3_600_000);
    await process.run();
    expect(process.sent).toEqual([]);
    expect(await process.rows()).toMatchObject([{ address: new Uint8Array(), reason: 'unknown' }]);
  });

  test('is counted for four weeks, and then nothing of it is left', async () => {
    const process = aProcess();
    await process.ask();
    await process.run();
    now = new Date(morning.getTime() + 27 * dayMs);
    await process.run();
    expect(await process.rows()).toHaveLength(1);
    now = new Date(morning.getTime() + 29 * dayMs);
    await process.run();
    expect(await process.rows()).toEqual([]);
  });

  test('waits for the morning', async () => {
    now = new Date('2026-11-24T22:00:00Z');
    expect(await aProcess().may()).toMatchObject({ may: true, inWindow: false, dueAt: new Date('2026-11-25T09:00:00Z') });
  });

  test('is refused the fourth time in a day to one number, and the ninth in four weeks, whoever asks', async () => {
    const process = aProcess();
    const asked: string[] = [];
    for (let day = 0; day < 4; day++) {
      for (let time = 0; time < 4; time++) asked.push(await process.ask());
      now = new Date(now.getTime() + 25 * 3_600_000);
    }
    expect(asked.map((each) => (each === 'asked' ? 1 : 0)).join('')).toBe('1110111011000000');
  });
});

test('what is asked for at the same moment counts too', async () => {
  const { texting, people } = createServices(database, secrets, () => now, { ...usualSettings, canText: true });
  if (!texting) throw new Error('texts can be sent here');
  const askers = Array.from({ length: 6 }, () => randomUUID());
  const allowed = await Promise.all(askers.map((askedBy) => texting.mayText(people.seal(number), askedBy, now)));
  expect(allowed.map(({ may }) => may)).toEqual(askers.map(() => true));
  const recorded = await Promise.allSettled(
    askers.map((askedBy) => {
      const lookup = people.lookup('sms', number);
      const fact = { kind: 'textAsked', id: randomUUID(), lookup, address: people.seal(number), text: 'Lego Club', askedBy } as const;
      return database.prisma.$transaction((tx) => recordRare(tx, { ...fact, dueAt: now }, now));
    }),
  );
  expect(recorded.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  const [overtaken] = recorded.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect(overtaken).toBeInstanceOf(Overtaken);
});

test('nobody asks for more than five a day, and all together for no more than 250', () => {
  const none = { toNumber: 0, byAsker: 0, inAll: 0 };
  expect(tooManyTexts({ ...none, byAsker: 4, inAll: 249 }, none)).toBe(false);
  expect(tooManyTexts({ ...none, byAsker: 5 }, none)).toBe(true);
  expect(tooManyTexts({ ...none, inAll: 250 }, none)).toBe(true);
});

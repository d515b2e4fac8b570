import { Readable } from 'node:stream';
import { runDue } from '#approaches/running.ts';
import { createBot } from '#bot/index.ts';
import type { Outgoing, Receipt } from '#channels/channel.ts';
import { smsRoom } from '#channels/sms/room.ts';
import { createPool } from '#database/pool.ts';
import { loadWords } from '#language/words.ts';
import { planApproaches, stillHolds } from '#src/planning.ts';
import { privateWords } from '#src/privateWords.ts';
import { createSecrets } from '#src/secrets.ts';
import { createServices, type Services } from '#src/services.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';

const words = loadWords();
const secrets = createSecrets('a key for the tests of planning only');

/** What several processes share. */
export interface Ground {
  readonly database: TestDatabase;
  readonly pool: ReturnType<typeof createPool>;
  now: Date;
  readonly sent: Outgoing[];
  /** What the provider answers to the next texts; then it takes everything. */
  readonly answers: Receipt[];
  /** Nothing is planned or listed, and nothing was sent, on a Tuesday at ten. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

export async function aGround(): Promise<Ground> {
  const database = await testDatabase();
  const pool = createPool(database.url, () => undefined);
  const { prisma } = database;
  const ground: Ground = {
    database,
    pool,
    now: new Date(0),
    sent: [],
    answers: [],
    async begin() {
      ground.now = new Date('2026-11-24T10:00:00Z');
      ground.sent.length = 0;
      ground.answers.length = 0;
      await prisma.approach.deleteMany();
      await prisma.service.deleteMany();
      await prisma.event.deleteMany();
    },
    async close() {
      await pool.end();
      await database.close();
    },
  };
  return ground;
}

/** One process: it plans and begins what is due, as each of several does by itself. */
export function aProcess(ground: Ground, { canText = true } = {}) {
  const { database, pool, sent, answers } = ground;
  const clock = () => ground.now;
  const services = createServices(database, secrets, clock);
  const mishaps: unknown[] = [];
  const report = { heard: () => undefined, mishap: ({ reason }: { reason: unknown }) => void mishaps.push(reason) };
  const bot = createBot({ pool, prisma: database.prisma, services, clock, report });
  const room = smsRoom();
  const sender = {
    channel: 'sms' as const,
    async send(outgoing: Outgoing): Promise<Receipt> {
      sent.push(outgoing);
      return answers.shift() ?? { outcome: 'accepted', providerId: `SM${sent.length}` };
    },
  };
  return {
    services,
    mishaps,
    say: (number: string, text: string) =>
      bot.onTurn({ channel: 'sms', room, address: number, id: `${number} ${text} ${clock().getTime()}`, text, answeredByProvider: false }),
    run: () =>
      runDue({
        approaches: services.approaches,
        plan: () => planApproaches(services, { words, now: clock(), canText }),
        stillHolds: (planned) => stillHolds(services, planned),
        begin: ({ lookup, dialog, options, ...begun }) =>
          bot.begin({ kind: 'approach', ...begun, room, text: '', opens: { dialog, options }, answeredByProvider: false }, lookup),
        privateWords: (begun) => privateWords(services, begun),
        senders: canText ? [sender] : [],
        read: [],
        open: services.people.open,
        now: clock,
        report: (reason) => void mishaps.push(reason),
      }),
  };
}

/** Lists groups, each by its name, organisation, phone and the day on which somebody vouched for it. */
export async function listGroups({ directory }: Services, rows: readonly string[]): Promise<void> {
  const refuse = (where: number | string, reason: string) => {
    throw new Error(`${where} ${reason}`);
  };
  const table = ['name,organisation,phone,assured_date', ...rows].map((row) => `${row}\n`);
  await directory.importCsv(Readable.from(table), 'test', { refused: refuse, leftOut: refuse });
}

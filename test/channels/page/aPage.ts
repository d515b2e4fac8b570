import { readFile } from 'node:fs/promises';
import { createBot } from '#bot/index.ts';
import type { OnTurn } from '#channels/channel.ts';
import { createPage } from '#channels/page/index.ts';
import { createLogReader } from '#database/activityLog.ts';
import { isAway } from '#database/away.ts';
import { createPool } from '#database/pool.ts';
import { askedBy, consultationAsking } from '#dialogs/consultation/step.ts';
import { codeOpens } from '#dialogs/resume/door.ts';
import { parseForm, readBody } from '#http/body.ts';
import { createLimit } from '#http/limits.ts';
import { createHttpServer } from '#http/server.ts';
import { warmHearing } from '#language/hearing/warm.ts';
import { loadWords } from '#language/words.ts';
import { createSecrets } from '#src/secrets.ts';
import { createServices } from '#src/services.ts';
import { testDatabase } from '#test/setup/database.ts';

export interface PageOptions {
  readonly publicUrl?: string;
  readonly council?: string;
  readonly perContact?: number;
  /** Comes between the pages and the bot. */
  readonly around?: (onTurn: OnTurn) => OnTurn;
}

const fixtures = new URL('../../conversations/fixtures/', import.meta.url);

/** The plain pages of one process over a real database, in November 2026 unless the clock is moved. */
export async function aPage({
  publicUrl = 'http://localhost:3978',
  council,
  perContact = 1_000_000,
  around = (onTurn) => onTurn,
}: PageOptions = {}) {
  let now = new Date('2026-11-23T10:00:00Z');
  const clock = () => now;
  const reported: unknown[] = [];
  const report = (reason: unknown) => void reported.push(reason);
  const database = await testDatabase();
  const pool = createPool(database.url, report);
  const { prisma } = database;
  const secrets = createSecrets('a root key for plain pages in tests only');
  const services = createServices({ prisma }, secrets, clock);
  const http = createHttpServer({ publicUrl, perAddress: createLimit(1_000_000), report, isAway });
  const contacts = createLimit(perContact);
  const page = createPage({
    nameKey: secrets.lookup('page', 'name key'),
    publicUrl,
    log: createLogReader({ pool, channel: 'page', lookup: (conversation) => services.people.lookup('page', conversation) }),
    consultations: {
      find: services.consultations.introduce,
      open: services.consultations.introduceOpen,
      introduction: (key) => ({ about: askedBy(key, 'intro'), begin: 'begin' }),
      codeOpens,
      asking: consultationAsking,
    },
    words: loadWords(),
    council,
    now: clock,
    readForm: async (request) => parseForm(await readBody(request)),
    countContact: (conversation) => contacts.count(conversation),
    isAway,
    report,
  });
  const mishap = ({ reason }: { reason: unknown }) => report(reason);
  const bot = createBot({ pool, prisma, services, clock, report: { heard: () => undefined, mishap } });
  page.mount(http.routes, around(bot.onTurn));
  warmHearing();
  const { port } = await http.listen(0);

  const responses = () => prisma.response.findMany({ include: { answers: true }, orderBy: { startedAt: 'asc' } });

  return {
    url: `http://127.0.0.1:${port}`,
    prisma,
    /** Failures that were ours. */
    reported,
    async publish(file: string): Promise<void> {
      const { key } = await services.consultations.importFile(await readFile(new URL(file, fixtures), 'utf8'));
      await services.consultations.publish(key);
    },
    closeConsultation: (key: string) => services.consultations.close(key),
    moveTo(instant: string): void {
      now = new Date(instant);
    },
    responses,
    /** What was answered in a response, by question: the newest is -1. */
    async answersOf(place: number) {
      const answers = (await responses()).at(place)?.answers ?? [];
      return Object.fromEntries(answers.map(({ questionKey, value }) => [questionKey, value]));
    },
    async close(): Promise<void> {
      await http.close();
      await bot.idle();
      await pool.end();
      await database.close();
    },
  };
}

export type Pages = Awaited<ReturnType<typeof aPage>>;

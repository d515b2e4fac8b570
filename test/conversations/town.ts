import { readFile } from 'node:fs/promises';
import { createBot } from '#bot/index.ts';
import type { Reply } from '#channels/channel.ts';
import { smsRoom } from '#channels/sms/room.ts';
import { asTexts } from '#channels/sms/twiml.ts';
import { inboundFrom } from '#channels/sms/webhook.ts';
import { createPool } from '#database/pool.ts';
import { warmHearing } from '#language/hearing/warm.ts';
import type { Language } from '#language/languages.ts';
import { createSecrets } from '#src/secrets.ts';
import { createServices } from '#src/services.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { type Kept, readKept } from './kept.ts';

/** One message as Twilio posts it, and the language that the channel knows the person to speak. */
export interface Text {
  readonly form: Readonly<Record<string, string>>;
  readonly language: Language | undefined;
}

/** A town of its own for one script: the bot over a real database, an officer, and a clock that stands still. */
export interface Town {
  /** What we answer, one string for each text that is sent. */
  hear(text: Text): Promise<readonly string[]>;
  /** Imports a consultation of `fixtures/`, or of the sample town as `sample/parks.yaml`, and publishes it. */
  publish(file: string): Promise<void>;
  close(key: string): Promise<void>;
  kept(): Promise<Kept>;
}

/** Towns one after another in the same database, which each finds empty. */
export async function aPlaceForTowns() {
  const database = await testDatabase();
  const pool = createPool(database.url, (reason) => {
    throw reason;
  });
  warmHearing();
  return {
    async emptyTown(clock: () => Date): Promise<Town> {
      await empty(database);
      return town(database, pool, clock);
    },
    async close() {
      await pool.end();
      await database.close();
    },
  };
}

const secrets = createSecrets('a key for conversations in tests only');

function town({ prisma }: TestDatabase, pool: Parameters<typeof createBot>[0]['pool'], clock: () => Date): Town {
  const services = createServices({ prisma }, secrets, clock);
  const mishaps: unknown[] = [];
  const report = { heard: () => undefined, mishap: ({ reason }: { reason: unknown }) => void mishaps.push(reason) };
  const bot = createBot({ pool, prisma, services, clock, report });
  const room = smsRoom();
  return {
    async hear({ form, language }) {
      const inbound = inboundFrom(form, room);
      if (!inbound) throw new Error('a text needs a sender and an id');
      const replies: readonly Reply[] = await bot.onTurn(language ? { ...inbound, language } : inbound);
      if (mishaps.length > 0) throw mishaps[0];
      return asTexts(replies);
    },
    async publish(file) {
      const { key } = await services.consultations.importFile(
        await readFile(new URL(file, file.startsWith('sample/') ? sampleTown : fixtures), 'utf8'),
      );
      await services.consultations.publish(key);
    },
    close: async (key) => void (await services.consultations.close(key)),
    kept: () => readKept(prisma),
  };
}

const fixtures = new URL('./fixtures/', import.meta.url);
const sampleTown = new URL('../../prisma/', import.meta.url);

/** Deleting row by row, as emptying whole tables makes new files, which takes longer than a conversation. */
async function empty({ prisma }: TestDatabase): Promise<void> {
  await prisma.$transaction([
    prisma.aboutYouAnswer.deleteMany(),
    prisma.response.deleteMany(),
    prisma.consultationVersion.deleteMany(),
    prisma.consultation.deleteMany(),
    prisma.catalogue.deleteMany(),
    prisma.person.deleteMany(),
  ]);
}

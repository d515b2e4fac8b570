import type { Prisma, PrismaClient } from '#database/generated/client.ts';
import type { Definition, Value } from '../definition.ts';
import type { AboutYouTotals } from './aboutYou.ts';
import type { StoredResponse } from './shape.ts';
import { type AboutYouSnapshot, toldSnapshot } from './snapshot.ts';

/** Responses read at once: enough to be quick, few enough for one statement's parameters (PostgreSQL allows 65,535). */
export const batchSize = 2000;

export interface StoredAboutYou {
  readonly questionKey: string;
  readonly value: Value;
}

export type ResultsStore = ReturnType<typeof createResultsStore>;

export function createResultsStore(database: PrismaClient) {
  return {
    /** The consultation with its published versions, oldest first, and how many responses were withdrawn. `secret` is sealed. */
    async consultation(key: string) {
      const row = await database.consultation.findUnique({
        where: { key },
        include: { versions: { where: { publishedAt: { not: null } }, orderBy: { number: 'asc' } } },
      });
      if (!row) return undefined;
      const versions = row.versions.map((version) => ({ ...version, definition: version.definition as unknown as Definition }));
      return {
        secret: row.secret,
        closedAt: row.closedAt,
        versions,
        withdrawn: await database.response.count({ where: { consultationKey: key, capacity: 'own', withdrawnAt: { not: null } } }),
      };
    },

    /** Every response that was not withdrawn, batch by batch, with its answers. */
    async *responses(consultationKey: string): AsyncGenerator<readonly StoredResponse[]> {
      let after: string | undefined;
      do {
        const rows = await database.response.findMany({
          where: { consultationKey, withdrawnAt: null, ...(after === undefined ? {} : { id: { gt: after } }) },
          orderBy: { id: 'asc' },
          take: batchSize,
          include: { answers: { select: { questionKey: true, value: true } } },
        });
        yield rows.map((row) => ({
          ...row,
          answers: Object.fromEntries(row.answers.map(({ questionKey, value }) => [questionKey, value as Value])),
        }));
        after = rows.length === batchSize ? rows.at(-1)?.id : undefined;
      } while (after !== undefined);
    },

    /** The about-you answers of some holders, hex, without saying whose each one is. */
    async aboutYou(holders: readonly string[]): Promise<readonly StoredAboutYou[]> {
      if (holders.length === 0) return [];
      const rows = await database.aboutYouAnswer.findMany({
        where: { holder: { in: holders.map((hex) => new Uint8Array(Buffer.from(hex, 'hex'))) } },
        select: { questionKey: true, value: true },
      });
      return rows.map(({ questionKey, value }) => ({ questionKey, value: value as Value }));
    },

    /** The snapshot that is told, kept if it is new. Whoever exports at the same moment waits, and is told the same. */
    tellAboutYou(consultationKey: string, now: AboutYouSnapshot): Promise<AboutYouSnapshot | null> {
      return database.$transaction(async (tx) => {
        // No snapshot may be there to be locked yet. This lock keeps nobody from answering.
        await tx.$queryRaw`SELECT 1 AS locked FROM consultation WHERE key = ${consultationKey} FOR NO KEY UPDATE`;
        const told = toldSnapshot(await keptSnapshot(tx, consultationKey), now);
        if (told !== now) return told ?? null;
        const { takenAt, responses } = told;
        const columns = { takenAt, responses, totals: told.totals as unknown as Prisma.InputJsonArray };
        await tx.aboutYouSnapshot.upsert({
          where: { consultationKey },
          create: { consultationKey, ...columns },
          update: columns,
        });
        return told;
      });
    },
  };
}

async function keptSnapshot(tx: Prisma.TransactionClient, consultationKey: string): Promise<AboutYouSnapshot | undefined> {
  const row = await tx.aboutYouSnapshot.findUnique({
    where: { consultationKey },
    select: { takenAt: true, responses: true, totals: true },
  });
  return row ? { ...row, totals: row.totals as unknown as readonly AboutYouTotals[] } : undefined;
}

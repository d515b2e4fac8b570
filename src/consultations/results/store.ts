import type { PrismaClient } from '#database/generated/client.ts';
import type { Definition, Value } from '../definition.ts';
import type { Version } from './columns.ts';
import type { StoredResponse } from './shape.ts';

/** Responses read at once: enough to be quick, few enough for one statement's parameters (PostgreSQL allows 65,535). */
const batchSize = 2000;

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
      const versions = row.versions.map(({ number, definition }): Version => ({ number, definition: definition as unknown as Definition }));
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
  };
}

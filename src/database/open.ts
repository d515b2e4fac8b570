import pg from 'pg';
import type { Config } from '../config.ts';

import { openEmbedded } from './embedded.ts';
import type { DatabaseLog } from './log.ts';
import { migrate } from './migrate.ts';
import { createPrisma, type Prisma } from './prisma.ts';

export interface Database {
  readonly url: string;
  readonly prisma: Prisma;
  /** Whether the database answers within a second. */
  isReachable(): Promise<boolean>;
  /** Call when nothing uses the database any more. */
  close(): Promise<void>;
}

/** Opens the database that the environment names, else the one that comes with Folkmoot, with the tables as this version needs them. */
export async function openDatabase({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>, log: DatabaseLog): Promise<Database> {
  const server = databaseUrl === undefined ? await openEmbedded({ dataDir, log }) : undefined;
  const url = databaseUrl ?? server?.url ?? '';
  try {
    const migrated = await migrate(url, { log });
    if (migrated.length > 0) log.info(`The database was brought up to date: ${migrated.join(', ')}.`);
  } catch (error) {
    await server?.stop();
    throw error;
  }
  const prisma = createPrisma(url);
  return {
    url,
    prisma,
    isReachable: () => answers(url),
    async close() {
      await prisma.$disconnect();
      await server?.stop();
    },
  };
}

/** How long the database may take to answer before it counts as unreachable. */
const answerWithinMs = 1_000;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: answerWithinMs, query_timeout: answerWithinMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

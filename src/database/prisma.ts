import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';
import { createPool } from './pool.ts';
import { createRead, type Read } from './reading.ts';

/** Prisma, and a way past it for what is asked often. Reading so is no part of a transaction. */
export type Prisma = PrismaClient & { readonly read: Read };

/** As long as the turn log waits: see `pool.ts`. */
const connectWithinMs = 8_000;
/** An officer's export may take a while; a server that hangs must not hold whoever asks for ever. */
const answerWithinMs = 60_000;
/** As many searches at a time as processors. One connection is kept: a new one, and the first plan on it, take longer than any search. */
const forReading = { name: 'searches', max: 2, min: 1 };

/** Prisma for everything but the turn log. `url` is one that PostgreSQL's own tools know, over TCP or a socket (`?host=/folder`). */
export function createPrisma(url: string): Prisma {
  const patience = { connectionTimeoutMillis: connectWithinMs, query_timeout: answerWithinMs };
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 5, idleTimeoutMillis: 60_000, ...patience }) });
  // A connection that breaks while nobody uses it is replaced at the next use.
  const pool = createPool(url, () => undefined, forReading);
  const disconnect = prisma.$disconnect.bind(prisma);
  return Object.assign(prisma, {
    read: createRead(pool),
    async $disconnect() {
      await disconnect();
      await pool.end();
    },
  });
}

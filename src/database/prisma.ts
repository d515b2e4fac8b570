import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';

export type Prisma = PrismaClient;

/** As long as the turn log waits: see `pool.ts`. */
const connectWithinMs = 8_000;
/** An officer's export may take a while; a server that hangs must not hold whoever asks for ever. */
const answerWithinMs = 60_000;

/** Prisma for everything but the turn log. `url` is one that PostgreSQL's own tools know, over TCP or a socket (`?host=/folder`). */
export function createPrisma(url: string): Prisma {
  const patience = { connectionTimeoutMillis: connectWithinMs, query_timeout: answerWithinMs };
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 5, idleTimeoutMillis: 60_000, ...patience }) });
}

import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';

export type Prisma = PrismaClient;

/** Prisma for everything but the turn log. `url` is one that PostgreSQL's own tools know, over TCP or a socket (`?host=/folder`). */
export function createPrisma(url: string): Prisma {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 5, idleTimeoutMillis: 60_000 }) });
}

import { randomBytes } from 'node:crypto';
import { withClient } from '#database/client.ts';
import { createPrisma, type Prisma } from '#database/prisma.ts';
import { serverName, templateName, urlOfDatabase } from './server.ts';

export interface TestDatabase {
  readonly prisma: Prisma;
  readonly url: string;
  close(): Promise<void>;
}

/** A database of a test file's own, with all the tables and nothing in them but what the migrations put there. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${templateName} STRATEGY file_copy`);
  const url = urlOfDatabase(serverUrl(), name);
  const prisma = createPrisma(url);
  return {
    prisma,
    url,
    async close() {
      await prisma.$disconnect();
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** A database with no tables at all. */
export async function emptyDatabase(): Promise<{ url: string; close(): Promise<void> }> {
  const name = `empty_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name}`);
  return { url: urlOfDatabase(serverUrl(), name), close: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

function serverUrl(): string {
  const url = process.env[serverName];
  if (!url) throw new Error('There is no test server: run the tests with "npm test".');
  return url;
}

const onServer = (sql: string) => withClient(serverUrl(), async (client) => void (await client.query(sql)));

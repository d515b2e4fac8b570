import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { withClient } from './client.ts';
import type { DatabaseLog } from './log.ts';
import { type MigrationFile, migrationsDir, readMigrations } from './migrations/files.ts';
import { type History, readHistory } from './migrations/history.ts';
import { makeTable } from './migrations/table.ts';

export interface MigrateOptions {
  readonly log?: DatabaseLog;
  /** Where the migrations lie; for tests. */
  readonly dir?: string;
}

/** A number of our own choosing for PostgreSQL's advisory locks; Prisma's own is another. */
const lock = 3978_0002;

/**
 * Brings the tables to what this version of the code needs, and gives back the names of the migrations that took. A start with nothing
 * to do costs one query. Safe for any number of processes that start at once. Refuses a database that a newer version has changed.
 *
 * Prisma's table of migrations is kept as Prisma keeps it, so `prisma migrate deploy` stays possible; but each migration and its
 * entry commit together, so that one which fails, or is cut short, leaves nothing behind.
 */
export async function migrate(url: string, { log, dir = migrationsDir }: MigrateOptions = {}): Promise<readonly string[]> {
  const files = await readMigrations(dir);
  return withClient(url, async (client) => {
    const before = await readHistory(client, files);
    refuse(before);
    if (before.edited.length > 0) log?.warn(`Migrations were changed after they had been applied: ${before.edited.join(', ')}.`);
    if (before.pending.length === 0) return [];
    await client.query('SELECT pg_advisory_lock($1)', [lock]);
    const { pending } = await readHistory(client, files);
    await makeTable(client);
    for (const file of files) if (pending.includes(file.name)) await apply(client, file);
    return pending;
  });
}

/** How the database stands to the code's migrations, without changing anything. */
export async function status(url: string, dir = migrationsDir): Promise<History> {
  const files = await readMigrations(dir);
  return withClient(url, (client) => readHistory(client, files));
}

function refuse({ unknown, failed }: History): void {
  if (unknown.length > 0) {
    throw new Error(
      `The database was changed by a newer version of Folkmoot (${unknown.join(', ')}), and this version does not know how to use it: start the newer version.`,
    );
  }
  if (failed) {
    throw new Error(
      `The migration ${failed.name}, begun on ${failed.startedAt.toISOString()} by "prisma migrate", did not go through, and what it left is uncertain. Put it right, then run "npx prisma migrate resolve". It said: ${failed.reason}`,
    );
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: MigrationFile): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), now(), 1)',
      [randomUUID(), checksum, name],
    );
    await client.query(sql);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new Error(`The migration ${name} failed, and nothing of it remains: ${(error as Error).message}.`, { cause: error });
  }
}

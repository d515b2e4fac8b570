import type pg from 'pg';
import type { MigrationFile } from './files.ts';

/** How a database stands to the migrations that the code carries. */
export interface History {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
  /** Applied, but unknown to the code: the database belongs to a newer version. */
  readonly unknown: readonly string[];
  /** Applied, and changed in the code since. */
  readonly edited: readonly string[];
  /** Begun and not finished; there can only be one. */
  readonly failed: FailedMigration | undefined;
}

export interface FailedMigration {
  readonly name: string;
  readonly startedAt: Date;
  readonly reason: string;
}

interface Row {
  readonly migration_name: string;
  readonly checksum: string;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly logs: string | null;
}

/** Reads the history by plain SQL from the table that Prisma keeps: a start with nothing to do costs one query. */
export async function readHistory(client: pg.Client, files: readonly MigrationFile[]): Promise<History> {
  return compareHistory(files, await readRows(client));
}

async function readRows(client: pg.Client): Promise<readonly Row[]> {
  try {
    const { rows } = await client.query<Row>(
      'SELECT migration_name, checksum, started_at, finished_at, logs FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
    );
    return rows;
  } catch (error) {
    if ((error as pg.DatabaseError).code === undefinedTable) return [];
    throw error;
  }
}

function compareHistory(files: readonly MigrationFile[], rows: readonly Row[]): History {
  const checksums = new Map(files.map((file) => [file.name, file.checksum]));
  const finished = rows.filter((row) => row.finished_at !== null);
  const applied = new Set(finished.map((row) => row.migration_name));
  const failed = rows.find((row) => row.finished_at === null);
  return {
    applied: [...applied],
    pending: files.map((file) => file.name).filter((name) => !applied.has(name)),
    unknown: [...applied].filter((name) => !checksums.has(name)),
    edited: finished.filter((row) => (checksums.get(row.migration_name) ?? row.checksum) !== row.checksum).map((row) => row.migration_name),
    failed: failed && { name: failed.migration_name, startedAt: failed.started_at, reason: failed.logs?.trim() || 'it was cut short' },
  };
}

/** https://www.postgresql.org/docs/18/errcodes-appendix.html */
const undefinedTable = '42P01';

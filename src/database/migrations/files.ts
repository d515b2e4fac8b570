import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { MigrationList } from '@prisma/schema-engine-wasm';

/** One migration as it lies in `prisma/migrations/`. The checksum is Prisma's: SHA-256 of the file, hex. */
export interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export const migrationsDir = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));
export const schemaFile = fileURLToPath(new URL('../../../prisma/schema.prisma', import.meta.url));

/** All migrations, in the order in which they are applied. */
export async function readMigrations(dir = migrationsDir): Promise<readonly MigrationFile[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(`${dir}/${name}/migration.sql`, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** The same in the words of Prisma's engine. */
export function asMigrationList(files: readonly MigrationFile[], dir = migrationsDir): MigrationList {
  return {
    baseDir: dir,
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: files.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withClient } from './client.ts';
import { asMigrationList, migrationsDir, readMigrations, schemaFile } from './migrations/files.ts';

export interface NewMigration {
  /** A few words in lower case, joined by `_`. */
  readonly name: string;
  /** Goes into the folder's name, so that migrations are applied in the order in which they were made. */
  readonly now: Date;
  readonly dir?: string;
  readonly schema?: string;
}

/**
 * Writes the migration that leads from the ones there are to `prisma/schema.prisma`, and gives back its file; undefined when nothing
 * has changed. The difference is found in a database made for it on the server of `url`, and dropped again.
 */
export async function newMigration(
  url: string,
  { name, now, dir = migrationsDir, schema = schemaFile }: NewMigration,
): Promise<string | undefined> {
  if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name))
    throw new Error(`"${name}" is no name for a migration: use a few words in lower case, joined by "_".`);
  const sql = await difference(url, dir, schema);
  if (sql.includes('This is an empty migration')) return undefined;
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(dir, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'migration.sql'), sql, { flag: 'wx' });
  await writeFile(
    join(dir, 'migration_lock.toml'),
    '# The kind of database that the migrations are for. Prisma reads it.\nprovider = "postgresql"\n',
  );
  return join(folder, 'migration.sql');
}

async function difference(url: string, dir: string, schema: string): Promise<string> {
  const { withEngine } = await import('./migrations/engine.ts');
  const content = await readFile(schema, 'utf8');
  const migrationsList = asMigrationList(await readMigrations(dir), dir);
  const filters = { externalTables: [], externalEnums: [] };
  return withEmptyDatabase(url, (emptyUrl) =>
    withEngine(emptyUrl, content, async (engine) => {
      const { stdout } = await engine.diff({
        from: { tag: 'migrations', ...migrationsList },
        to: { tag: 'schemaDatamodel', files: [{ path: schema, content }] },
        script: true,
        exitCode: null,
        filters,
      });
      return stdout ?? '';
    }),
  );
}

async function withEmptyDatabase<T>(url: string, use: (emptyUrl: string) => Promise<T>): Promise<T> {
  const name = `folkmoot_empty_${randomBytes(6).toString('hex')}`;
  const emptyUrl = new URL(url);
  emptyUrl.pathname = `/${name}`;
  await withClient(url, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`));
  try {
    return await use(emptyUrl.href);
  } finally {
    await withClient(url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
}

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '#database/client.ts';
import { migrate, status } from '#database/migrate.ts';
import { withEngine } from '#database/migrations/engine.ts';
import { asMigrationList, migrationsDir, readMigrations, schemaFile } from '#database/migrations/files.ts';
import { newMigration } from '#database/newMigration.ts';
import { emptyDatabase, testDatabase } from '#test/setup/database.ts';

const made: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(made.map((one) => one.close())));

async function empty(): Promise<string> {
  const database = await emptyDatabase();
  made.push(database);
  return database.url;
}

/** A folder of migrations: ours, and more of the test's own. */
async function migrationsWith(more: Readonly<Record<string, string>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'folkmoot-migrations-'));
  made.push({ close: () => rm(dir, { recursive: true }) });
  await cp(migrationsDir, dir, { recursive: true });
  for (const [name, sql] of Object.entries(more)) {
    await mkdir(join(dir, name));
    await writeFile(join(dir, name, 'migration.sql'), sql);
  }
  return dir;
}

const ask = (url: string, sql: string) =>
  withClient(url, async (client) => (await client.query({ text: sql, rowMode: 'array' })).rows.flat());
const names = async () => (await readMigrations()).map((file) => file.name);

test('an empty database is given every table, and then there is nothing left to do', async () => {
  const url = await empty();
  expect((await status(url)).pending).toEqual(await names());
  expect(await migrate(url)).toEqual(await names());
  expect(await migrate(url)).toEqual([]);
  expect(await status(url)).toEqual({ applied: await names(), pending: [], unknown: [], edited: [], failed: undefined });
  expect(await ask(url, 'SELECT id, revision FROM catalogue')).toEqual([1, 0]);
  expect(await ask(url, `SELECT unnest(reloptions) FROM pg_class WHERE relname = 'conversation'`)).toEqual(['fillfactor=70']);
});

test('a later version brings an earlier database up to date, with function bodies whole', async () => {
  const url = await empty();
  await migrate(url);
  const dir = await migrationsWith({
    '29990101000000_later': `CREATE FUNCTION seven() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 7; END; $$;`,
  });
  expect(await migrate(url, { dir })).toEqual(['29990101000000_later']);
  expect(await ask(url, 'SELECT seven()')).toEqual([7]);
});

test('the words of titles that were there before are known afterwards', async () => {
  const url = await empty();
  const dir = await migrationsWith({});
  await rm(join(dir, '20261129224500_words_of_titles'), { recursive: true });
  await migrate(url, { dir });
  await ask(
    url,
    `INSERT INTO event (id, source, uid, title, organiser, topics, online, fingerprint, imported_at, changed_at)
       VALUES (gen_random_uuid(), 'a', 'a', 'St Mary''s Café & Ukulele 2026', 'them', '{}', false, '', now(), now())`,
  );
  await ask(
    url,
    `INSERT INTO opportunity (id, source, source_id, organisation, title, description, remote, one_off, expenses_paid, step_free, dbs_needed)
       VALUES (gen_random_uuid(), 'a', 'a', 'them', 'Canal litter-pick', '', true, true, true, true, true)`,
  );
  expect(await migrate(url)).toEqual(['20261129224500_words_of_titles']);
  expect(await ask(url, 'SELECT word FROM directory_word ORDER BY word')).toEqual(['cafe', 'canal', 'litter', 'marys', 'pick', 'ukulele']);
});

test('any number of processes may start at once: each migration is applied once', async () => {
  const url = await empty();
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url)));
  expect(applied.flat()).toEqual(await names());
});

test('a database that a newer version has changed is refused', async () => {
  const url = await empty();
  await migrate(url, { dir: await migrationsWith({ '29990101000000_newer': 'SELECT 1' }) });
  await expect(migrate(url)).rejects.toThrow(/newer version of Folkmoot \(29990101000000_newer\)/);
});

test('a migration that fails says why, leaves nothing behind, and can be tried again once it is put right', async () => {
  const url = await empty();
  const dir = await migrationsWith({ '29990101000000_wrong': 'CREATE TABLE half (); SELECT * FROM nowhere;' });
  await expect(migrate(url, { dir })).rejects.toThrow(
    '29990101000000_wrong failed, and nothing of it remains: relation "nowhere" does not exist',
  );
  expect(await ask(url, `SELECT to_regclass('half')`)).toEqual([null]);
  expect((await status(url, dir)).pending).toEqual(['29990101000000_wrong']);
  await writeFile(join(dir, '29990101000000_wrong', 'migration.sql'), 'CREATE TABLE half ();');
  expect(await migrate(url, { dir })).toEqual(['29990101000000_wrong']);
});

test('a migration that Prisma began and did not finish is left to a person', async () => {
  const url = await empty();
  await migrate(url);
  await ask(url, `UPDATE _prisma_migrations SET finished_at = NULL, logs = 'the disk was full'`);
  await expect(migrate(url)).rejects.toThrow(/did not go through[\s\S]*the disk was full/);
});

test('a migration that was edited after it had been applied is said, and nothing is done about it', async () => {
  const url = await empty();
  const [first = ''] = await migrate(url);
  const dir = await migrationsWith({});
  const file = join(dir, first, 'migration.sql');
  await writeFile(file, `${await readFile(file, 'utf8')}-- edited`);
  const said: string[] = [];
  const say = (message: string) => void said.push(message);
  expect(await migrate(url, { dir, log: { info: say, warn: say, error: say } })).toEqual([]);
  expect(said).toEqual([`Migrations were changed after they had been applied: ${first}.`]);
});

test('the migrations lead to exactly what prisma/schema.prisma says', async () => {
  const { url, close } = await testDatabase();
  const dir = await migrationsWith({});
  const now = new Date('2027-01-31T12:00:00Z');
  expect(await newMigration(url, { name: 'nothing_new', now, dir })).toBeUndefined();
  await close();
});

test('Prisma finds the history as if it had applied the migrations itself', async () => {
  const url = await empty();
  await migrate(url);
  const migrationsList = asMigrationList(await readMigrations());
  const found = await withEngine(url, await readFile(schemaFile, 'utf8'), (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: { externalTables: [], externalEnums: [] } }),
  );
  expect(found).toEqual({ history: null, editedMigrationNames: [], failedMigrationNames: [], hasMigrationsTable: true });
});

test('a new migration holds the difference, and its name the time', async () => {
  const dir = await migrationsWith({});
  const schema = join(dir, 'schema.prisma');
  const ours = await readFile(join(migrationsDir, '..', 'schema.prisma'), 'utf8');
  await writeFile(schema, `${ours}\nmodel Badge {\n  id Int @id\n  @@map("badge")\n}\n`);
  const file = await newMigration(await empty(), { name: 'add_badges', now: new Date('2027-01-31T12:00:00Z'), dir, schema });
  expect(file).toBe(join(dir, '20270131120000_add_badges', 'migration.sql'));
  expect(await readFile(file ?? '', 'utf8')).toContain('CREATE TABLE "badge"');
});

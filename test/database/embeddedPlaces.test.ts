import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withClient } from '#database/client.ts';
import { isRoot, serverAccount } from '#database/embedded/runAs.ts';
import { createOpening, until } from './opening.ts';

const { folder, open, openElsewhere, clearUp } = createOpening();
afterAll(clearUp);

const answers = (url: string) => withClient(url, (client) => client.query('SELECT 1')).then(() => true);

/** When we are root: somebody who is not, if they can read the project; else ourselves. */
async function ordinaryUser() {
  if (!isRoot()) return undefined;
  const account = await serverAccount();
  try {
    execFileSync('/bin/cat', [fileURLToPath(import.meta.url)], { ...account, stdio: 'ignore' });
    return account;
  } catch {
    return undefined;
  }
}

test('a data folder may lie deeper than the path of a socket may be long', async () => {
  const dataDir = join(folder(), 'one-of-many-folders-within-folders/'.repeat(6));
  const server = await open(dataDir);
  expect(Buffer.byteLength(join(server.socketDir, '.s.PGSQL.5432'))).toBeLessThanOrEqual(103);
  expect(await answers(server.url)).toBe(true);
  await server.stop();
});

test('an ordinary user needs nothing but the data folder, below folders that are closed to others', async () => {
  const account = await ordinaryUser();
  const closed = folder(account);
  chmodSync(closed, 0o700);
  const { server, stop } = await openElsewhere(join(closed, 'deep'.repeat(40), '.data'), account);
  expect(await answers(server.url)).toBe(true);
  if (account) expect(server.home.startsWith(closed)).toBe(true);
  expect((await stat(server.socketDir)).mode & 0o777).toBe(0o700);
  expect(await stop()).toBe(true);
});

test('removing the data folder makes a fresh database, and two data folders never share one', async () => {
  const dataDir = folder();
  const first = await open(dataDir);
  await withClient(first.url, (client) => client.query('CREATE TABLE kept ()'));
  await first.stop();
  await rm(dataDir, { recursive: true });
  const [again, other] = [await open(dataDir), await open(folder())];
  for (const { url } of [again, other]) {
    await expect(withClient(url, (client) => client.query('SELECT FROM kept'))).rejects.toThrow('does not exist');
  }
  await again.stop();
  await other.stop();
});

test('a data folder that cannot be made is refused in plain words', async () => {
  const file = join(folder(), 'file');
  await writeFile(file, '');
  await expect(open(join(file, '.data'))).rejects.toThrow('Set DATA_DIR to a folder that can be written to.');
});

describe('a database that cannot be opened is refused with the reason', () => {
  const dataDir = folder();
  let cluster = '';
  beforeAll(async () => {
    const server = await open(dataDir);
    await server.stop();
    cluster = join(server.home, 'postgres');
  });

  test('because another PostgreSQL wrote it', async () => {
    const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8');
    await writeFile(join(cluster, 'PG_VERSION'), '12\n');
    await expect(open(dataDir)).rejects.toThrow('was written by PostgreSQL 12');
    await writeFile(join(cluster, 'PG_VERSION'), version);
  });

  test('because files are missing, in the words of the server', async () => {
    await rm(join(cluster, 'global'), { recursive: true });
    await expect(open(dataDir)).rejects.toThrow(/The database server did not start[\s\S]*pg_control/);
  });

  test('because it cannot be made where it should be', async () => {
    await rm(cluster, { recursive: true });
    await mkdir(join(cluster, 'in the way'), { recursive: true });
    await expect(open(dataDir)).rejects.toThrow("The database's files could not be made");
  });
});

test('a server for tests goes with the process that opened it, however that ends', async () => {
  const { child, server } = await openElsewhere('throw-away');
  const socketDir = new URL(server.url).searchParams.get('host') ?? '';
  expect(existsSync(socketDir)).toBe(true);
  child.kill('SIGKILL');
  await until(() => !existsSync(socketDir));
});

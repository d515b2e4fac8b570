import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withClient } from '#database/client.ts';
import { isRoot, serverAccount } from '#database/embedded/runAs.ts';
import { createOpening, pidOf, until } from './opening.ts';

const { folder, open, openElsewhere, clearUp } = createOpening();
afterAll(clearUp);

const ask = (url: string, sql: string) =>
  withClient(url, async (client) => (await client.query({ text: sql, rowMode: 'array' })).rows.flat());
const dataDir = folder();

test('what was stored is there after a stop and a start, and a stop leaves no process behind', async () => {
  const first = await open(dataDir);
  await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
  expect(await first.stop()).toBe(true);
  expect(await pidOf(first)).toBe(0);

  const second = await open(dataDir);
  expect(second.adopted).toBe(false);
  expect(await ask(second.url, 'SELECT number FROM kept')).toEqual([7]);
  await second.stop();
});

test('a committed turn outlives a power cut, and nothing listens on the network', async () => {
  const server = await open(dataDir);
  const settings = [
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'data_checksums',
    'listen_addresses',
    'jit',
    'TimeZone',
    'server_encoding',
  ];
  const found = await Promise.all(settings.map((name) => ask(server.url, `SHOW ${name}`)));
  expect(found.flat()).toEqual(['on', 'on', 'on', 'on', '', 'off', 'UTC', 'UTF8']);
  expect(await ask(server.url, `SELECT lower('ŁÓDŹ'), 'Z' < 'a'`)).toEqual(['łódź', true]);
  await server.stop();
});

test('the server log never holds what was stored', async () => {
  const server = await open(dataDir);
  await ask(server.url, 'CREATE TABLE one (word text UNIQUE)');
  const twice = `INSERT INTO one VALUES ('whisper'), ('whisper')`;
  await expect(ask(server.url, twice)).rejects.toThrow('duplicate key');
  await server.stop();
  const log = await readFile(join(dataDir, 'postgres.log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('whisper');
});

test('a server whose process was killed is taken over, with what was committed', async () => {
  const { child, server } = await openElsewhere(dataDir);
  await ask(server.url, 'CREATE TABLE committed AS SELECT 8 AS number');
  const pid = await pidOf(server);
  child.kill('SIGKILL');
  await until(() => child.signalCode !== null);

  const next = await open(dataDir);
  expect(next.adopted).toBe(true);
  expect(await pidOf(next)).toBe(pid);
  expect(await ask(next.url, 'SELECT number FROM committed')).toEqual([8]);
  expect(await next.stop()).toBe(true);
  expect(await pidOf(next)).toBe(0);
});

test('of two processes that start at once one starts the server, and the last to leave stops it', async () => {
  const dataDir = folder();
  const both = await Promise.all([openElsewhere(dataDir), openElsewhere(dataDir)]);
  expect(both.map(({ server }) => server.adopted).sort()).toEqual([false, true]);
  expect(await both[0].stop()).toBe(false);
  expect(await ask(both[1].server.url, 'SELECT 1')).toEqual([1]);
  expect(await both[1].stop()).toBe(true);
  expect(await pidOf(both[1].server)).toBe(0);
});

test('when the last two leave at once, one of them stops the server', async () => {
  const both = [await openElsewhere(dataDir), await openElsewhere(dataDir)] as const;
  const stopped = await Promise.all(both.map((one) => one.stop()));
  expect(stopped).toContain(true);
  expect(await pidOf(both[0].server)).toBe(0);
});

test('Ctrl-C in the terminal does not reach the server', async () => {
  const { child, server } = await openElsewhere(dataDir);
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await until(() => child.signalCode !== null);
  expect(await ask(server.url, 'SELECT 1')).toEqual([1]);
  const next = await open(dataDir);
  expect(next.adopted).toBe(true);
  await next.stop();
});

test('a server that is killed while it is in use is started again at the same address', async () => {
  const server = await open(dataDir);
  const pid = await pidOf(server);
  process.kill(pid, 'SIGKILL');
  await until(async () => ![0, pid].includes(await pidOf(server)));
  await until(() =>
    ask(server.url, 'SELECT number FROM kept').then(
      ([kept]) => kept === 7,
      () => false,
    ),
  );
  expect(await server.stop()).toBe(true);
});

test("a lock file that a power cut left, with a number that is now somebody else's, does not keep the server from starting", async () => {
  const server = await open(dataDir);
  const lockFile = join(server.home, 'postgres', 'postmaster.pid');
  const before = await readFile(lockFile, 'utf8');
  await server.stop();
  const stranger = spawn('sleep', ['60'], isRoot() ? await serverAccount() : {});
  await writeFile(lockFile, before.replace(/^\d+/, String(stranger.pid)));
  const next = await open(dataDir);
  expect(next.adopted).toBe(false);
  await next.stop();
  stranger.kill();
});

test('a folder for the socket that a cleaner took away is made again', async () => {
  const server = await open(dataDir);
  await server.stop();
  await rm(server.socketDir, { recursive: true, force: true });
  const next = await open(dataDir);
  expect(await ask(next.url, 'SELECT 1')).toEqual([1]);
  await next.stop();
});

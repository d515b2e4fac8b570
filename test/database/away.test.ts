import { readFile } from 'node:fs/promises';
import { isAway, isBroken } from '#database/away.ts';
import { createPool } from '#database/pool.ts';
import { createPrisma } from '#database/prisma.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { aLine, type Line } from './turnLog/aLine.ts';

let database: TestDatabase;
let line: Line;
beforeAll(async () => {
  database = await testDatabase();
  line = await aLine(database.url);
});
afterAll(async () => {
  await line.close();
  await database.close();
});

const reasonOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing went wrong',
    (reason: unknown) => reason,
  );

test('a server that is not there is away, whoever asks and however', async () => {
  const prisma = createPrisma(line.url);
  const pool = createPool(line.url, () => undefined);
  const asks = [
    () => pool.query('SELECT 1'),
    () => prisma.$queryRaw`SELECT 1`,
    () => prisma.catalogue.findMany(),
    () => prisma.$transaction((tx) => tx.catalogue.findMany()),
  ];
  await Promise.all(asks.map((ask) => ask()));
  await line.cut();
  for (const ask of asks) expect(isAway(await reasonOf(ask()))).toBe(true);
  await line.mend();
  await Promise.all(asks.map((ask) => ask()));
  await pool.end();
  await prisma.$disconnect();
});

test('a connection that is ended while it is used is broken, and away', async () => {
  const prisma = createPrisma(database.url);
  const pool = createPool(database.url, () => undefined);
  const end = 'SELECT pg_terminate_backend(pg_backend_pid())';
  for (const ask of [
    () => pool.query(end),
    () => prisma.$queryRawUnsafe(end),
    () => prisma.$transaction((tx) => tx.$queryRawUnsafe(end)),
  ]) {
    const reason = await reasonOf(ask());
    expect([isBroken(reason), isAway(reason)]).toEqual([true, true]);
  }
  await pool.end();
  await prisma.$disconnect();
});

test('what is wrong with a statement, or with a file, is not the server being away', async () => {
  const { prisma } = database;
  const reasons = await Promise.all([
    reasonOf(prisma.$queryRaw`SELECT 1 / 0`),
    reasonOf(prisma.$queryRaw`SELECT * FROM nothing`),
    reasonOf(prisma.catalogue.create({ data: { id: 1, revision: 0 } })),
    reasonOf(readFile('/nothing/here')),
  ]);
  for (const reason of [...reasons, new Error('no'), 'no', undefined, null])
    expect([isAway(reason), isBroken(reason)]).toEqual([false, false]);
});

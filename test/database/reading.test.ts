import { Prisma } from '#database/generated/client.ts';
import { createPrisma, type Prisma as Database } from '#database/prisma.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const ask = Prisma.sql`SELECT ${'2026-03-29'}::date AS day, ${'2026-03-29T01:30:00Z'}::timestamptz AS time, NULL::date AS never, 1.5::float8 AS size, '{a,b}'::text[] AS list`;

test('days and times come as Prisma has them', async () => {
  const [read] = await database.prisma.read(ask);
  expect(read).toEqual({
    day: new Date('2026-03-29T00:00:00Z'),
    time: new Date('2026-03-29T01:30:00Z'),
    never: null,
    size: 1.5,
    list: ['a', 'b'],
  });
  expect(read).toEqual((await database.prisma.$queryRaw<unknown[]>(ask))[0]);
});

test('a statement is prepared once and asked again with other values; of very many, the first', async () => {
  const prisma = createPrisma(database.url);
  for (let each = 0; each < 3; each++) expect(await prisma.read(Prisma.sql`SELECT ${each}::int AS each`)).toEqual([{ each }]);
  expect(await prepared(prisma)).toBe(2);
  for (let each = 0; each < 60; each++)
    expect(await prisma.read(Prisma.sql`SELECT ${each}::int AS ${Prisma.raw(`n${each}`)}`)).toEqual([{ [`n${each}`]: each }]);
  expect(await prepared(prisma)).toBe(50);
  await prisma.$disconnect();
});

test('a connection that was broken is replaced, and what was prepared on it prepared anew', async () => {
  const prisma = createPrisma(database.url);
  const pid = Prisma.sql`SELECT pg_backend_pid() AS pid`;
  const [first] = await prisma.read<{ pid: number }>(pid);
  await database.prisma.$queryRaw`SELECT pg_terminate_backend(${first?.pid}::int)`;
  const [second] = await prisma.read<{ pid: number }>(pid);
  expect(second?.pid).toEqual(expect.any(Number));
  expect(second).not.toEqual(first);
  await prisma.$disconnect();
});

/** Of the connection that is asked next, this question among them. */
async function prepared(prisma: Database): Promise<number | undefined> {
  const [row] = await prisma.read<{ count: number }>(Prisma.sql`SELECT count(*)::int AS count FROM pg_prepared_statements`);
  return row?.count;
}

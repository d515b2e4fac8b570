import { testDatabase } from '#test/setup/database.ts';

test('a test file has a database of its own with all the tables', async () => {
  const [ours, theirs] = await Promise.all([testDatabase(), testDatabase()]);
  await ours.prisma.catalogue.update({ where: { id: 1 }, data: { revision: 7 } });
  expect(await ours.prisma.catalogue.findMany()).toEqual([{ id: 1, revision: 7 }]);
  expect(await theirs.prisma.catalogue.findMany()).toEqual([{ id: 1, revision: 0 }]);
  await ours.close();
  await theirs.close();
});

import { openDatabase } from '#database/open.ts';
import { emptyDatabase } from '#test/setup/database.ts';
import { createOpening } from './opening.ts';

const { folder, clearUp } = createOpening();
afterAll(clearUp);

test('the database that the environment names is brought up to date and used', async () => {
  const { url, close } = await emptyDatabase();
  const said: string[] = [];
  const say = (message: string) => void said.push(message);
  const database = await openDatabase({ databaseUrl: url, dataDir: folder() }, { info: say, warn: say, error: say });
  expect(await database.prisma.catalogue.findMany()).toEqual([{ id: 1, revision: 0 }]);
  expect(said).toEqual([expect.stringMatching(/^The database was brought up to date: \d{14}_first/)]);
  expect(await database.isReachable()).toBe(true);
  await database.close();
  await close();
  expect(await database.isReachable()).toBe(false);
});

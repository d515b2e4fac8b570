import { Readable } from 'node:stream';
import { createSecrets } from '#src/secrets.ts';
import { createServices } from '#src/services.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { OpportunitiesRefused } from '#volunteering';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const services = () =>
  createServices(database, createSecrets('a key for the tests of volunteering only'), () => new Date('2026-11-23T10:00:00Z'));

async function take(source: string, lines: readonly string[]) {
  const refused: string[] = [];
  const result = await services().volunteering.importFrom(source, Readable.from(lines.map((line) => `${line}\n`)), (line, reason) =>
    refused.push(`${line}: ${reason}`),
  );
  return { ...result, refused };
}

const header = 'id,organisation,title,description,remote,hours_per_week,one_off,expenses_paid,phone,email';

describe('a table of volunteering', () => {
  test('goes in row by row; what does not hold is refused with its line and its reason, and the rest stays', async () => {
    const { taken, refused } = await take('a.csv', [
      header,
      'one,Thornby Gardeners,Garden helper,Weeds,yes,2,no,no,07700 900201,',
      'two,Thornby Gardeners,Nobody to ask,,yes,2,no,no,,',
      'three,Thornby Gardeners,A long week,,yes,100,maybe,no,07700 900201,',
      'one,Thornby Gardeners,The same again,,yes,2,no,no,07700 900201,',
    ]);
    expect(taken).toBe(1);
    expect(refused).toEqual([
      '3: needs a phone or an email, so that people can get in touch',
      '4: hours_per_week must be from 0 to 60; one_off must be yes or no',
      '5: has the id one of another row',
    ]);
  });

  test('taken in again changes what it names, and no longer shows what it does not', async () => {
    await take('b.csv', [header, 'x,Cote Car,Driver,,yes,4,no,yes,07700 900205,', 'y,Cote Car,Washer,,yes,1,no,no,07700 900205,']);
    expect(await take('b.csv', [header, 'x,Cote Car,Careful driver,,yes,4,no,yes,07700 900205,'])).toMatchObject({ taken: 1, vanished: 1 });
    const found = await services().volunteering.search({ words: 'driver', near: undefined, barriers: {} });
    expect(found.map(({ title }) => title)).toEqual(['Careful driver']);
    expect(await services().volunteering.search({ words: 'washer', near: undefined, barriers: {} })).toEqual([]);
  });

  test('with a row that does not hold leaves its listing as it was, and one with nothing that holds takes nothing down', async () => {
    const good = 'keep,Cote Car,Keeper of cars,,yes,4,no,yes,07700 900205,';
    await take('f.csv', [header, good, 'gone,Cote Car,Keeper of keys,,yes,4,no,yes,07700 900205,']);
    const titles = async () =>
      (await services().volunteering.search({ words: 'keeper', near: undefined, barriers: {} })).map(({ title }) => title).sort();

    expect(await take('f.csv', [header, good.replace(',4,', ',400,')])).toMatchObject({ taken: 0, vanished: 0 });
    expect(await take('f.csv', [header])).toMatchObject({ taken: 0, vanished: 0 });
    expect(await titles()).toEqual(['Keeper of cars', 'Keeper of keys']);
    expect(
      await take('f.csv', [header, good.replace(',4,', ',400,'), 'new,Cote Car,Keeper of maps,,yes,1,no,no,07700 900205,']),
    ).toMatchObject({
      taken: 1,
      vanished: 1,
    });
    expect(await titles()).toEqual(['Keeper of cars', 'Keeper of maps']);
  });

  test('with other columns is refused whole, and says which there are', async () => {
    await expect(take('c.csv', ['id,organisation,title,salary', '1,a,b,c'])).rejects.toThrow(OpportunitiesRefused);
    await expect(take('c.csv', ['name', 'x'])).rejects.toThrow('The table has no column id, organisation, title. It has: name.');
  });

  test('keeps numbers sealed, and shows nobody one', async () => {
    await take('d.csv', [header, 'z,Silver Line,Telephone friend,,yes,1,no,yes,07700 900206,']);
    const row = await database.prisma.opportunity.findFirstOrThrow({ where: { sourceId: 'z' } });
    expect(Buffer.from(row.phone ?? []).toString('latin1')).not.toContain('900206');
    const [found] = await services().volunteering.search({ words: 'telephone', near: undefined, barriers: {} });
    expect(found).toMatchObject({ reachable: true });
    expect(found).not.toHaveProperty('phone');
  });
});

test('an opportunity is found by all of the words of its title, in any of their forms, and by no other', async () => {
  await take('t.csv', [
    header,
    'pick,Wardens,Canal litter pick,By the boats,yes,,yes,no,07700 900203,',
    'boat,Boaters,Boat painter,Pick a canal boat to paint,yes,,yes,no,07700 900203,',
  ]);
  const called = async (...words: string[]) => (await services().volunteering.called(words, undefined)).map(({ title }) => title);
  expect(await called('picking', 'canal')).toEqual(['Canal litter pick']);
  expect(await called('boats')).toEqual(['Boat painter']);
  expect(await called('pick', 'boat')).toEqual([]);
  expect(await called()).toEqual([]);
  expect(await services().directory.search.listed(['canel', 'painters', 'steamers'])).toEqual(['canal', 'painters', undefined]);
});

test('only what fits what stands in the way is found', async () => {
  await take('e.csv', [
    header,
    'once,Fair,Steward,barriers,no,,yes,no,07700 900208,',
    'short,Library,Reader,barriers,no,1.5,no,yes,07700 900204,',
    'long,Food bank,Packer,barriers,no,6,no,no,07700 900202,',
  ]);
  const titles = async (barriers: object) =>
    (await services().volunteering.search({ words: 'barriers', near: undefined, barriers })).map(({ title }) => title).sort();
  expect(await titles({})).toEqual(['Packer', 'Reader', 'Steward']);
  expect(await titles({ oneOff: true })).toEqual(['Steward']);
  expect(await titles({ underTwoHours: true })).toEqual(['Reader', 'Steward']);
  expect(await titles({ expensesPaid: true })).toEqual(['Reader']);
});

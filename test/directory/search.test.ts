import { createReadStream } from 'node:fs';
import { needs, needsOffered } from '#directory/needs.ts';
import type { Wish } from '#directory/search/index.ts';
import { aDirectory, aReport, aService, type TestDirectory } from './aDirectory.ts';

let at: TestDirectory;
const dayMs = 86_400_000;
beforeAll(async () => {
  at = await aDirectory();
});
afterAll(() => at.database.close());

async function find(wish: Wish): Promise<readonly string[]> {
  return (await at.directory.search.find(wish)).map(({ record }) => record.name);
}
async function near(place: string) {
  const found = await at.places.find(place, 'en-GB');
  if (found.found !== 'one' || !found.place.point) throw new Error(`${place} is ${found.found}`);
  return found.place.point;
}

describe('in the sample town', () => {
  beforeAll(async () => {
    const report = aReport();
    await at.directory.importCsv(createReadStream(new URL('../../prisma/sample/services.csv', import.meta.url)), 'sample town', report);
    expect(report.lines).toEqual([]);
    expect(await at.database.prisma.serviceAtLocation.count({ where: { easting: null } })).toBe(0);
  });

  test('a need is met by what is about it, the nearest first, and what is stale last', async () => {
    const food = await find({ wanted: { need: 'food' }, near: await near('Thornby') });
    expect(food.slice(0, 2)).toEqual(['Riverside Community Pantry', 'Thornby Food Bank']);
    expect(food.slice(2, 4).sort()).toEqual(['Ashwell Green Lunch Club', 'Chapel Warm Space']);
    expect(food.at(-1)).toBe('Nether Cote Community Fridge');
    const here = await find({ wanted: { need: 'food' }, near: await near('Ashwell Green') });
    expect(here.slice(0, 2).sort()).toEqual(['Ashwell Green Lunch Club', 'Chapel Warm Space']);
  });

  test('what is found says why, how far it is, and whether somebody vouched for it lately', async () => {
    const [first] = await at.directory.search.find({ wanted: { need: 'dementia' }, near: await near('NN99 1AA') });
    expect(first).toMatchObject({
      record: { name: 'Memory Cafe' },
      reason: { by: 'term', words: 'Dementia' },
      stale: false,
      assuredByGroup: true,
      stepFree: true,
    });
    expect(first?.miles).toBe(0);
    const fridge = (await at.directory.search.find({ wanted: { need: 'food' } })).find(({ record }) => record.name.includes('Fridge'));
    expect(fridge).toMatchObject({ stale: true, miles: undefined });
  });

  test.each([
    [{ words: 'counselling' }, 'Talking Room'],
    [{ words: 'toddler' }, 'Little Feet Toddler Group'],
    [{ words: 'toddlers playing' }, 'Little Feet Toddler Group'],
    [{ words: 'memroy cafe' }, 'Memory Cafe'],
    [{ words: 'communty pantri' }, 'Riverside Community Pantry'],
    [{ words: 'CAFÉ' }, 'Memory Cafe'],
    [{ words: 'chess soup' }, 'Chapel Warm Space'],
  ])('own words %j find %s', async (wanted, name) => {
    expect((await find({ wanted }))[0]).toBe(name);
  });

  test.each([
    { words: 'zeppelin' },
    { words: '' },
    { words: '!!' },
    { words: "'; DELETE FROM zeppelin; --" },
    { words: '"unclosed & | ! ( <->' },
  ])('%j finds nothing and harms nothing', async (wanted) => {
    expect(await find({ wanted })).toEqual([]);
  });

  test('further than asked is left out, but what is given by telephone is not', async () => {
    const far = await near('Nether Cote');
    expect(await find({ wanted: { need: 'warm' }, near: far, withinMiles: 1 })).toEqual([]);
    expect(await find({ wanted: { need: 'lonely' }, near: far, withinMiles: 1 })).toEqual(['Telephone Friends']);
    expect(await find({ wanted: { need: 'warm' }, near: far })).toHaveLength(2);
  });

  test.each([
    [['memory', 'cafe'], ['Memory Cafe']],
    [['riverside', 'pantry'], ['Riverside Community Pantry']],
    [['dementia'], ['Memory Cafe']],
    [['wifi'], []],
    [['memory', 'pantry'], []],
    [['drop', "in'; --"], ['Debt and Money Drop-in']],
    [[], []],
  ])('%j are all in the name or the terms of %j', async (words, names) => {
    expect((await at.directory.search.called(words)).map(({ record }) => record.name)).toEqual(names);
  });

  test('what has a name is looked for near a place, if they said one', async () => {
    expect(await at.directory.search.called(['warm'], await near('Nether Cote'), 1)).toEqual([]);
    const [nearest] = await at.directory.search.called(['warm'], await near('Ashwell Green'), 10);
    expect(nearest?.record.name).toBe('Chapel Warm Space');
  });

  test('words that something is called by are told from those that nothing is called by, slips put right', async () => {
    const said = ['pantries', 'frigde', 'repiar', 'zeppelin', 'the', 'cafe', 'wifi', 'tlaking', "%_'"];
    const meant = ['pantries', 'fridge', undefined, undefined, 'the', 'cafe', undefined, 'talking', "%_'"];
    expect(await at.directory.search.listed(said)).toEqual(meant);
    expect(await at.directory.search.listed([])).toEqual([]);
  });

  test('every need that is offered is met', async () => {
    for (const need of needsOffered) expect(await find({ wanted: { need } })).not.toEqual([]);
  });
});

test('equals take turns from day to day, and each comes first about as often', async () => {
  await at.directory.importJson(
    JSON.stringify(Array.from({ length: 4 }, (_, each) => aService({ name: `Chess ${each}`, assured_date: '2027-01-01' }))),
    'chess',
    aReport(),
  );
  const firsts = new Map<string, number>();
  for (let day = 0; day < 100; day++) {
    at.now = new Date(Date.parse('2027-01-02T12:00:00Z') + day * dayMs);
    const order = await find({ wanted: { words: 'chess' } });
    expect([...order].sort()).toEqual(['Chess 0', 'Chess 1', 'Chess 2', 'Chess 3']);
    expect(await find({ wanted: { words: 'chess' } })).toEqual(order);
    firsts.set(order[0] ?? '', (firsts.get(order[0] ?? '') ?? 0) + 1);
  }
  for (const times of firsts.values()) expect(times).toBeGreaterThan(12);
  expect(firsts.size).toBe(4);
});

test('what nobody vouched for in six months sinks; what has vanished, stopped, closed or does not answer is not shown', async () => {
  at.now = new Date('2027-06-01T12:00:00Z');
  const assured = (name: string, day: string, more = {}) => aService({ name, assured_date: day, ...more });
  await at.directory.importJson(
    JSON.stringify([
      assured('Go old', '2026-11-29'),
      assured('Go new', '2026-12-01'),
      assured('Go closed', '2027-05-01', { status: 'temporarily closed' }),
      assured('Go stopped', '2027-05-01'),
      assured('Go silent', '2027-05-01'),
      assured('Go silent twice', '2027-05-01'),
      assured('Go gone', '2027-05-01'),
    ]),
    'go',
    aReport(),
  );
  const { service } = at.database.prisma;
  await service.updateMany({ where: { name: 'Go stopped' }, data: { stoppedAt: at.now } });
  await service.updateMany({ where: { name: 'Go silent' }, data: { unanswered: 3 } });
  await service.updateMany({ where: { name: 'Go silent twice' }, data: { unanswered: 2 } });
  await service.updateMany({ where: { name: 'Go gone' }, data: { vanishedAt: at.now } });
  const found = await at.directory.search.find({ wanted: { words: 'go' } });
  expect(found[0]?.record.name).toBe('Go new');
  expect(found.map(({ record, stale }) => `${record.name}${stale ? ', stale' : ''}`).sort()).toEqual([
    'Go new',
    'Go old, stale',
    'Go silent twice, stale',
  ]);
});

test.each([
  ['en-GB', 'I need help with food', 'food'],
  ['en-GB', 'lonely', 'lonely'],
  ['en-GB', 'dad has dementia', 'dementia'],
  ['en-GB', 'somewhere warm', 'warm'],
  ['en-GB', 'my mum is losing her memory', 'dementia'],
  ['en-GB', "I can't pay my bills", 'money'],
  ['en-GB', 'dementa', 'dementia'],
  ['en-GB', 'lonley', 'lonely'],
  ['en-GB', 'chess', undefined],
  ['en-GB', '', undefined],
  ['pl', 'nie mam co jeść', 'food'],
  ['pl', 'potrzebuję jedzenia', 'food'],
  ['pl', 'jestem samotna', 'lonely'],
  ['pl', 'I need food', 'food'],
  ['ro', 'tata are demență', 'dementia'],
  ['ro', 'mi-e foame', 'food'],
  ['lt', 'reikia maisto', 'food'],
  ['lt', 'jaučiuosi vieniša', 'lonely'],
] as const)('in %s "%s" speaks of %s', (language, said, need) => {
  expect(at.directory.hearNeed(said, language)?.need).toBe(need);
});

test('every need has words to search for', () => {
  expect(needs.length).toBeGreaterThan(20);
  for (const need of needs)
    expect(at.directory.hearNeed(need === 'mind' ? 'mental health' : need === 'grief' ? 'grief' : need, 'en-GB')?.need ?? need).toBe(need);
});

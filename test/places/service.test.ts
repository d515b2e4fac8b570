import { createReadStream, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadWords } from '#language/words.ts';
import { createPlaces, milesBetween, type PlaceFound, type Places } from '#places';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { importSamplePlaces, inPieces } from './aTown.ts';

let database: TestDatabase;
let places: Places;
beforeAll(async () => {
  database = await testDatabase();
  places = createPlaces({ database: database.prisma, words: loadWords() });
  await importSamplePlaces(places);
});
afterAll(() => database.close());

/** What was found, in a line. */
function inALine(found: PlaceFound): string {
  if (found.found === 'one') return `${found.place.key}${found.sure ? '' : '?'}`;
  if (found.found === 'several') return found.places.map(({ key }) => key).join(' or ');
  return found.found === 'notSure' ? `not sure, ${found.near?.key ?? 'nowhere we know'}` : 'none';
}

test.each([
  ['NN99 1AA', 'ward:thornby-castle'],
  ['nn991aa', 'ward:thornby-castle'],
  ['NN9 91AA', 'ward:thornby-castle'],
  ['my postcode is nn99 2aa', 'ward:thornby-riverside?'],
  ['NN98', 'outcode:nn98'],
  ['NN99 9ZZ', 'not sure, outcode:nn99'],
  ['SW1A 1AA', 'not sure, nowhere we know'],
  ['thornby', 'town:thornby'],
  ['I live in Thornby', 'town:thornby'],
  ['near Thornby please', 'town:thornby'],
  ['Ashwell Green', 'village:ashwell-green'],
  ['ashwell gren', 'village:ashwell-green?'],
  ['Thronby', 'town:thornby?'],
  ['Riverside', 'ward:thornby-riverside or landmark:riverside-health-centre'],
  ['Thornby Riverside', 'ward:thornby-riverside'],
  ['near the library', 'landmark:ashwell-green-library or landmark:thornby-library'],
  ['by the station', 'landmark:thornby-station'],
  ['Ashwell and Cote', 'ward:ashwell-and-cote?'],
  ['Ashwell & Cote', 'ward:ashwell-and-cote'],
  ['cote', 'ward:ashwell-and-cote or village:cote-end or village:nether-cote'],
  ['Timbuktu', 'none'],
  ['   ', 'none'],
  ['?!', 'none'],
])('%s is %s', async (said, expected) => {
  const found = inALine(await places.find(said, 'en-GB'));
  expect(found.split(' or ').sort()).toEqual(expected.split(' or ').sort());
});

test.each([
  ['pl', 'koło biblioteki w Ashwell Green', 'landmark:ashwell-green-library'],
  ['pl', 'mieszkam w Thornby', 'town:thornby'],
  ['ro', 'lângă gară', 'landmark:thornby-station'],
  ['lt', 'prie stoties', 'landmark:thornby-station'],
] as const)('in %s: %s is %s', async (language, said, expected) => {
  expect(inALine(await places.find(said, language))).toBe(expected);
});

test.each([
  ['food near Thornby', 'town:thornby', 'food'],
  ['I need help with food in nether cote', 'village:nether-cote', 'i need help with food'],
  ['somewhere warm by the station', 'landmark:thornby-station', 'somewhere warm'],
  ['food bank nn99 1aa', 'ward:thornby-castle?', 'food bank'],
  ['food bank Thornby', 'town:thornby', 'food bank'],
  ['I live in Nether Cote and need food for two', 'village:nether-cote', 'and need food for two'],
  [
    'anything on in thornby for my mum on a day when it is not raining please',
    'town:thornby',
    'anything on for my mum on a day when it is not raining please',
  ],
  ['help in the house for somebody in a wheelchair', 'none', 'help in the house for somebody in a wheelchair'],
  ['somewhere warm', 'none', 'somewhere warm'],
  ['help at home', 'none', 'help at home'],
  ['I am in debt', 'none', 'i am in debt'],
])('"%s" speaks of %s, and for the rest of "%s"', async (said, place, rest) => {
  const mentioned = await places.mentioned(said, 'en-GB');
  expect({ place: inALine(mentioned.place), rest: mentioned.rest }).toEqual({ place, rest });
});

test('a postcode lies in its ward and its parish, and is a point of its own; the ward that is kept has a middle', async () => {
  const found = await places.find('NN98 3AA', 'en-GB');
  if (found.found !== 'one') throw new Error(found.found);
  expect(found.place).toMatchObject({ name: 'Ashwell & Cote', within: ['ward:ashwell-and-cote', 'parish:ashwell-green'] });
  const middle = await places.at(found.place.key);
  const [here, there] = [found.place.point, middle?.point];
  if (!here || !there) throw new Error('no point');
  expect(milesBetween(here, there)).toBeGreaterThan(0.5);
  expect((await places.at('outcode:nn98'))?.name).toBe('NN98');
  expect(await places.at('ward:nowhere')).toBeUndefined();
});

test('a file is taken in twice without harm, and a postcode that has moved moves', async () => {
  const before = await places.count();
  await importSamplePlaces(places);
  expect(await places.count()).toEqual(before);
  await places.importFrom(inPieces('pcds,oseast1m,osnrth1m,osward\nNN97 9ZZ,482000,270000,E05999903\n'), () => undefined);
  await places.importFrom(inPieces('pcds,oseast1m,osnrth1m,osward\nNN97 9ZZ,482000,270500,E05999903\n'), () => undefined);
  const moved = await places.find('NN97 9ZZ', 'en-GB');
  expect(moved).toMatchObject({ found: 'one', place: { point: { easting: 482_000, northing: 270_500 } } });
});

describe('a file with faults', () => {
  const refusedIn = async (text: string) => {
    const refused: string[] = [];
    const taken = await places.importFrom(inPieces(text), (line, reason) => refused.push(`${line} ${reason}`));
    return { refused, taken };
  };

  test('refuses rows one by one and takes the rest', async () => {
    const { refused, taken } = await refusedIn(
      '\uFEFFpcd,oseast1m,osnrth1m\nNN96 1AA,480000,270000\nnot a postcode,480000,270000\nNN96 1AB,,\nNN96" "1AC,x,1\nNN96 1AD,480000,999999999\nNN96 1AE,480100,270100\n"never closed,' +
        'x'.repeat(30_000),
    );
    expect(taken.postcodes).toBe(2);
    expect(refused.sort()).toEqual([
      '3 has no postcode that we can read',
      '4 has no eastings and northings',
      '5 has no eastings and northings',
      '6 has no eastings and northings',
      '8 is not written as CSV',
    ]);
  });

  test('refuses a kind, a name or a key that is none, and a key that two rows share', async () => {
    const { refused, taken } = await refusedIn(
      'kind,name,key,code\nvillage,Upper Slaughter,,E04000001\nvillage,Upper Slaughter,,E04000002\nplanet,Mars,,\nvillage,,,\nvillage,Here,no key,\n',
    );
    expect(taken.places).toBe(1);
    expect(refused.map((line) => line.slice(0, 22))).toEqual([
      '3 has the key village:',
      '4 has no kind that we ',
      '5 has no name',
      '6 has a key that is no',
    ]);
  });

  test('is refused whole where its columns are something else', async () => {
    await expect(refusedIn('name,telephone\nAnn,1\n')).rejects.toThrow(
      'The columns are not those of postcodes or places. It has: name, telephone.',
    );
  });

  test('reads Code-Point Open, which comes without a header', async () => {
    expect((await refusedIn('"NN95 1AA",10,480000,270000,"E92000001","E19000002","E18000002","","E07000152","E05999903"\n')).taken).toEqual(
      { places: 0, postcodes: 1 },
    );
    expect(inALine(await places.find('nn95 1aa', 'en-GB'))).toBe('ward:ashwell-and-cote');
  });
});

const published = fileURLToPath(new URL('../../../shared/data/geography/', import.meta.url));
if (existsSync(published))
  test('the 7,736 postcodes and the parishes of a real council go in whole', async () => {
    const refused: string[] = [];
    const take = (name: string) =>
      places.importFrom(createReadStream(`${published}${name}`), (line, reason) => refused.push(`${name} ${line} ${reason}`));
    expect((await take('north_northants_postcodes_codepoint_open_2014-08.csv')).postcodes).toBe(7736);
    expect((await take('parishes_inferred.csv')).places).toBe(113);
    expect(refused).toEqual([]);
    expect(inALine(await places.find('nn160ap', 'en-GB'))).toBe('outcode:nn16');
  });

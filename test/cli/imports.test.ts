import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { londonDay } from '#calendar/londonDay.ts';
import { anOpenTown, type OpenTown } from '../journeys/anOpenTown.ts';
import { folkmoot } from './folkmoot.ts';

let town: OpenTown;
let folder: string;
const files = {
  'empty.csv': '',
  'wrong.csv': 'a,b,c\n1,2,3\n',
  'picture.csv': '\u0089PNG\u0001\u0002,\u0003\n',
  'page.csv': '<html><body>Not found</body></html>\n',
  'page.json': '<html><body>Not found</body></html>\n',
  'service.csv': 'name,organisation\nFood Bank,Churches Together\n',
  'event.csv': `id,title,starts,organiser,venue\n1,Story Time,${londonDay(new Date(Date.now() + 86_400_000))} 10:00,The Library,The Library\n`,
  'opportunity.csv': 'id,organisation,title,description,phone\n1,Gardeners,Helper,Water the beds.,07700 900201\n',
  'place.csv': 'key,kind,name,code,easting,northing\ntown:thornby,town,Thornby,,487400,276200\n',
  'person.csv': 'phone,language,place,topics,wording\n07700 900123,en,everywhere,consultations,leaflet-1\n',
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folkmoot-imports-'));
  town = await anOpenTown(folder);
  await mkdir(join(folder, 'folder'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
});
afterAll(async () => {
  await town.close();
  await rm(folder, { recursive: true });
});

const features = ['events', 'directory', 'volunteering', 'places'];

/** The feature, the file and what is said. */
type Case = readonly [feature: string, file: string, said: RegExp];
const forEach = (each: readonly string[], file: string, said: RegExp) => each.map((feature): Case => [feature, file, said]);
const ofTables = ['directory', 'volunteering', 'places'];

describe('a file that is none is refused, and it is said what to do next', () => {
  test.each<Case>([
    ...forEach(features, 'nothing.csv', /^nothing\.csv cannot be read: there is no such file\. Check/),
    ...forEach(features, 'folder', /^folder cannot be read: it is a folder\. Name a file/),
    ...forEach(features, 'empty.csv', /othing was changed/),
    ['directory', 'wrong.csv', /no column "name"\. It has: a, b, c\. docs\/directory\.md lists the columns/],
    ['volunteering', 'wrong.csv', /It has: a, b, c\. docs\/volunteering\.md lists the columns/],
    ['places', 'wrong.csv', /It has: a, b, c\. .*places import --help/],
    ...forEach(ofTables, 'picture.csv', /It is no text: save it as CSV/),
    ...forEach(ofTables, 'page.csv', /looks like a web page/),
    ['events', 'page.csv', /It is a page, not a feed: ask its owner/],
    ['directory', 'page.json', /It is a web page, not a feed: ask its owner/],
  ])('%s import %s', async (feature, file, expected) => {
    const { code, out, err } = await folkmoot(town.environment, [feature, 'import', file], { cwd: folder });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(expected);
  });

  test.each(['events', 'directory'])('%s import from a feed that is down', async (feature) => {
    const { code, err } = await folkmoot({ ...town.environment, FETCH_PRIVATE_HOSTS: '127.0.0.1:1' }, [
      feature,
      'import',
      'http://127.0.0.1:1/feed',
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(/cannot be reached\. Check the address, or try again later\./);
  });
});

test.each([
  ['directory', 'service.csv', '1 service is in, 0 were refused, 0 are listed no more.'],
  [
    'events',
    'event.csv',
    'event.csv: 1 event added, 0 changed, 0 as before, 0 vanished; 1 session ahead; 0 over or too far ahead, 0 refused.',
  ],
  ['volunteering', 'opportunity.csv', '1 opportunity is in, 0 are no longer shown, 0 rows have something to mend.'],
  ['places', 'place.csv', '1 place and 0 postcodes are in, 0 rows were refused.'],
  ['person', 'person.csv', '1 person, 1 new.'],
])('%s import says of one that it is one', async (feature, file, expected) => {
  const { code, out, err } = await folkmoot(town.environment, [feature, 'import', file], { cwd: folder });
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(expected);
});

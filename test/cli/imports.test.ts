import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

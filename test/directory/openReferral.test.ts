import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { mountOpenReferral } from '#http/openReferral.ts';
import { aServer, type TestServer } from '#test/http/aServer.ts';
import { aDirectory, aReport, aService, type TestDirectory } from './aDirectory.ts';

let at: TestDirectory;
let server: TestServer;
beforeAll(async () => {
  at = await aDirectory();
  server = await aServer(({ routes }) => mountOpenReferral(routes, { ...at.directory.published, filterOf: at.directory.filterOf }));
});
afterAll(async () => {
  await server.close();
  await at.database.close();
});
beforeEach(async () => {
  await at.database.prisma.service.deleteMany();
  await at.database.prisma.taxonomy.deleteMany();
  await at.database.prisma.taxonomyTerm.deleteMany();
});

interface Answer {
  readonly total_items: number;
  readonly contents: Record<string, unknown>[];
  readonly [field: string]: unknown;
}

async function get(path: string): Promise<Answer> {
  const response = await fetch(`${server.url}/open-referral${path}`);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  if (response.status !== 200) throw new Error(`${response.status}`);
  return (await response.json()) as Answer;
}
const names = async (path: string) =>
  (await get(path)).contents.map((each) => (each.service as { name: string } | undefined)?.name ?? each.name);
const importJson = (services: unknown) => at.directory.importJson(JSON.stringify(services), 'test', aReport());

test('says which standard it keeps to', async () => {
  for (const path of ['', '/'])
    expect(await get(path)).toEqual({ version: 'HSDS-UK-3.0', profile: expect.any(String), openapi_url: expect.any(String) });
});

test('lists in pages, as long as there are any', async () => {
  await importJson(['A', 'B', 'C'].map((name) => aService({ name })));
  expect(await get('/services?per_page=2')).toMatchObject({
    total_items: 3,
    total_pages: 2,
    page_number: 1,
    size: 2,
    first_page: true,
    last_page: false,
    empty: false,
  });
  expect(await get('/services?per_page=2&page=2')).toMatchObject({ size: 1, first_page: false, last_page: true, empty: false });
  expect(await get('/services?per_page=2&page=3')).toMatchObject({ size: 0, last_page: true, empty: true, contents: [] });
});

test('answers what is asked for, all of it together', async () => {
  const term = {
    id: '00000000-0000-4000-8000-00000000000a',
    name: 'Soup',
    description: 'Soup',
    taxonomy_id: '00000000-0000-4000-8000-00000000000b',
  };
  await importJson([
    aService({
      name: 'Soup kitchen',
      minimum_age: 18,
      attributes: [{ taxonomy_term: term }],
      schedules: [{ freq: 'WEEKLY', byday: 'MO,TH', opens_at: '10:00', closes_at: '12:00' }],
    }),
    aService({ name: 'Soups for children', maximum_age: 11 }),
    aService({ name: 'Chess', status: 'inactive' }),
  ]);
  expect(await names('/services?search=soup')).toEqual(['Soup kitchen', 'Soups for children']);
  expect(await names('/services?search=soup&maximum_age=12')).toEqual(['Soups for children']);
  expect(await names('/services?minimum_age=12')).toEqual(['Chess', 'Soup kitchen']);
  expect(await names(`/services?taxonomy_term_id=${term.id}`)).toEqual(['Soup kitchen']);
  expect(await names(`/services?taxonomy_id=${term.taxonomy_id}`)).toEqual(['Soup kitchen']);
  expect(await names('/services?day=th&start_time=11:00&end_time=13:00')).toEqual(['Soup kitchen']);
  expect(await names('/services?day=TH&start_time=12:00')).toEqual([]);
  expect(await names('/services?search=&day=')).toHaveLength(3);
});

test('lists by distance from a postcode, within so many metres', async () => {
  const located = (name: string, postcode: string) => {
    const service = aService({ name });
    const [place] = service.service_at_locations as { location: { addresses: { postal_code: string }[] } }[];
    const [address] = place?.location.addresses ?? [];
    if (address) address.postal_code = postcode;
    return service;
  };
  await importJson([located('Far', 'NN97 5AA'), located('Near', 'NN99 2AA'), located('Here', 'NN99 1AA')]);
  expect(await names('/service_at_locations?postcode=NN99%201AA&proximity=100000')).toEqual(['Here', 'Near', 'Far']);
  expect(await names('/service_at_locations?postcode=nn991aa')).toEqual(['Here', 'Near']);
  expect(await names('/service_at_locations?postcode=nn991aa&proximity=1')).toEqual(['Here']);
  await expect(get('/service_at_locations?postcode=NN99%209ZZ')).rejects.toThrow('400');
});

test.each([
  ['/services?page=0', '400'],
  ['/services?per_page=1000000', '400'],
  ['/services?day=someday', '400'],
  ['/services?start_time=noon', '400'],
  ["/services?taxonomy_id=1';DROP TABLE service", '400'],
  ['/services/7', '404'],
  ['/services/00000000-0000-4000-8000-000000000000', '404'],
  ['/taxonomies/00000000-0000-4000-8000-000000000000', '404'],
])('%s is answered %s', async (path, status) => {
  await expect(get(path)).rejects.toThrow(status);
});

test('a page elsewhere may ask first', async () => {
  const response = await fetch(`${server.url}/open-referral/services`, { method: 'OPTIONS' });
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
});

test('what has vanished is published no more; what is exported comes in again', async () => {
  const [stays, goes] = [aService({ name: 'Stays' }), aService({ name: 'Goes' })];
  await importJson([stays, goes]);
  const all: string[] = [];
  for await (const piece of at.directory.published.exported()) all.push(piece);
  expect((JSON.parse(all.join('')) as Answer).contents).toEqual(expect.arrayContaining([stays, goes]));
  at.now = new Date(at.now.getTime() + 1000);
  await importJson([stays]);
  expect(await names('/services')).toEqual(['Stays']);
  await expect(get(`/services/${String(goes.id)}`)).rejects.toThrow('404');
  expect(await at.directory.importJson(all.join(''), 'test', aReport())).toMatchObject({ taken: 2 });
});

const data = fileURLToPath(new URL('../../../shared/data/oruk/', import.meta.url));
if (existsSync(data))
  describe("the UK profile's own schemas and the official validator's feeds", () => {
    const read = (path: string) => JSON.parse(readFileSync(`${data}${path}`, 'utf8'));
    const schemas = 'uk-profile-3.0/schema/';
    const ajv = new Ajv2020.default({ strict: false, allErrors: true });
    addFormats.default(ajv);
    for (const name of readdirSync(`${data}${schemas}`).filter((name) => name.endsWith('.json') && name !== 'openapi.json'))
      ajv.addSchema({ ...read(`${schemas}${name}`), $id: name }, name);
    const faultsIn = (kind: string, record: unknown) => {
      const validate = ajv.getSchema(`${kind}.json`);
      return validate?.(record) ? [] : (validate?.errors ?? [`no schema ${kind}`]);
    };

    /** Everything that the API publishes, checked against the schema of its kind. */
    async function faults(): Promise<unknown[]> {
      const found: unknown[] = [];
      for (const [path, kind] of [
        ['/services', 'service'],
        ['/service_at_locations', 'service_at_location'],
        ['/taxonomies', 'taxonomy'],
        ['/taxonomy_terms', 'taxonomy_term'],
      ] as const)
        for (const item of (await get(path)).contents) {
          found.push(...faultsIn(kind, item), ...faultsIn(kind, await get(`${path}/${String(item.id)}`)));
        }
      return found;
    }

    test.each(['Default', 'Test'])(
      'the %s mock feed survives a round trip: in by import, out by the API, valid and the same',
      async (name) => {
        const mocks = `oruk-validator-mocks/OpenReferralApi/Mocks/V3.0-UK-${name}/`;
        const full = read(`${mocks}service_full.json`) as Record<string, unknown>;
        const fetchText = async (url: string) => {
          const path = new URL(url).pathname.replace('/mock', '');
          const file = path.startsWith('/services/')
            ? 'service_full'
            : path.startsWith('/taxonomies/')
              ? 'taxonomy'
              : { '/services': 'service_list', '/taxonomies': 'taxonomy_list', '/taxonomy_terms': 'taxonomy_term_list' }[path];
          return JSON.stringify(read(`${mocks}${file}.json`));
        };
        const report = aReport();
        expect(await at.directory.importFeed('http://mock.example/mock', fetchText, report)).toEqual({ taken: 1, refused: 0, vanished: 0 });
        expect(report.lines).toEqual([]);
        expect(await faults()).toEqual([]);
        const { description, ...published } = await get(`/services/${String(full.id)}`);
        expect({ ...published, description: `${String(description)} ` }).toEqual(full);
        expect((await get('/services')).contents).toEqual([{ ...read(`${mocks}service_list.json`).contents[0], description }]);
        expect(await get('/taxonomies/5c4d79d7-cc55-470e-9f1f-8cad074e4892')).toEqual(read(`${mocks}taxonomy.json`));
        expect((await get('/taxonomy_terms')).contents).toEqual(read(`${mocks}taxonomy_term_list.json`).contents);
        const [place] = full.service_at_locations as { id: string; location: unknown }[];
        expect(await get(`/service_at_locations/${place?.id}`)).toMatchObject({ location: place?.location, service: { id: full.id } });
      },
    );

    test.each([
      'uk-profile-3.0/examples/service_full.json',
      'hsds-3.0/examples/service_full.json',
      'hsds-3.0/examples/organization_full.json',
      'uk-profile-3.0/examples/organization_full.json',
    ])('the example %s comes in, and what goes out is valid', async (path) => {
      expect(await at.directory.importJson(readFileSync(`${data}${path}`, 'utf8'), 'test', aReport())).toMatchObject({ refused: 0 });
      expect(await faults()).toEqual([]);
    });

    test('whatever is wrong with what comes in, what goes out is valid', async () => {
      await importJson([
        aService({
          url: 'example/x',
          email: 'nobody',
          organization: { name: 'No id' },
          phones: [{ number: 7 }],
          languages: [{ id: 'en' }],
          last_modified: 'yesterday',
        }),
        aService({
          service_at_locations: [{ id: '1', location: { addresses: [{ city: 7 }], latitude: '52.1', location_type: 'moon' } }],
          cost_options: [{ amount: '3.50' }, 'free'],
        }),
      ]);
      expect(await faults()).toEqual([]);
      expect((await get('/services')).total_items).toBe(2);
    });
  });

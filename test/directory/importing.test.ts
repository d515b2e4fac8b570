import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFetching } from '#fetching';
import { inPieces } from '#test/places/aTown.ts';
import { aDirectory, aReport, aService, type TestDirectory } from './aDirectory.ts';

let at: TestDirectory;
beforeAll(async () => {
  at = await aDirectory();
});
afterAll(() => at.database.close());
beforeEach(() => at.database.prisma.service.deleteMany());

const stored = () => at.database.prisma.service.findMany({ orderBy: { name: 'asc' } });
const importJson = (services: unknown, report = aReport(), source = 'test') =>
  at.directory.importJson(JSON.stringify(services), source, report);

test('takes in a list of services, and the same list again changes nothing', async () => {
  const services = [aService(), aService({ name: 'Warm Hub' })];
  expect(await importJson(services)).toEqual({ taken: 2, refused: 0, vanished: 0 });
  const first = await stored();
  expect(await importJson({ contents: services })).toEqual({ taken: 2, refused: 0, vanished: 0 });
  expect(await stored()).toEqual(first);
});

test('a service that comes no more is marked, not deleted, and comes back; what another source lists is left alone', async () => {
  const [stays, goes] = [aService({ name: 'A' }), aService({ name: 'B' })];
  await importJson([aService({ name: 'C' })], aReport(), 'another');
  await importJson([stays, goes]);
  at.now = new Date(at.now.getTime() + 1000);
  expect(await importJson([stays])).toMatchObject({ taken: 1, vanished: 1 });
  expect((await stored()).map(({ name, vanishedAt }) => `${name} ${vanishedAt === null}`)).toEqual(['A true', 'B false', 'C true']);
  at.now = new Date(at.now.getTime() + 1000);
  await importJson([stays, goes]);
  expect((await stored()).every(({ vanishedAt }) => vanishedAt === null)).toBe(true);
});

test('what cannot be kept is refused with its reason, one by one, and the rest goes in', async () => {
  const report = aReport();
  const good = aService();
  const known = aService({ name: 'Known before' });
  await importJson([known]);
  at.now = new Date(at.now.getTime() + 1000);
  const result = await importJson(
    [
      good,
      { ...aService(), name: undefined },
      { ...aService(), id: '7' },
      { name: 'No id', status: 'active' },
      'text',
      null,
      { ...known, status: 'open' },
      good,
    ],
    report,
  );
  expect(result).toEqual({ taken: 1, refused: 7, vanished: 0 });
  expect(report.lines).toEqual([
    'services[1] has no name',
    'services[2] has an id that is no UUID: "7"',
    'services[3] has no id',
    'services[4] is no object',
    'services[5] is no object',
    'services[6] has a status that is none: "open"',
    `services[7] has the id of another one: ${String(good.id)}`,
  ]);
});

test('a fault in a field costs the field, not the service: HTML is only ever text', async () => {
  const report = aReport();
  await importJson(
    [
      aService({
        url: 'example/counselling',
        email: 'email-example_com',
        description:
          '<p>Hot <b>soup</b> &amp; bread</p><script>alert(1)</script><img src=x onerror=alert(2)>for &lt;i&gt;all&lt;/i&gt; of us, under <3 hours',
        minimum_age: '18',
        maximum_age: 'old',
        phones: [{ number: '01632 960001' }, { description: 'no number' }],
        schedules: [{ opens_at: 'noon', closes_at: '12.30', freq: 'weekly', byday: 'MO' }],
        x_of_their_own: { nested: true },
        facebook: 'soup',
      }),
    ],
    report,
  );
  const [service] = await stored();
  const record = service?.record as Record<string, unknown>;
  expect(record).toMatchObject({ description: 'Hot soup & bread\nfor all of us, under <3 hours', minimum_age: 18, facebook: 'soup' });
  expect(record).toMatchObject({ phones: [{ number: '01632 960001' }], schedules: [{ closes_at: '12:30', freq: 'WEEKLY', byday: 'MO' }] });
  for (const field of ['url', 'email', 'maximum_age', 'x_of_their_own']) expect(record).not.toHaveProperty(field);
  expect(report.lines).toEqual([
    'services[0]: url was left out: "example/counselling"',
    'services[0]: email was left out: "email-example_com"',
    'services[0]: maximum_age was left out: "old"',
    'services[0]: phones[1] was left out: it has no number',
    'services[0]: schedules[0].opens_at was left out: "noon"',
  ]);
});

test.each([
  ['{', 'The file is no JSON'],
  ['7', 'no list of services'],
  ['[]', 'no service in it'],
  ['{"contents":[]}', 'no service in it'],
])('a document that is none, %s, changes nothing', async (text, reason) => {
  await importJson([aService()]);
  at.now = new Date(at.now.getTime() + 1000);
  await expect(at.directory.importJson(text, 'test', aReport())).rejects.toThrow(reason);
  expect((await stored()).map(({ vanishedAt }) => vanishedAt)).toEqual([null]);
});

test('a place is where its latitude and longitude say, else where its postcode is; nowhere is no fault', async () => {
  const location = (fields: Readonly<Record<string, unknown>>) => [
    {
      id: '00000000-0000-4000-8000-000000000007',
      location: { id: '00000000-0000-4000-8000-000000000008', location_type: 'physical', ...fields },
    },
  ];
  await importJson([
    aService({ name: 'A', service_at_locations: location({ latitude: 52.657977, longitude: 1.716038 }) }),
    aService({ name: 'B' }),
    aService({ name: 'C', service_at_locations: location({ latitude: 100, longitude: 101 }) }),
  ]);
  const rows = await at.database.prisma.serviceAtLocation.findMany({ orderBy: { service: { name: 'asc' } } });
  const postcode = await at.database.prisma.postcode.findUnique({ where: { postcode: 'NN99 1AA' } });
  expect(rows[0]?.easting).toBe(651_409);
  expect(rows[1]).toMatchObject({ easting: postcode?.easting, northing: postcode?.northing, postcode: 'NN99 1AA' });
  expect(rows[2]).toMatchObject({ easting: null, northing: null });
});

test('a table goes in, row by row; a row is the same service again without an id of its own', async () => {
  const table = [
    '\uFEFFName,Organisation,Description,Phone,Postcode,Opening,Cost,Step free,Languages,Terms,Colour',
    'Warm Hub,Thornby Rovers,"Tea, and a ""warm"" room",01632 960002; 07700 900002,nn99 1aa,"MO,WE 10:00-12:00; 1TU 14:00 to 16:00; by chance",Free,yes,English; Polish,Warm spaces; Loneliness,red',
    ',,,,,,,,,,',
    'Chat Café,Thornby Rovers,,,,,,,,,',
  ].join('\r\n');
  const report = aReport();
  expect(await at.directory.importCsv(inPieces(table), 'groups.csv', report)).toEqual({ taken: 2, refused: 2, vanished: 0 });
  expect(report.lines).toEqual(['line 1 has columns that we do not know: colour', 'line 3 has no name']);
  const before = await stored();
  await at.directory.importCsv(inPieces(table), 'groups.csv', aReport());
  expect(await stored()).toEqual(before);
  expect(before[1]?.record).toMatchObject({
    name: 'Warm Hub',
    fees: 'Free',
    organization: { name: 'Thornby Rovers' },
    schedules: [
      { freq: 'WEEKLY', byday: 'MO,WE', opens_at: '10:00', closes_at: '12:00' },
      { freq: 'MONTHLY', byday: '1TU', opens_at: '14:00', closes_at: '16:00' },
      { description: 'by chance' },
    ],
  });
  expect(await at.database.prisma.serviceAtLocation.findFirst()).toMatchObject({ postcode: 'NN99 1AA', stepFree: true });
  await expect(at.directory.importCsv(inPieces('a,b\n1,2\n'), 'x', aReport())).rejects.toThrow('no column "name"');
});

describe('a feed', () => {
  const pages: Record<string, unknown> = {};
  let server: Server;
  let base: string;
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const found = pages[request.url ?? ''];
      if (found === undefined) {
        response.statusCode = 404;
        response.end();
      } else response.end(typeof found === 'string' ? found : JSON.stringify(found));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    asked.length = 0;
    for (const url of Object.keys(pages)) delete pages[url];
  });

  const page = (number: number, contents: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) => {
    pages[`/v3/services?page=${number}&per_page=100`] = { total_items: 1, total_pages: 1, page_number: number, contents, ...more };
  };
  const importFeed = (report = aReport(), path = '/v3/services?page=7') => {
    const fetching = createFetching({ privateHosts: [base] });
    return at.directory.importFeed(`http://${base}${path}`, async (url) => (await fetching.document(url, 'application/json')).text, report);
  };
  const [one, two, three] = [aService({ name: 'One' }), aService({ name: 'Two' }), aService({ name: 'Three' })];
  const own = ({ id, name, status }: Record<string, unknown>) => ({ id, name, status });

  test('is read page by page with the details of each, whatever its counts say, until nothing new comes', async () => {
    page(1, [own(one), own(one), own(two)]);
    page(2, [own(three), own(two)]);
    page(3, [own(one), own(two)]);
    for (const service of [one, two, three]) pages[`/v3/services/${String(service.id)}`] = service;
    expect(await importFeed()).toEqual({ taken: 3, refused: 0, vanished: 0 });
    expect((await stored()).every(({ record }) => 'organization' in (record as object))).toBe(true);
  });

  test('ends with the page that says it is the last, and takes a service that is there in full as it is', async () => {
    page(1, [one], { last_page: true });
    expect(await importFeed(aReport(), '/v3/')).toMatchObject({ taken: 1 });
    expect(asked.filter((url) => url.startsWith('/v3/services'))).toHaveLength(1);
  });

  test('refuses a service whose details do not come, or are no JSON, and takes the rest', async () => {
    const report = aReport();
    page(1, [own(one), own(two), own(three)], { last_page: true });
    pages[`/v3/services/${String(one.id)}`] = one;
    pages[`/v3/services/${String(two.id)}`] = '<html>';
    expect(await importFeed(report)).toMatchObject({ taken: 1, refused: 2 });
    expect(report.lines).toEqual([
      'page 1, item 2 has details that do not come: it is no JSON',
      expect.stringMatching(/^page 1, item 3 has details that do not come: .* answered 404\.$/),
    ]);
  });

  test('marks nothing as vanished where a later page does not come, or the first is none', async () => {
    page(1, [one, two], { last_page: true });
    await importFeed();
    at.now = new Date(at.now.getTime() + 1000);
    page(1, [one]);
    await expect(importFeed()).rejects.toThrow('Page 2 of /services does not come');
    page(1, [], { contents: 'no' });
    await expect(importFeed()).rejects.toThrow('it has no "contents"');
    expect((await stored()).map(({ vanishedAt }) => vanishedAt)).toEqual([null, null]);
  });
});

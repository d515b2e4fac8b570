import { randomUUID } from 'node:crypto';
import { recordDirectoryFact } from '#directory';
import type { DirectoryFact } from '#directory/facts.ts';
import { numberToAsk } from '#directory/upkeep/due.ts';
import { aDirectory, aReport, aService, type TestDirectory } from './aDirectory.ts';

let at: TestDirectory;
beforeAll(async () => {
  at = await aDirectory();
});
afterAll(() => at.database.close());
beforeEach(async () => {
  await at.database.prisma.service.deleteMany();
  at.now = new Date('2026-11-23T10:00:00Z');
});

const day = (date: string) => {
  at.now = new Date(`${date}T10:00:00Z`);
};
const record = (fact: DirectoryFact) => recordDirectoryFact(at.database.prisma, fact, at.now);
const listed = async (name: string) =>
  (await at.directory.search.find({ wanted: { words: name } })).map(({ record: found, stale }) => `${found.name}${stale ? ', stale' : ''}`);
const phone = (number: string) => [{ id: randomUUID(), number }];
const importOne = (fields: Readonly<Record<string, unknown>>) =>
  at.directory.importJson(JSON.stringify([aService(fields)]), 'test', aReport());
const due = async () => (await at.directory.upkeep.confirmationsDue(at.now)).map(({ name, number }) => `${name} ${number}`);

async function ask(): Promise<{ confirmationId: string; serviceId: string }> {
  const [first] = await at.directory.upkeep.confirmationsDue(at.now);
  if (!first) throw new Error('nobody is to be asked');
  const { serviceId, number } = first;
  const lookup = Buffer.from(number);
  const person = { create: { id: randomUUID() } };
  const { id: contactPointId } = await at.database.prisma.contactPoint.upsert({
    where: { channel_lookup: { channel: 'sms', lookup } },
    create: { id: randomUUID(), channel: 'sms', lookup, address: lookup, person },
    update: {},
  });
  const confirmationId = randomUUID();
  await record({ kind: 'listingAsked', confirmationId, serviceId, contactPointId });
  return { confirmationId, serviceId };
}

test('a listing is to be confirmed once a quarter, where there is a mobile number and nobody vouched for it lately', async () => {
  await at.directory.importJson(
    JSON.stringify([
      aService({ name: 'Due', assured_date: '2026-08-01', phones: phone('07700 900001') }),
      aService({ name: 'Never assured', assured_date: undefined, contacts: [{ phones: phone('+44 (0)7700 900002') }] }),
      aService({ name: 'Assured', assured_date: '2026-11-01', phones: phone('07700 900003') }),
      aService({ name: 'Landline', assured_date: '2026-08-01', phones: phone('01632 960001') }),
      aService({ name: 'Closed', assured_date: '2026-08-01', status: 'inactive', phones: phone('07700 900004') }),
    ]),
    'test',
    aReport(),
  );
  expect(await due()).toEqual(['Never assured +447700900002', 'Due +447700900001']);
  await ask();
  expect(await due()).toEqual(['Due +447700900001']);
  day('2027-02-21');
  expect(await due()).toEqual(expect.arrayContaining(['Due +447700900001']));
  day('2027-02-23');
  expect(await due()).toHaveLength(3);
});

test('no answer twice greys a listing, a third time hides it, and an answer brings it back', async () => {
  await importOne({ name: 'Quiet', assured_date: '2026-08-01', phones: phone('07700 900001') });
  const { prisma } = at.database;
  const vouched = () => prisma.service.updateMany({ data: { assuredOn: new Date('2026-08-20') } });
  await ask();
  expect(await listed('quiet')).toEqual(['Quiet']);
  day('2027-03-01');
  await ask();
  expect((await prisma.service.findFirst())?.unanswered).toBe(1);
  day('2027-06-07');
  await vouched();
  await ask();
  expect((await prisma.service.findFirst())?.unanswered).toBe(2);
  expect(await listed('quiet')).toEqual(['Quiet, stale']);
  day('2027-09-13');
  const last = await ask();
  expect(await listed('quiet')).toEqual([]);
  await record({ kind: 'listingConfirmed', ...last, answer: 'running' });
  expect(await listed('quiet')).toEqual(['Quiet']);
  expect(await prisma.service.findFirst()).toMatchObject({ unanswered: 0, assuredByGroup: true, assuredOn: new Date('2027-09-13') });
});

test('what a group said by text outlives an older feed, and gives way to a newer one', async () => {
  const service = aService({ name: 'Choir', assured_date: '2026-08-01', phones: phone('07700 900001') });
  const importAgain = (assured: string) =>
    at.directory.importJson(JSON.stringify([{ ...service, assured_date: assured }]), 'test', aReport());
  await importAgain('2026-08-01');
  await record({ kind: 'listingConfirmed', ...(await ask()), answer: 'running' });
  await importAgain('2026-09-01');
  const published = () => at.directory.published.service(String(service.id));
  expect((await published())?.assured_date).toBe('2026-11-23');
  await importAgain('2026-12-24');
  expect((await published())?.assured_date).toBe('2026-12-24');
  expect((await at.database.prisma.service.findFirst())?.assuredByGroup).toBe(false);
});

test('a listing whose group says that it has stopped is neither found nor published', async () => {
  await importOne({ name: 'Band', assured_date: '2026-08-01', phones: phone('07700 900001') });
  await record({ kind: 'listingConfirmed', ...(await ask()), answer: 'stopped' });
  expect(await listed('band')).toEqual([]);
  expect(await at.directory.published.services({}, { page: 1, perPage: 10 })).toMatchObject({ total_items: 0 });
});

test('what a group offered is listed as it vouched for it', async () => {
  await at.directory.upkeep.listOffered(randomUUID(), aService({ name: 'Knitting Bee', assured_date: undefined }));
  expect(await listed('knitting')).toEqual(['Knitting Bee']);
  expect(await at.database.prisma.service.findFirst()).toMatchObject({ assuredByGroup: true, assuredOn: new Date('2026-11-23') });
});

test('unmet needs are counted by need, place and language, from a day on; nothing says whose', async () => {
  const unmet = (need: string, place: string | null) => record({ kind: 'needUnmet', id: randomUUID(), need, place, language: 'en-GB' });
  day('2026-10-01');
  await unmet('food', null);
  day('2026-11-01');
  await unmet('housing', 'ward:thornby-castle');
  await unmet('housing', 'ward:thornby-castle');
  await unmet('food', 'outcode:nn99');
  expect(await at.directory.upkeep.unmetSince('2026-11-01')).toEqual([
    { times: 2, need: 'housing', place: 'ward:thornby-castle', language: 'en-GB' },
    { times: 1, need: 'food', place: 'outcode:nn99', language: 'en-GB' },
  ]);
  const columns = await at.database.prisma.$queryRaw<
    { name: string }[]
  >`SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'unmet_need'`;
  expect(columns.map(({ name }) => name).sort()).toEqual(['id', 'language', 'need', 'on', 'place']);
});

test('a report waits until it is settled, once', async () => {
  await importOne({ name: 'Band' });
  const service = await at.database.prisma.service.findFirstOrThrow();
  const id = randomUUID();
  await record({ kind: 'entryReported', id, serviceId: service.id, what: 'phone', words: null });
  expect((await at.directory.upkeep.reports()).map(({ service: { name }, what }) => `${name}: ${what}`)).toEqual(['Band: phone']);
  await at.directory.upkeep.settleReport(id);
  expect(await at.directory.upkeep.reports()).toEqual([]);
  for (const none of [id, randomUUID(), 'x']) await expect(at.directory.upkeep.settleReport(none)).rejects.toThrow('no open report');
});

test.each([
  ['07700 900123', '+447700900123'],
  ['+44 7700 900123', '+447700900123'],
  ['+44 (0)7700 900 123', '+447700900123'],
  ['07700-900-123', '+447700900123'],
  ['01632 960001', undefined],
  ['07000 123', undefined],
  ['ask Ann', undefined],
])('%s can be texted as %s', (number, expected) => {
  expect(numberToAsk({ id: 'x', name: 'x', status: 'active', phones: phone(number) })).toBe(expected);
});

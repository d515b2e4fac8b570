import { randomUUID } from 'node:crypto';
import { createConsultations, DefinitionRefused, recordWithdrawal } from '#consultations';
import { loadWords } from '#language/words.ts';
import { createSecrets } from '#src/secrets.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { type StoredResponse, storeResponse } from './aStoredResponse.ts';
import { aFile, aFileWithAge, ageQuestion, fileParts } from './builders.ts';

const words = loadWords();
const secrets = createSecrets('a key for tests only');
let database: TestDatabase;
let now: Date;
const consultations = () => createConsultations({ database: database.prisma, secrets, clock: () => now, reserved: ['MENU'], words });

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  now = new Date('2026-11-23T10:00:00Z');
  await database.prisma.$executeRaw`TRUNCATE response, answer, about_you_answer, consultation, consultation_version, catalogue CASCADE`;
});

async function published(source = aFileWithAge()) {
  const service = consultations();
  const { key } = await service.importFile(source);
  await service.publish(key);
  const live = (await service.catalogueNow()).live.find((each) => each.key === key);
  if (!live) throw new Error(`${key} is not in the catalogue`);
  return { service, key, live };
}

const aStoredResponse = (given: StoredResponse) => storeResponse(database, now, given);

describe('importing', () => {
  test('makes a draft that nobody sees, and replaces it', async () => {
    const service = consultations();
    expect(await service.importFile(aFileWithAge())).toEqual({ key: 'parks-2027', version: 1, outcome: 'added' });
    expect(await service.importFile(aFileWithAge({ title: 'New title' }))).toEqual({ key: 'parks-2027', version: 1, outcome: 'replaced' });
    expect((await service.catalogueNow()).live).toEqual([]);
    expect(await service.list()).toEqual([expect.objectContaining({ state: 'draft', title: 'New title', version: 1, draft: undefined })]);
  });

  test('of a published key makes a new version where it says something new', async () => {
    const { service } = await published();
    expect(await service.importFile(aFileWithAge())).toEqual({ key: 'parks-2027', version: 1, outcome: 'asPublished' });
    expect(await service.importFile(aFileWithAge({ title: 'New title' }))).toEqual({ key: 'parks-2027', version: 2, outcome: 'added' });
    expect(await service.list()).toEqual([expect.objectContaining({ state: 'open', title: 'Your parks', version: 1, draft: 2 })]);
    expect(await service.publish('parks-2027')).toEqual({ key: 'parks-2027', version: 2, state: 'open' });
    expect((await service.catalogueNow()).live).toEqual([expect.objectContaining({ version: 2 })]);
  });

  test('refuses a file with every fault, and keeps nothing', async () => {
    const service = consultations();
    await expect(service.importFile(aFile({ keyword: 'MENU', title: '' }))).rejects.toMatchObject({
      faults: [{ path: 'title' }, { path: 'keyword' }],
    });
    expect(await service.list()).toEqual([]);
  });

  test('refuses a keyword that starts another consultation, by its line, until that one is over', async () => {
    const { service } = await published();
    const other = aFileWithAge({ key: 'other-2027' });
    await expect(service.importFile(other)).rejects.toThrow(DefinitionRefused);
    await expect(service.importFile(other)).rejects.toMatchObject({
      faults: [{ path: 'keyword', line: other.split('\n').findIndex((line) => line.includes('"keyword"')) + 1 }],
    });
    now = new Date('2027-02-01T00:00:00Z');
    expect(await service.importFile(aFileWithAge({ key: 'other-2027', closes: '2027-12-31' }))).toMatchObject({ version: 1 });
  });

  test('refuses the key of one that was closed', async () => {
    const { service } = await published();
    await service.close('parks-2027');
    await expect(service.importFile(aFileWithAge())).rejects.toMatchObject({ faults: [{ path: 'key' }] });
  });

  test('refuses what does not fit our channels, by its line', async () => {
    const faultsIn = () => [{ path: 'questions[1].sms', reason: 'too long' }];
    const service = createConsultations({
      database: database.prisma,
      secrets: createSecrets('k'),
      clock: () => now,
      reserved: [],
      faultsIn,
      words,
    });
    await expect(service.importFile(aFile())).rejects.toMatchObject({ faults: [{ path: 'questions[1].sms', line: expect.any(Number) }] });
  });

  test('twice at the same moment makes one consultation', async () => {
    const made = await Promise.all([consultations(), consultations()].map((service) => service.importFile(aFileWithAge())));
    expect(made.map(({ version }) => version)).toEqual([1, 1]);
    expect(made.filter(({ outcome }) => outcome === 'replaced')).toHaveLength(1);
  });
});

describe('publishing and closing', () => {
  test('twice is the same as once', async () => {
    const { service } = await published();
    expect(await service.publish('parks-2027')).toEqual({ key: 'parks-2027', version: 1, state: 'open' });
    const { closedAt } = await service.close('parks-2027');
    now = new Date('2026-11-24T10:00:00Z');
    expect((await service.close('parks-2027')).closedAt).toEqual(closedAt);
    await expect(service.publish('parks-2027')).rejects.toMatchObject({ code: 'closed' });
  });

  test('says what is not there', async () => {
    const service = consultations();
    await expect(service.publish('gone')).rejects.toThrow('There is no consultation "gone".');
    await expect(service.close('gone')).rejects.toMatchObject({ code: 'unknown' });
    await service.importFile(aFileWithAge());
    await expect(service.close('parks-2027')).rejects.toMatchObject({ code: 'not-published' });
  });

  test('one whose time is over is published as closed', async () => {
    const service = consultations();
    now = new Date('2027-03-01T00:00:00Z');
    await service.importFile(aFileWithAge());
    expect(await service.publish('parks-2027')).toMatchObject({ state: 'closed' });
  });

  test('moves the revision, so that every process knows', async () => {
    const one = consultations();
    const { service: other } = await published();
    const before = await one.catalogueNow();
    expect(before.live).toHaveLength(1);
    await other.close('parks-2027');
    const after = await one.catalogueNow();
    expect(after.revision).toBeGreaterThan(before.revision);
    expect(after.live[0]?.closedAt).toEqual(now);
    expect(one.catalogue(after.revision)).toBe(after);
  });

  test('people in the middle keep the version that they started', async () => {
    const { service } = await published();
    await service.importFile(aFileWithAge({ title: 'New title' }));
    await service.publish('parks-2027');
    expect((await service.version('parks-2027', 1)).definition.title.en).toBe('Your parks');
    expect((await consultations().version('parks-2027', 1)).definition.title.en).toBe('Your parks');
    await service.importFile(aFileWithAge());
    await expect(service.version('parks-2027', 3)).rejects.toMatchObject({ code: 'unknown' });
  });

  test('keeps the secret sealed, and the same for good', async () => {
    const { service, live } = await published();
    const row = await database.prisma.consultation.findUniqueOrThrow({ where: { key: 'parks-2027' } });
    expect(Buffer.from(row.secret).includes(Buffer.from(live.secret))).toBe(false);
    await service.importFile(aFileWithAge());
    await service.publish('parks-2027');
    expect(Buffer.from((await service.catalogueNow()).live[0]?.secret ?? []).equals(live.secret)).toBe(true);
  });
});

describe('a response', () => {
  test('is found again by its person, with answers and answers about the person', async () => {
    const { service, live } = await published();
    const { id, person, holder } = await aStoredResponse({ secret: live.secret, answers: { visit: 'rarely', barrier: null }, age: 'old' });
    const found = await service.findResponse('parks-2027', service.respondentKey(live.secret, person));
    expect(found).toMatchObject({
      id,
      aboutYouKey: holder,
      versionNumber: 1,
      submitted: false,
      answers: { visit: 'rarely', barrier: null, age: 'old' },
    });
    expect(await service.findResponse('parks-2027', service.respondentKey(live.secret, randomUUID()))).toBeUndefined();
  });

  test('that is withdrawn leaves nothing but its number', async () => {
    const { service, live } = await published();
    const { id, person, holder } = await aStoredResponse({ secret: live.secret, answers: { visit: 'rarely' }, age: 'old', sent: true });
    const withdraw = () =>
      database.prisma.$transaction((tx) => recordWithdrawal(tx, { kind: 'responseWithdrawn', responseId: id, aboutYouKey: holder }, now));
    await withdraw();
    expect(await database.prisma.answer.count()).toBe(0);
    expect(await database.prisma.aboutYouAnswer.count()).toBe(0);
    expect(await database.prisma.response.findUnique({ where: { id } })).toMatchObject({ respondentKey: null, withdrawnAt: now });
    expect(await service.findResponse('parks-2027', service.respondentKey(live.secret, person))).toBeUndefined();
    expect((await service.results('parks-2027')).responses).toEqual([]);

    const first = now;
    now = new Date('2026-12-01T00:00:00Z');
    await withdraw();
    expect(await database.prisma.response.findUnique({ where: { id } })).toMatchObject({ withdrawnAt: first });
  });
});

describe('results', () => {
  test('count every response once, the same in the list', async () => {
    const { service, live } = await published();
    const { secret } = live;
    await aStoredResponse({ secret });
    await aStoredResponse({ secret, answers: { visit: null } });
    await aStoredResponse({ secret, answers: { visit: 'weekly' } });
    await aStoredResponse({ secret, answers: { visit: 'weekly' }, sent: true });
    const { id, holder } = await aStoredResponse({ secret, answers: { visit: 'weekly' }, sent: true });
    await database.prisma.$transaction((tx) =>
      recordWithdrawal(tx, { kind: 'responseWithdrawn', responseId: id, aboutYouKey: holder }, now),
    );

    const { counts, responses } = await service.results('parks-2027');
    expect(counts).toEqual({ started: 2, partial: 1, submitted: 1, withdrawn: 1, councils: 0 });
    expect((await service.list())[0]?.counts).toEqual(counts);
    expect(responses).toHaveLength(4);
    expect(responses.filter(({ status }) => status === 'submitted')).toEqual([
      expect.objectContaining({ language: 'pl', place: 'parish:thornby', version: 1, answers: { visit: 'weekly' } }),
    ]);
  });

  test('have the questions of every version that was published', async () => {
    const { service, live } = await published();
    await aStoredResponse({ secret: live.secret, answers: { visit: 'rarely', barrier: 'No bus' }, sent: true });
    const lights = { key: 'lights', kind: 'yesNo', text: 'Lights?' };
    await service.importFile(aFile({ questions: [lights, fileParts.questions[0], ageQuestion] }));
    await service.publish('parks-2027');
    await aStoredResponse({ secret: live.secret, answers: { lights: true, visit: 'weekly' }, sent: true, version: 2 });
    const { questionKeys, responses, codebook } = await service.results('parks-2027');
    expect(questionKeys).toEqual(['lights', 'visit', 'barrier']);
    expect(responses.map(({ version, answers }) => ({ version, answers }))).toEqual(
      expect.arrayContaining([
        { version: 1, answers: { visit: 'rarely', barrier: 'No bus' } },
        { version: 2, answers: { lights: true, visit: 'weekly' } },
      ]),
    );
    expect(new Set(codebook.map(({ version }) => version))).toEqual(new Set([1, 2]));
  });

  test('of what was never published, or is not there, are refused', async () => {
    const service = consultations();
    await service.importFile(aFileWithAge());
    await expect(service.results('parks-2027')).rejects.toMatchObject({ code: 'not-published' });
    await expect(service.results('gone')).rejects.toMatchObject({ code: 'unknown' });
  });
});

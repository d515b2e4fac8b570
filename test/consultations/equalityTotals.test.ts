import { createConsultations, type Results, recordWithdrawal } from '#consultations';
import { fewestBetweenTotals } from '#consultations/results/snapshot.ts';
import { createResultsStore } from '#consultations/results/store.ts';
import { loadWords } from '#language/words.ts';
import { createSecrets } from '#src/secrets.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { type StoredResponse, storeResponse } from './aStoredResponse.ts';
import { aFile, aFileWithAge } from './builders.ts';

const words = loadWords();
const secrets = createSecrets('a key for tests only');
let database: TestDatabase;
let now: Date;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  now = new Date('2026-11-23T10:00:00Z');
  await database.prisma.$executeRaw`TRUNCATE response, answer, about_you_answer, consultation, consultation_version, catalogue CASCADE`;
});

async function published(source = aFileWithAge()) {
  const service = createConsultations({ database: database.prisma, secrets, clock: () => now, reserved: [], words });
  const { key } = await service.importFile(source);
  await service.publish(key);
  const [live] = (await service.catalogueNow()).live;
  if (!live) throw new Error(`${key} is not in the catalogue`);
  return { service, secret: live.secret };
}

const aSent = (given: Omit<StoredResponse, 'sent'>) => storeResponse(database, now, { ...given, sent: true });

async function send(secret: Uint8Array, ages: Readonly<Record<string, number>>): Promise<void> {
  for (const [age, count] of Object.entries(ages)) for (let i = 0; i < count; i++) await aSent({ secret, age });
}

const shownIn = ({ aboutYou }: Results) => aboutYou && [aboutYou.responses, aboutYou.totals[0]?.rows.map(({ count }) => count)];

describe('equality totals', () => {
  test('are over the responses that were sent, and show no small number', async () => {
    const { service, secret } = await published();
    for (let i = 0; i < 6; i++) await aSent({ secret, age: 'young' });
    for (let i = 0; i < 5; i++) await aSent({ secret, age: 'prefer-not-to-say' });
    for (let i = 0; i < 3; i++) await aSent({ secret, age: 'old' });
    for (let i = 0; i < 9; i++) await storeResponse(database, now, { secret, age: 'old' });
    for (let i = 0; i < 12; i++) await aSent({ secret, age: null });
    await service.close('parks-2027');
    const [totals] = (await service.results('parks-2027')).aboutYou?.totals ?? [];
    expect(totals?.rows.map(({ code, count }) => [code, count])).toEqual([
      ['young', 6],
      ['old', null],
      ['prefer-not-to-say', null],
      ['(not answered)', 12],
    ]);
  });

  test('are told while it runs of all but the ten that were sent last, and when it is over of all', async () => {
    const { service, secret } = await published();
    const sendAt = (at: string, ages: Readonly<Record<string, number>>) => {
      now = new Date(at);
      return send(secret, ages);
    };
    await sendAt('2026-11-23T10:00:00Z', { young: 7, old: 5 });
    await sendAt('2026-11-24T10:00:00Z', { old: 7 });
    expect((await service.results('parks-2027')).aboutYou).toBeNull();
    await sendAt('2026-11-24T11:00:00Z', { old: 3 });
    const first = await service.results('parks-2027');
    expect(first.aboutYou?.takenAt).toEqual(now);
    expect(shownIn(first)).toEqual([12, [7, null, null, null]]);

    await sendAt('2026-11-25T10:00:00Z', { old: 9 });
    const second = await service.results('parks-2027');
    expect(second.responses).toHaveLength(31);
    expect(second.aboutYou).toEqual(first.aboutYou);

    await service.close('parks-2027');
    const last = await service.results('parks-2027');
    expect(shownIn(last)).toEqual([31, [null, 24, null, null]]);
    // A response that was under way when it closed.
    await send(secret, { old: 1 });
    expect((await service.results('parks-2027')).aboutYou).toEqual(last.aboutYou);
  });

  test('count who withdrew until there are others, and then no more', async () => {
    const { service, secret } = await published();
    const { id, holder } = await aSent({ secret, age: 'old' });
    now = new Date('2026-11-24T10:00:00Z');
    await send(secret, { young: 9 });
    now = new Date('2026-11-25T10:00:00Z');
    await send(secret, { old: 10 });
    const before = await service.results('parks-2027');
    expect(before.aboutYou?.responses).toBe(10);
    await database.prisma.$transaction((tx) =>
      recordWithdrawal(tx, { kind: 'responseWithdrawn', responseId: id, aboutYouKey: holder }, now),
    );
    expect((await service.results('parks-2027')).aboutYou).toEqual(before.aboutYou);
    now = new Date('2026-11-26T10:00:00Z');
    await send(secret, { old: 11 });
    expect(shownIn(await service.results('parks-2027'))).toEqual([20, [null, 11, null, null]]);
  });

  test('are one table, however many officers export at the same moment', async () => {
    await published();
    const store = createResultsStore(database.prisma);
    const counts = Array.from({ length: 12 }, (_, at) => 10 + ((at * 7) % 40));
    const told = await Promise.all(counts.map((responses) => store.tellAboutYou('parks-2027', { takenAt: now, responses, totals: [] })));
    const different = [...new Set(told.map((each) => each?.responses ?? 0))].toSorted((a, b) => a - b);
    for (const [place, responses] of different.entries())
      expect(responses - (different[place - 1] ?? 0)).toBeGreaterThanOrEqual(fewestBetweenTotals);
    expect(await database.prisma.aboutYouSnapshot.findMany({ select: { responses: true } })).toEqual([{ responses: different.at(-1) }]);
  });

  test('are none where nothing is asked about people', async () => {
    const { service, secret } = await published(aFile());
    for (let i = 0; i < 10; i++) await aSent({ secret });
    expect((await service.results('parks-2027')).aboutYou).toBeNull();
  });
});

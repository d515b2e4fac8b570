import { randomUUID } from 'node:crypto';
import { createConsultations } from '#consultations';
import { loadWords } from '#language/words.ts';
import { createSecrets } from '#src/secrets.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { storeResponse } from './aStoredResponse.ts';
import { aFile } from './builders.ts';

const now = new Date('2026-11-23T10:00:00Z');
const secrets = createSecrets('a key for the tests of codes only');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a council’s response is gone on with by its code only by whom an officer named for it', async () => {
  const words = loadWords();
  const service = createConsultations({ database: database.prisma, secrets, clock: () => now, reserved: [], words });
  await service.importFile(aFile());
  await service.publish('parks-2027');
  const [live] = (await service.catalogueNow()).live;
  const { id } = await storeResponse(database, now, { secret: live?.secret ?? new Uint8Array() });
  const { code, lookup } = service.resumeCode(id);
  const expiresAt = new Date('2026-12-07T10:00:00Z');
  await database.prisma.resumeCode.create({ data: { responseId: id, lookup: new Uint8Array(Buffer.from(lookup, 'hex')), expiresAt } });
  const [clerk, resident] = [await aContactPoint(), await aContactPoint()];
  await database.prisma.councilRole.create({
    data: { contactPointId: clerk, council: 'parish:thornby', role: 'clerk', recordedAt: now },
  });
  const foundBy = async (contactPointId: string) => (await service.findByCode(code, { contactPointId, channel: 'sms', now })) !== undefined;
  expect(await foundBy(resident)).toBe(true);
  await database.prisma.response.update({ where: { id }, data: { capacity: 'council', council: 'parish:thornby' } });
  expect([await foundBy(resident), await foundBy(clerk)]).toEqual([false, true]);
});

async function aContactPoint(): Promise<string> {
  const id = randomUUID();
  const bytes = new Uint8Array(Buffer.from(id));
  const { prisma } = database;
  await prisma.contactPoint.create({
    data: { id, channel: 'sms', lookup: bytes, address: bytes, person: { create: { id: randomUUID() } } },
  });
  return id;
}

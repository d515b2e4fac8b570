import { randomUUID } from 'node:crypto';
import { createResume } from '#consultations/resume/index.ts';
import { createSecrets } from '#src/secrets.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';

const now = new Date('2026-11-23T10:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe('codes that are guessed', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  /** Somebody new on a channel who has tried so many wrong codes. */
  async function guesser(channel: string, wrong: number, triedAt = minutesAgo(30)): Promise<string> {
    const [personId, id] = [randomUUID(), randomUUID()];
    await database.prisma.person.create({ data: { id: personId } });
    const nothing = new Uint8Array(Buffer.from(id));
    await database.prisma.contactPoint.create({ data: { id, personId, channel, lookup: nothing, address: nothing } });
    await database.prisma.wrongCode.createMany({ data: Array.from({ length: wrong }, () => ({ contactPointId: id, triedAt })) });
    return id;
  }

  it('by many on the web are heard no more there, for an hour, and go on being heard by text', async () => {
    const { findByCode } = createResume({ database: database.prisma, secrets: createSecrets('a key for guessing in tests only') });
    const found = (contactPointId: string, channel: string, at = now) => findByCode('K7M-4RX-29H', { contactPointId, channel, now: at });
    for (let each = 0; each < 24; each++) await guesser('webchat', 4);
    await guesser('webchat', 50, minutesAgo(61));
    const bystander = await guesser('webchat', 3);
    expect(await found(bystander, 'webchat')).toBeUndefined();
    await guesser('webchat', 1);
    expect(await found(bystander, 'webchat')).toBe('tooMany');
    expect(await found(await guesser('sms', 0), 'sms')).toBeUndefined();
    expect(await found(await guesser('sms', 5), 'sms')).toBe('tooMany');
    expect(await found(bystander, 'webchat', new Date(now.getTime() + 3_600_000))).toBeUndefined();
  });
});

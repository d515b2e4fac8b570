import { randomUUID } from 'node:crypto';
import { mostWrongInChannel, mostWrongOfOne } from '#consultations/resume/code.ts';
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
    await tried(id, channel, wrong, triedAt);
    return id;
  }

  const tried = (id: string, channel: string, wrong: number, triedAt = minutesAgo(30)) => database.prisma.$executeRaw`
    INSERT INTO wrong_code (contact_point_id, channel, tried_at) SELECT ${id}::uuid, ${channel}, ${triedAt} FROM generate_series(1, ${wrong})`;

  const found = (contactPointId: string, channel: string, { at = now } = {}) =>
    createResume({ database: database.prisma, secrets: createSecrets('a key for guessing in tests only') }).findByCode('K7M4-RX29-HCF3', {
      contactPointId,
      channel,
      now: at,
    });

  it('by one person are heard no more of them for an hour, and by nobody else the less', async () => {
    const someone = await guesser('webchat', mostWrongOfOne);
    expect(await found(someone, 'webchat')).toBe('tooMany');
    expect(await found(someone, 'webchat', { at: new Date(now.getTime() + 3_600_000) })).toBeUndefined();
    for (let each = 0; each < 24; each++) await guesser('webchat', mostWrongOfOne);
    expect(await found(await guesser('webchat', mostWrongOfOne - 1), 'webchat')).toBeUndefined();
  });

  it('by a flood on the web are heard no more there, for an hour, and go on being heard by text', async () => {
    const bystander = await guesser('webchat', 0);
    await guesser('webchat', 1000, minutesAgo(61));
    const flood = await guesser('webchat', mostWrongInChannel - 1000);
    expect(await found(bystander, 'webchat')).toBeUndefined();
    await tried(flood, 'webchat', 1000);
    expect(await found(bystander, 'webchat')).toBe('tooMany');
    expect(await found(await guesser('sms', 0), 'sms')).toBeUndefined();
    expect(await found(bystander, 'webchat', { at: new Date(now.getTime() + 3_600_000) })).toBeUndefined();
  });
});

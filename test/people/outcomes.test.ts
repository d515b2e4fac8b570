import { randomUUID } from 'node:crypto';
import { createSubscriptions } from '#people';
import { mayBeOffered, type OutcomesStanding, offeredAgainAfterDays } from '#people/outcomes.ts';
import { recordPeopleFact } from '#people/store.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';

const now = new Date('2026-11-23T10:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
const standing = (known: Partial<OutcomesStanding> = {}): OutcomesStanding => ({ optedOut: false, offeredAt: null, places: [], ...known });

describe('whether somebody is asked', () => {
  test('once, and again when a year has gone', () => {
    expect(mayBeOffered(standing(), [], now)).toBe(true);
    for (const days of [0, 1, 30, offeredAgainAfterDays - 1])
      expect(mayBeOffered(standing({ offeredAt: daysAgo(days) }), [], now)).toBe(false);
    expect(mayBeOffered(standing({ offeredAt: daysAgo(offeredAgainAfterDays) }), [], now)).toBe(true);
  });

  test('never after STOP', () => {
    expect(mayBeOffered(standing({ optedOut: true }), [], now)).toBe(false);
  });

  test('not where they are told anyway', () => {
    const asked = ['parish:thornby', 'parish:ashwell-green'];
    for (const places of [['answered'], ['everywhere'], ['parish:elsewhere', 'parish:thornby']])
      expect(mayBeOffered(standing({ places }), asked, now)).toBe(false);
    expect(mayBeOffered(standing({ places: ['parish:elsewhere'] }), asked, now)).toBe(true);
    // What is asked of everybody is told to whoever hears of any place.
    expect(mayBeOffered(standing({ places: ['parish:elsewhere'] }), [], now)).toBe(false);
  });
});

describe('in the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  async function aContactPoint(): Promise<string> {
    const id = randomUUID();
    const lookup = new Uint8Array(Buffer.from(id));
    await database.prisma.contactPoint.create({
      data: { id, channel: 'sms', lookup, address: lookup, person: { create: { id: randomUUID() } } },
    });
    return id;
  }
  const said = { channel: 'sms', language: 'pl' };
  const subscriptions = () => createSubscriptions(database.prisma);

  test('a yes adds to what they hear about, and is kept with its words', async () => {
    const contactPointId = await aContactPoint();
    const { prisma } = database;
    const events = { topics: ['events'], places: ['parish:thornby'], wording: 'updates-1' } as const;
    await recordPeopleFact(prisma, { kind: 'subscribed', contactPointId, ...events, ...said }, now);
    for (const _ of ['once', 'twice']) await recordPeopleFact(prisma, { kind: 'outcomesWanted', contactPointId, ...said }, now);
    expect(await subscriptions().of(contactPointId)).toEqual({ topics: ['events'], places: ['parish:thornby'], ownAnswers: true });
    const [permission] = await prisma.consent.findMany({ where: { contactPointId, topic: 'outcomes' } });
    expect(permission).toMatchObject({ given: true, wording: 'outcomes-1', places: ['answered'], ...said, at: now });
  });
});

import fc from 'fast-check';
import { type Decided, decide } from '#broadcasts/sending/decide.ts';
import { type Claimed, createSendingStore } from '#broadcasts/sending/store.ts';
import { byIndexAlone, createPool } from '#database/pool.ts';
import { until } from '#test/journeys/aServer.ts';
import { aBroadcast, aCouncil, type Council } from './aCouncil.ts';
import { notOver, statusOf } from './aDelivery.ts';

let council: Council;
let store: ReturnType<typeof createSendingStore>;
const leaseMs = 300_000;

beforeEach(async () => {
  council = await aCouncil({ url: 'http://127.0.0.1:9' });
  store = createSendingStore(council.pool);
  await store.prepare('sms');
});
afterEach(() => council.close());

const claim = (most: number) => ({ channel: 'sms', now: council.clock(), most, perSecond: 1_000_000 }) as const;
const next = async (most: number) => (await store.claimNext(claim(most))).claimed;
const taken = (claimed: Claimed): Decided => decide(claimed, { outcome: 'accepted', providerId: `SM${claimed.id}` }, council.clock(), 0);
const statuses = async () => (await council.deliveries()).map(statusOf).sort();
const reasons = async () => (await council.deliveries()).map(({ reason }) => reason).sort();
const ids = (claimed: readonly Claimed[]) => claimed.map(({ id }) => id);

test('however many claim at the same moment, each has others in hand, and nobody is left out', async () => {
  await council.subscribe(400, { topic: 'outcomes' });
  const takes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 6 });
  let broadcasts = 0;
  await fc.assert(
    fc.asyncProperty(takes, async (atOnce) => {
      broadcasts += 1;
      await council.send(aBroadcast({ key: `parks-${broadcasts}`, topic: 'outcomes' }));
      const claimed: number[] = [];
      for (let found = 1; found > 0; ) {
        const rounds = await Promise.all(atOnce.map(next));
        // Whoever came second takes nothing: the rest is there the next time.
        found = rounds.flat().length;
        claimed.push(...rounds.flatMap(ids));
      }
      expect(new Set(claimed).size).toBe(claimed.length);
      expect(claimed).toHaveLength(400);
    }),
    { numRuns: 8 },
  );
});

test('a claim that began before its broadcast was cancelled, and comes to it afterwards, takes nobody', async () => {
  await council.subscribe(30);
  await council.send(aBroadcast());
  const told = await next(10);
  const other = await council.pool.connect();
  await other.query('BEGIN');
  await other.query('SELECT FROM channel_pace FOR UPDATE');
  const late = next(10);
  const waiting = () => council.database.prisma.$queryRaw<readonly unknown[]>`
    SELECT 1 AS one FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  await until(async () => (await waiting()).length === 1);
  await council.broadcasts.cancel('parks-open');
  await other.query('COMMIT');
  other.release();
  expect(await late).toEqual([]);
  await store.record(told.map(taken));
  expect(await statuses()).toEqual([...Array(20).fill('notSent'), ...Array(10).fill('sent')]);
});

test('whatever was in the hand of somebody who is gone is unknown, and a result that comes all the same counts', async () => {
  await council.subscribe(3);
  await council.send(aBroadcast());
  const [first, second] = (await next(10)) as [Claimed, Claimed];
  await store.record([taken(first)]);
  expect((await store.claimDue(claim(10))).claimed).toEqual([]);
  expect(await statuses()).toEqual(['sent', 'waiting', 'waiting']);
  council.putForward(leaseMs);
  expect(await store.claimDue(claim(10))).toEqual({ claimed: [], ended: 0 });
  expect(await statuses()).toEqual(['sent', 'unknown', 'unknown']);
  expect(await reasons()).toEqual(['lost', 'lost', null]);
  expect(await council.database.prisma.delivery.count({ where: notOver })).toBe(0);
  await store.record([taken(second)]);
  expect(await statuses()).toEqual(['sent', 'sent', 'unknown']);
});

test('the report tells who is in hand from who waits', async () => {
  await council.subscribe(5);
  await council.send(aBroadcast());
  const outcomes = async () => (await council.broadcasts.report('parks-open')).outcomes.map(({ outcome, count }) => `${count} ${outcome}`);
  expect(await outcomes()).toEqual(['5 waiting']);
  const [first] = await next(2);
  expect(await outcomes()).toEqual(['2 inHand', '3 waiting']);
  await store.record([taken(first as Claimed)]);
  expect(await outcomes()).toEqual(['1 inHand', '1 sent', '3 waiting']);
});

test('what the provider says before its answer was recorded is known at once, and the answer changes nothing more', async () => {
  await council.subscribe(2);
  await council.send(aBroadcast());
  const [arrived, off] = (await next(2)) as [Claimed, Claimed];
  const failure = { reason: 'phoneOff', tries: 1, afterMs: 3_600_000 };
  await council.receipts.record({ reference: `${arrived.id}.1`, providerId: 'SM1', fact: 'delivered' });
  await council.receipts.record({ reference: `${off.id}.1`, providerId: 'SM2', fact: 'failed', failure });
  const before = await council.deliveries();
  expect(before.map(statusOf)).toEqual(['delivered', 'failed']);
  expect(before[1]).toMatchObject({ attempts: 1, dueAt: expect.any(Date), providerId: 'SM2' });
  await store.record([taken(arrived), taken(off)]);
  expect(await council.deliveries()).toEqual(before);
});

test('who is erased while their text is on its way counts as told, and nothing that the provider has leads to them', async () => {
  await council.subscribe(2);
  await council.send(aBroadcast());
  const claimed = await next(2);
  const { personId } = await council.database.prisma.delivery.findFirstOrThrow();
  await council.database.prisma.person.delete({ where: { id: personId ?? '' } });
  await store.record(claimed.map(taken));
  const gone = (await council.deliveries()).filter(({ personId }) => personId === null);
  expect(gone).toMatchObject([{ sentAt: expect.any(Date), providerId: null }]);
  expect(ids(claimed)).not.toContain(gone[0]?.id);
  for (const { id } of claimed) await council.receipts.record({ reference: `${id}.1`, providerId: `SM${id}`, fact: 'delivered' });
  expect(await statuses()).toEqual(['delivered', 'sent']);
});

test('a sender that began on an empty ledger looks at those whom it claims, and not at everybody', async () => {
  const pool = createPool(council.database.url, () => undefined, { name: 'a sender', max: 1, told: byIndexAlone });
  await pool.query('VACUUM ANALYZE');
  const sender = createSendingStore(pool);
  const claimed = async () => (await sender.claimNext(claim(50))).claimed;
  expect(await claimed()).toEqual([]);
  await council.subscribe(3_000);
  await council.send(aBroadcast());
  const lookedAt = async () => {
    await pool.query('SELECT pg_stat_force_next_flush()');
    const { rows } = await pool.query<{ rows: number }>(
      `SELECT (seq_tup_read + idx_tup_fetch)::int AS rows FROM pg_stat_user_tables WHERE relname = 'delivery'`,
    );
    return rows[0]?.rows ?? Number.NaN;
  };
  const before = await lookedAt();
  for (let times = 0; times < 10; times++) await sender.record((await claimed()).map(taken));
  expect((await lookedAt()) - before).toBeLessThan(10 * 50 * 4);
  await pool.end();
});

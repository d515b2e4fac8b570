import fc from 'fast-check';
import { createReceipts, type ReceiptLater } from '#broadcasts';
import { aBroadcast, aCouncil, type Council } from './aCouncil.ts';
import { statusOf } from './aDelivery.ts';

let council: Council;
beforeAll(async () => {
  council = await aCouncil({ url: 'http://127.0.0.1:9' });
  await council.subscribe(1);
  await council.send(aBroadcast());
});
afterAll(() => council.close());

const failure = { reason: 'notDelivered', tries: 0, afterMs: 0 };
const hourMs = 3_600_000;

/** The one delivery, as if it had just been sent for the first time. */
async function sent(): Promise<string> {
  const data = {
    attempts: 1,
    sentAt: council.clock(),
    dueAt: null,
    deliveredAt: null,
    failedAt: null,
    unknownAt: null,
    endedAt: null,
    reason: null,
  };
  await council.database.prisma.delivery.updateMany({ data });
  return `${(await council.deliveries())[0]?.id}.1`;
}

const now = async () => {
  const [delivery] = await council.deliveries();
  if (!delivery) throw new Error('there is no delivery');
  return delivery;
};

test('facts come in any order and however often: what arrived has arrived, else what failed has failed', async () => {
  const facts = fc.array(fc.constantFrom('sent', 'delivered', 'failed'), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(facts, fc.boolean(), async (told, together) => {
      const reference = await sent();
      const receipts = told.map((fact): ReceiptLater => ({ reference, providerId: 'SM1', fact, ...(fact === 'failed' && { failure }) }));
      if (together) await Promise.all(receipts.map(council.receipts.record));
      else for (const receipt of receipts) await council.receipts.record(receipt);
      const expected = told.includes('delivered') ? 'delivered' : told.includes('failed') ? 'failed' : 'sent';
      expect(statusOf(await now())).toBe(expected);
    }),
    { numRuns: 40 },
  );
});

test('a phone that was off is tried again after hours, so often and no more', async () => {
  const reference = await sent();
  const off = { reference, providerId: 'SM1', fact: 'failed', failure: { reason: 'phoneOff', tries: 1, afterMs: 2 * hourMs } } as const;
  await council.receipts.record(off);
  const { dueAt } = await now();
  expect(Math.abs((dueAt?.getTime() ?? 0) - council.clock().getTime() - 2 * hourMs)).toBeLessThan(60_000);
  // The same webhook again changes nothing; the second time that it fails is the last.
  await council.receipts.record(off);
  expect((await now()).dueAt).toEqual(dueAt);
  await council.database.prisma.delivery.updateMany({ data: { attempts: 2, failedAt: null, dueAt: null } });
  await council.receipts.record({ ...off, reference: reference.replace(/1$/, '2') });
  expect(await now()).toMatchObject({ dueAt: null, reason: 'phoneOff' });
});

test('what is said of an earlier attempt, or of nothing of ours, changes nothing', async () => {
  const reference = await sent();
  for (const other of [reference.replace(/1$/, '7'), 'nonsense', '0.1', '9999999999.1', '00000000-0000-4000-8000-000000000000.1'])
    await council.receipts.record({ reference: other, providerId: 'SM1', fact: 'delivered' });
  expect(statusOf(await now())).toBe('sent');
});

test('a number that is not in use is unreachable; a block counts the second time', async () => {
  const reference = await sent();
  const reason = async () => (await council.database.prisma.contactPoint.findFirst())?.unreachableReason;
  await council.receipts.record({ reference, providerId: 'SM1', fact: 'failed', failure: { ...failure, reason: 'blocked' } });
  expect(await reason()).toBeNull();
  await sent();
  await council.receipts.record({ reference, providerId: 'SM1', fact: 'failed', failure: { ...failure, reason: 'unknownNumber' } });
  expect(await reason()).toBe('this number is not in use');
});

test('a flood of receipts, twice each and in any order, is recorded whole, over one connection however many wait', async () => {
  const flooded = await aCouncil({ url: 'http://127.0.0.1:9' });
  await flooded.subscribe(4_000);
  await flooded.send(aBroadcast());
  await flooded.database.prisma.delivery.updateMany({ data: { attempts: 1, sentAt: flooded.clock(), dueAt: null } });
  const deliveries = await flooded.deliveries();
  const receipts = deliveries.flatMap(({ id }, place): readonly ReceiptLater[] => {
    const told = { reference: `${id}.1`, providerId: `SM${place}` };
    const end: ReceiptLater = place % 4 === 0 ? { ...told, fact: 'failed', failure } : { ...told, fact: 'delivered' };
    return [{ ...told, fact: 'sent' }, end, end];
  });
  let inUse = 0;
  let most = 0;
  flooded.pool.on('acquire', () => {
    inUse += 1;
    most = Math.max(most, inUse);
  });
  flooded.pool.on('release', () => {
    inUse -= 1;
  });
  // As far from each other as they can be: whatever is told of one comes at three moments.
  const mixed = receipts.map((_, place) => receipts[(place * 7_919) % receipts.length] as ReceiptLater);
  await Promise.all(mixed.map(flooded.receipts.record));
  const statuses = Map.groupBy(await flooded.deliveries(), statusOf);
  expect([...statuses].map(([status, { length }]) => `${length} ${status}`).sort()).toEqual(['1000 failed', '3000 delivered']);
  expect(most).toBe(1);
  await flooded.close();
});

describe('an account that is stopped, told by a status alone', () => {
  let stopped: Council;
  beforeEach(async () => {
    stopped = await aCouncil({ url: 'http://127.0.0.1:9' });
    await stopped.subscribe(2);
  });
  afterEach(() => stopped.close());

  const accountStopped = { reason: 'accountStopped', tries: 1, afterMs: 60_000 };
  const sendTo = async (key: string, lines = {}) => {
    await stopped.send(aBroadcast({ key, ...lines }));
    await stopped.database.prisma.delivery.updateMany({ data: { attempts: 1, sentAt: stopped.clock(), dueAt: stopped.clock() } });
  };
  const told = (at: number, fact: ReceiptLater['fact']) => async () => {
    const reference = `${(await stopped.deliveries())[at]?.id}.1`;
    const failed = fact === 'failed' && { failure: accountStopped };
    await stopped.receipts.record({ reference, providerId: `SM${at}`, fact, ...failed });
  };
  const standing = async () =>
    (await stopped.broadcasts.list()).map(({ key, status, pauseReason }) => `${key}: ${status} ${pauseReason}`).sort();

  test('pauses whatever is being sent on that channel, with the reason that a refused text gives', async () => {
    await sendTo('parks-open');
    await sendTo('parks-again');
    await sendTo('in-teams', { audience: { channels: ['teams'] } });
    await stopped.broadcasts.draft(aBroadcast({ key: 'a-draft' }));
    await told(0, 'failed')();
    expect(await standing()).toEqual([
      'a-draft: draft null',
      'in-teams: sending null',
      'parks-again: paused accountStopped',
      'parks-open: paused accountStopped',
    ]);
  });

  test('told again after an officer has resumed it, it pauses nothing more; another text that failed does', async () => {
    await sendTo('parks-open');
    await told(0, 'failed')();
    await stopped.broadcasts.resume('parks-open');
    await told(0, 'failed')();
    expect(await standing()).toEqual(['parks-open: sending null']);
    await told(1, 'failed')();
    expect(await standing()).toEqual(['parks-open: paused accountStopped']);
  });

  test('an officer’s own pause stays, and what is over stays so', async () => {
    await sendTo('parks-open');
    await stopped.broadcasts.pause('parks-open');
    await told(0, 'failed')();
    expect(await standing()).toEqual(['parks-open: paused officer']);
    await stopped.broadcasts.cancel('parks-open');
    await told(1, 'failed')();
    expect(await standing()).toEqual(['parks-open: cancelled officer']);
  });

  test('one that had all its texts taken is under way again, so that those who got nothing get theirs once it is resumed', async () => {
    await sendTo('parks-open');
    await stopped.database.prisma.delivery.updateMany({ data: { dueAt: null } });
    await stopped.sweep();
    expect(await standing()).toEqual(['parks-open: sent null']);
    await told(0, 'failed')();
    await stopped.sweep();
    expect(await standing()).toEqual(['parks-open: paused accountStopped']);
    expect((await stopped.deliveries()).map(({ dueAt, reason }) => [dueAt !== null, reason])).toEqual([
      [true, 'accountStopped'],
      [false, null],
    ]);
  });

  test('is known and acted upon together, or neither is: told once more, both are', async () => {
    await sendTo('parks-open');
    const { prisma } = stopped.database;
    await prisma.$executeRaw`ALTER TABLE broadcast ADD CONSTRAINT never_paused CHECK (paused_at IS NULL)`;
    await expect(told(0, 'failed')()).rejects.toThrow('never_paused');
    expect((await stopped.deliveries()).map(({ failedAt }) => failedAt)).toEqual([null, null]);
    await prisma.$executeRaw`ALTER TABLE broadcast DROP CONSTRAINT never_paused`;
    await told(0, 'failed')();
    expect(await standing()).toEqual(['parks-open: paused accountStopped']);
  });

  test('whatever comes in whichever order to however many processes: it is paused once anybody knows, and the facts are as they always are', async () => {
    await sendTo('parks-open');
    const processes = [0, 1, 2].map(() => createReceipts({ pool: stopped.pool, now: stopped.clock }));
    const [one, other] = await stopped.deliveries();
    const facts = fc.array(fc.record({ of: fc.nat(1), fact: fc.constantFrom('sent', 'delivered', 'failed'), by: fc.nat(2) }), {
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(facts, fc.boolean(), async (receipts, together) => {
        await stopped.database.prisma.broadcast.updateMany({ data: { pausedAt: null, pauseReason: null } });
        const unheard = { deliveredAt: null, failedAt: null, reason: null, dueAt: null };
        await stopped.database.prisma.delivery.updateMany({ data: unheard });
        const record = ({ of, fact, by }: { of: number; fact: ReceiptLater['fact']; by: number }) =>
          processes[by]?.record({
            reference: `${[one, other][of]?.id}.1`,
            providerId: 'SM1',
            fact,
            ...(fact === 'failed' && { failure: accountStopped }),
          });
        if (together) await Promise.all(receipts.map(record));
        else for (const each of receipts) await record(each);

        const deliveries = [0, 1].map((of) => receipts.filter((each) => each.of === of).map(({ fact }) => fact));
        const known = (await stopped.deliveries()).map(statusOf);
        expect(known).toEqual(
          deliveries.map((told) => (told.includes('delivered') ? 'delivered' : told.includes('failed') ? 'failed' : 'sent')),
        );
        // What arrived before it failed did arrive: whether that says that the account is stopped is not asked.
        const mustBe = known.includes('failed');
        const maybe = receipts.some(({ fact }) => fact === 'failed');
        const paused = (await standing())[0] === 'parks-open: paused accountStopped';
        if (mustBe) expect(paused).toBe(true);
        if (!maybe) expect(paused).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});

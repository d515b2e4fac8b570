import fc from 'fast-check';
import type { ReceiptLater } from '#broadcasts';
import { deliveryStatus } from '#broadcasts/status.ts';
import { aBroadcast, aCouncil, type Council } from './aCouncil.ts';

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
      expect(deliveryStatus(await now())).toBe(expected);
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
  for (const other of [reference.replace(/1$/, '7'), 'nonsense', '00000000-0000-4000-8000-000000000000.1'])
    await council.receipts.record({ reference: other, providerId: 'SM1', fact: 'delivered' });
  expect(deliveryStatus(await now())).toBe('sent');
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

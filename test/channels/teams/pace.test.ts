import fc from 'fast-check';
import { type Allowance, conversationAllowances, tenantAllowances, waitMs } from '#channels/teams/allowance.ts';
import { createPace, type Pace } from '#channels/teams/pace.ts';
import { aClock } from './aClock.ts';

const hourMs = 3_600_000;

/** More of these moments than are allowed lie within so long of each other. */
function tooMany(moments: readonly number[], allowances: readonly Allowance[]): readonly Allowance[] {
  const sorted = moments.toSorted((one, other) => one - other);
  return allowances.filter(({ most, withinMs }) =>
    sorted.some((first, at) => (sorted[at + most] ?? Number.POSITIVE_INFINITY) < first + withinMs),
  );
}

/** Whoever keeps sending: what to, how long they wait before it, how long it takes, and after which part of that Teams counts it. */
const requests = (conversations: readonly string[], gapMs: number) =>
  fc.array(
    fc.record({
      conversation: fc.constantFrom(...conversations),
      gapMs: fc.nat(gapMs),
      tookMs: fc.nat(3_000),
      countedAfter: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 120 },
  );

type Asked = { readonly conversation: string; readonly gapMs: number; readonly tookMs: number; readonly countedAfter: number };

/** Several senders at once, each one request after another. Gives back when Teams counted each, by conversation, and in which order each sender's went. */
async function sendAll(senders: readonly (readonly Asked[])[]) {
  const clock = aClock();
  const pace = createPace(clock);
  const counted: { readonly conversation: string; readonly atMs: number }[] = [];
  const orders: number[][] = [];
  const sendOne = async (each: Asked, place: number, order: number[]) => {
    await clock.pause(each.gapMs);
    await pace.make({ conversation: each.conversation, tenantId: 'one' }, hourMs, async () => {
      order.push(place);
      counted.push({ conversation: each.conversation, atMs: clock.now().getTime() + each.tookMs * each.countedAfter });
      await clock.pause(each.tookMs);
    });
  };
  await clock.run(
    Promise.all(
      senders.map(async (asked, sender) => {
        const order: number[] = [];
        orders[sender] = order;
        for (const [place, each] of asked.entries()) await sendOne(each, place, order);
      }),
    ),
  );
  return { counted, orders, remembered: pace.remembered };
}

test('whoever sends how much at the same time, and whenever it is counted: no limit of a conversation or of the tenant is ever passed', async () => {
  const many = fc.array(requests(['a:one', 'a:two', '19:three;messageid=1', '19:three;messageid=2'], 300), { minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(many, async (senders) => {
      const { counted, orders } = await sendAll(senders);
      const byConversation = Map.groupBy(counted, ({ conversation }) => conversation.replace(/;.*/, ''));
      for (const moments of byConversation.values()) {
        expect(
          tooMany(
            moments.map(({ atMs }) => atMs),
            conversationAllowances,
          ),
        ).toEqual([]);
      }
      expect(
        tooMany(
          counted.map(({ atMs }) => atMs),
          tenantAllowances,
        ),
      ).toEqual([]);
      expect(orders).toEqual(senders.map((asked) => asked.map((_, place) => place)));
    }),
    { numRuns: 60 },
  );
});

test('nobody waits who need not: one moment earlier, what is asked could be too much', () => {
  const rising = fc.array(fc.nat(100_000), { maxLength: 100 }).map((moments) => moments.toSorted((one, other) => one - other));
  fc.assert(
    fc.property(rising, fc.nat(3), fc.nat(10_000), (answeredAt, underWay, sinceMs) => {
      const nowMs = (answeredAt.at(-1) ?? 0) + sinceMs;
      const wait = waitMs({ underWay, answeredAt }, conversationAllowances, nowMs);
      const countedAt = (at: number) => [...answeredAt, ...Array<number>(underWay).fill(at), at];
      expect(tooMany(countedAt(nowMs + wait), conversationAllowances)).toEqual(tooMany(answeredAt, conversationAllowances));
      if (wait > 0) expect(tooMany(countedAt(nowMs + wait - 1), conversationAllowances)).not.toEqual([]);
    }),
  );
});

/** So many requests to one conversation, each answered at once. Gives back when. */
async function atOnce(pace: Pace, clock: ReturnType<typeof aClock>, most: number): Promise<readonly number[]> {
  const moments: number[] = [];
  await clock.run(
    (async () => {
      for (let each = 0; each < most; each++)
        await pace.make({ conversation: 'a:one' }, hourMs, async () => void moments.push(clock.now().getTime()));
    })(),
  );
  return moments;
}

test('seven leave at once, the eighth a second later, the ninth when the first two seconds are over', async () => {
  const clock = aClock();
  expect(await atOnce(createPace(clock), clock, 9)).toEqual([0, 0, 0, 0, 0, 0, 0, 1_000, 2_000]);
});

test('1,800 leave in an hour, and what is remembered of it does not grow', async () => {
  const clock = aClock();
  const pace = createPace(clock);
  const moments = await atOnce(pace, clock, 4_000);
  expect(tooMany(moments, conversationAllowances)).toEqual([]);
  expect(moments[1_799]).toBeLessThan(hourMs);
  expect(moments[1_800]).toBe(hourMs);
  expect(pace.remembered).toBeLessThanOrEqual(1_800 + 1_800);
});

test('whoever was not written to for an hour is forgotten', async () => {
  const clock = aClock();
  const pace = createPace(clock);
  const writeTo = (conversation: string) => clock.run(pace.make({ conversation, tenantId: 'one' }, 0, () => Promise.resolve()));
  for (let each = 0; each < 40; each++) await writeTo(`a:${each}`);
  expect(pace.remembered).toBe(80);
  await clock.run(clock.pause(hourMs));
  await writeTo('a:new');
  expect(pace.remembered).toBe(2);
});

test('a request that breaks has been made', async () => {
  const clock = aClock();
  const pace = createPace(clock);
  for (let each = 0; each < 7; each++) {
    const broken = pace.make({ conversation: 'a:one' }, 0, () => Promise.reject(new Error('the line broke')));
    await expect(broken).rejects.toThrow('the line broke');
  }
  expect(await pace.make({ conversation: 'a:one' }, 0, () => Promise.resolve('made'))).toEqual({
    outcome: 'tryLater',
    reason: 'ownPace',
    afterMs: 1_000,
    heldBack: true,
  });
});

test('once it is closed nobody waits, and who need not wait goes on', async () => {
  const clock = aClock();
  const pace = createPace(clock);
  await atOnce(pace, clock, 7);
  pace.close();
  const made = (conversation: string) => pace.make({ conversation }, hourMs, () => Promise.resolve('made'));
  expect(await made('a:one')).toMatchObject({ heldBack: true });
  expect(await made('a:two')).toBe('made');
});

import { randomUUID } from 'node:crypto';
import { withClient } from '#database/client.ts';
import { createPool } from '#database/pool.ts';
import { createTurnLog } from '#database/turnLog/index.ts';
import { Overtaken } from '#database/turnLog/overtaken.ts';
import { anAnswer, aStart, ask, aTurn, at, somebody } from './aTurn.ts';
import { createLogs, type Logs } from './logs.ts';

let logs: Logs;
let log: ReturnType<Logs['aLog']>;
beforeAll(async () => {
  logs = await createLogs();
  log = logs.aLog();
});
afterAll(() => logs.close());

describe('turns that come at once', () => {
  test('share a statement, and each gets its own answer', async () => {
    const people = Array.from({ length: 150 }, somebody);
    const loaded = await Promise.all(people.map((who) => log.load(ask(who))));
    const results = await Promise.all(people.map((who, place) => log.commit(aTurn(loaded[place] ?? never(), { who, state: { place } }))));
    expect(results.every((result) => result === 'recorded')).toBe(true);
    const again = await Promise.all(people.map((who) => log.load(ask(who))));
    expect(again.map(({ conversation }) => conversation?.state)).toEqual(people.map((_, place) => ({ place })));
  });

  test.each([
    ['a reference that somebody has already', (taken: string) => ({ facts: [aStart({ reference: taken })] })],
    ['an answer to a response that is not there', () => ({ facts: [anAnswer(randomUUID(), 'visit', 'weekly')] })],
    ['text that no database takes', () => ({ state: { text: 'a\u0000b' } })],
    ['an id longer than an index takes', () => ({ providerId: randomText(9_000) })],
    ['two answers to one question', (_: string, id: string) => ({ facts: [anAnswer(id, 'visit', 1), anAnswer(id, 'visit', 2)] })],
    ['an id that is none', () => ({ facts: [anAnswer('not an id', 'visit', 1)] })],
  ])('%s fails alone: its neighbours are recorded, each once', async (_, bad) => {
    const { who: busy, response } = await logs.aRespondent();
    const people = Array.from({ length: 8 }, somebody);
    const loaded = await Promise.all(people.map((who) => log.load(ask(who))));
    const before = await log.load(ask(busy));
    const quiet = log.load(ask(somebody()));
    const results = await Promise.allSettled([
      ...people.slice(0, 4).map((who, place) => log.commit(aTurn(loaded[place] ?? never(), { who }))),
      log.commit(aTurn(before, { who: busy, ...bad(response.reference, response.id) })),
      ...people.slice(4).map((who, place) => log.commit(aTurn(loaded[place + 4] ?? never(), { who }))),
    ]);
    await quiet;
    expect(results.map(({ status }) => status)).toEqual(results.map((_result, place) => (place === 4 ? 'rejected' : 'fulfilled')));
    for (const who of people) expect((await log.load(ask(who))).conversation).toMatchObject({ version: 1, lastSequence: 2 });
    expect((await log.load(ask(busy))).conversation).toEqual(before.conversation);
  });

  test('in two processes, the same people in opposite orders: each turn is recorded once, and nobody waits for a deadlock', async () => {
    const [here, there] = [logs.aLog(), logs.aLog()];
    const people = await Promise.all(Array.from({ length: 40 }, async () => (await logs.aRespondent()).who));
    const fresh = Array.from({ length: 40 }, somebody);
    const everybody = [...people, ...fresh];
    for (let round = 0; round < 5; round++) {
      const began = performance.now();
      const loaded = await Promise.all(everybody.map((who) => here.load(ask(who))));
      const turns = everybody.map((who, place) => ({ who, loaded: loaded[place] ?? never() }));
      const commit = (each: typeof here, order: typeof turns) => Promise.all(order.map((one) => each.commit(aTurn(one.loaded, one))));
      const [one, other] = await Promise.all([commit(here, turns), commit(there, turns.toReversed())]);
      const recorded = one.map((result, place) => [result, other.at(-1 - place)].filter((each) => each === 'recorded').length);
      expect(recorded).toEqual(everybody.map(() => 1));
      expect(performance.now() - began).toBeLessThan(900);
    }
  });
});

describe('a rare fact', () => {
  test('is recorded with its turn, or neither is', async () => {
    const who = somebody();
    const newcomer = aTurn(await log.load(ask(who)), { who });
    const optOut = (id: string) => (tx: Parameters<Parameters<typeof log.commitWith>[1]>[0]) =>
      tx.contactPoint.update({ where: { id }, data: { optedOutAt: at } }).then(() => undefined);
    expect(await log.commitWith(newcomer, optOut(newcomer.conversation.contactPointId))).toBe('recorded');
    expect((await log.load(ask(who))).conversation?.optedOut).toBe(true);

    const next = aTurn(await log.load(ask(who)), { who });
    await expect(log.commitWith(next, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await log.commitWith(next, () => Promise.reject(new Overtaken('meanwhile')))).toBe('moved');
    expect((await log.load(ask(who))).conversation?.version).toBe(1);
    await log.commit(next);
    let asked = false;
    expect(
      await log.commitWith(next, async () => {
        asked = true;
      }),
    ).toBe('moved');
    expect(asked).toBe(false);
  });
});

describe('a connection that breaks', () => {
  const killAll = () =>
    withClient(logs.database.url, (client) =>
      client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()'),
    );

  test('is replaced, and what was asked is asked again', async () => {
    for (let time = 0; time < 5; time++) {
      const people = Array.from({ length: 20 }, somebody);
      const turns = people.map(async (who) => {
        const loaded = await log.load(ask(who));
        return log.commit(aTurn(loaded, { who }));
      });
      await killAll();
      expect(await Promise.all(turns)).toEqual(people.map(() => 'recorded'));
    }
  });

  test('between a commit and its answer, loses nothing and adds nothing', async () => {
    const { who, response } = await logs.aRespondent();
    const loaded = await log.load(ask(who));
    const turn = aTurn(loaded, { who, providerId: 'once', facts: [anAnswer(response.id, 'visit', 'weekly')] });
    const pool = createPool(logs.database.url, () => undefined);
    const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>;
    let cuts = 1;
    Object.assign(pool, {
      query: async (...args: unknown[]) => {
        const result = await query(...args);
        if (cuts-- > 0) throw Object.assign(new Error('Connection terminated unexpectedly'));
        return result;
      },
    });
    expect(await createTurnLog(pool, logs.database.prisma).commit(turn)).toBe('moved');
    expect((await log.load(ask(who, 'once'))).answeredBefore).toEqual([{ type: 'message', text: 'ok' }]);
    expect((await log.load(ask(who))).conversation?.inHand?.answers).toEqual({ visit: 'weekly' });
    await pool.end();
  });

  test('under a rare fact is replaced too', async () => {
    const who = somebody();
    const turn = aTurn(await log.load(ask(who)), { who });
    let cuts = 1;
    const result = await log.commitWith(turn, async (transaction) => {
      if (cuts-- > 0) await killAll();
      await transaction.contactPoint.update({ where: { id: turn.conversation.contactPointId }, data: { optedOutAt: at } });
    });
    expect(result).toBe('recorded');
    expect((await log.load(ask(who))).conversation).toMatchObject({ optedOut: true, version: 1 });
  });
});

/** Text that PostgreSQL cannot make shorter. */
function randomText(length: number): string {
  return Array.from({ length: Math.ceil(length / 36) }, () => randomUUID()).join('');
}

function never(): never {
  throw new Error('nothing was loaded');
}

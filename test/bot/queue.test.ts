import fc from 'fast-check';
import { createQueue } from '#bot/queue.ts';

test('turns of one conversation are heard one after the other, in the order in which they came', async () => {
  const queue = createQueue();
  const said: string[] = [];
  const turn = (name: string, rounds: number) => async () => {
    said.push(`${name} begins`);
    for (let round = 0; round < rounds; round++) await Promise.resolve();
    said.push(`${name} ends`);
    return name;
  };
  const results = await Promise.all([queue.run('a', turn('one', 9)), queue.run('a', turn('two', 1)), queue.run('a', turn('three', 3))]);
  expect(results).toEqual(['one', 'two', 'three']);
  expect(said).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
});

test('conversations do not wait for each other', async () => {
  const queue = createQueue();
  const held = Promise.withResolvers<void>();
  const slow = queue.run('a', () => held.promise);
  await queue.run('b', async () => undefined);
  held.resolve();
  await slow;
});

test('a turn that fails fails alone, and the next one is heard', async () => {
  const queue = createQueue();
  const failed = queue.run('a', () => Promise.reject(new Error('no')));
  const next = queue.run('a', async () => 'heard');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('heard');
});

test('idle is when nothing is under way, failed turns too', async () => {
  const queue = createQueue();
  await queue.idle();
  const held = Promise.withResolvers<void>();
  const turns = [
    queue.run('a', () => held.promise),
    queue.run('a', () => Promise.reject(new Error('no'))),
    queue.run('b', () => held.promise),
  ];
  expect(queue.size).toBe(3);
  let idle = 0;
  const both = [queue.idle(), queue.idle()].map((when) => when.then(() => (idle += 1)));
  await Promise.resolve();
  expect(idle).toBe(0);
  held.resolve();
  await Promise.allSettled(turns);
  await Promise.all(both);
  expect([queue.size, idle]).toEqual([0, 2]);
});

test('whatever comes in whatever order, nothing of one conversation overlaps and nothing is left behind', async () => {
  const works = fc.array(fc.record({ conversation: fc.constantFrom('a', 'b', 'c'), rounds: fc.nat({ max: 5 }), fails: fc.boolean() }), {
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(works, async (all) => {
      const queue = createQueue();
      const underWay = new Map<string, number>();
      const order = new Map<string, number[]>();
      await Promise.allSettled(
        all.map(({ conversation, rounds, fails }, place) =>
          queue.run(conversation, async () => {
            underWay.set(conversation, (underWay.get(conversation) ?? 0) + 1);
            order.set(conversation, [...(order.get(conversation) ?? []), place]);
            expect(underWay.get(conversation)).toBe(1);
            for (let round = 0; round < rounds; round++) await Promise.resolve();
            underWay.set(conversation, 0);
            if (fails) throw new Error('no');
          }),
        ),
      );
      for (const places of order.values()) expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect([...order.values()].flat()).toHaveLength(all.length);
      await queue.idle();
      expect(queue.size).toBe(0);
    }),
  );
});

import fc from 'fast-check';
import { gather } from '#database/turnLog/gather.ts';

/** Runs that end when they are told to, and what each was given. */
function aRunner() {
  const runs: { readonly items: readonly number[]; end(): void }[] = [];
  const run = (items: readonly number[]) =>
    new Promise<readonly number[]>((resolve) => runs.push({ items, end: () => resolve(items.map((item) => item * 2)) }));
  return { runs, run };
}

/** The next batch goes at the end of the round in which the last was answered. */
const soon = async () => {
  for (let round = 0; round < 3; round++) await new Promise((resolve) => setImmediate(resolve));
};
const sharing = { mostAtOnce: 10, isOnesOwn: () => true };

test('what comes while a run is under way goes together when it is over', async () => {
  const { runs, run } = aRunner();
  const ask = gather(run, sharing);
  const first = ask(1);
  await soon();
  const others = [2, 3, 4].map(ask);
  await soon();
  expect(runs.map(({ items }) => items)).toEqual([[1]]);
  runs[0]?.end();
  expect(await first).toBe(2);
  await soon();
  expect(runs.map(({ items }) => items)).toEqual([[1], [2, 3, 4]]);
  runs[1]?.end();
  expect(await Promise.all(others)).toEqual([4, 6, 8]);
});

test('everything is run once and answered with its own, however runs and items fall', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 30 }), async (steps) => {
      const { runs, run } = aRunner();
      const ask = gather(run, sharing);
      const all: Promise<number>[] = [];
      let ended = 0;
      for (const step of steps) {
        if (step > 4 && ended < runs.length) runs[ended++]?.end();
        else for (let each = 0; each < step; each++) all.push(ask(all.length));
        await soon();
        expect(runs.length - ended).toBeLessThanOrEqual(1);
      }
      for (; ended < runs.length; ended++) {
        runs[ended]?.end();
        await soon();
      }
      expect(await Promise.all(all)).toEqual(all.map((_, item) => item * 2));
      expect(runs.flatMap(({ items }) => items).toSorted((a, b) => a - b)).toEqual(all.map((_, item) => item));
    }),
  );
});

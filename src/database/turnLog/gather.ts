/**
 * One run at a time; while it is under way the next items gather and go together. Nobody waits when it is quiet.
 * Where one item made a run fail (`isOnesOwn`), each is run by itself, so that it does not fail its neighbours.
 */
export function gather<Item, Result>(
  run: Run<Item, Result>,
  { mostAtOnce, isOnesOwn }: { readonly mostAtOnce: number; readonly isOnesOwn: (reason: unknown) => boolean },
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let running = false;

  async function runBatch(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await run(batch.map((one) => one.item));
      for (const [place, one] of batch.entries()) one.resolve(results[place] as Result);
    } catch (reason) {
      if (batch.length > 1 && isOnesOwn(reason)) for (const one of batch) await runBatch([one]);
      else for (const one of batch) one.reject(reason);
    }
  }

  async function runAll(): Promise<void> {
    while (waiting.length > 0) {
      await runBatch(waiting.splice(0, mostAtOnce));
      await endOfRound();
    }
    running = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (running) return;
      running = true;
      void endOfRound().then(runAll);
    });
}

/** Whoever came in with the same packets goes along. */
const endOfRound = () => new Promise<void>((resolve) => setImmediate(resolve));

type Run<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

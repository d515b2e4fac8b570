export interface Sharing {
  readonly mostAtOnce: number;
  readonly isOnesOwn: (reason: unknown) => boolean;
  /** When so many wait, they are worth a second run beside the one under way. Without it there is never more than one. */
  readonly worthAnother?: number;
}

/**
 * One run at a time, or two; meanwhile the next items gather and go together. Nobody waits when it is quiet.
 * Where one item made a run fail (`isOnesOwn`), each is run by itself, so that it does not fail its neighbours.
 */
export function gather<Item, Result>(
  run: Run<Item, Result>,
  { mostAtOnce, isOnesOwn, worthAnother = Number.POSITIVE_INFINITY }: Sharing,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let running = 0;

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
    while (waiting.length >= (running === 1 ? 1 : worthAnother)) await runBatch(waiting.splice(0, mostAtOnce));
    running -= 1;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (running === 2 || (running === 1 && waiting.length < worthAnother)) return;
      running += 1;
      // Whoever came in with the same packets goes along.
      setImmediate(() => void runAll());
    });
}

type Run<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

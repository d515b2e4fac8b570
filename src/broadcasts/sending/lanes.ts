/** Things to do, in turn, so many at once and no more. */
export interface Lanes<Item> {
  add(items: readonly Item[]): void;
  /** Resolves when no more than so many wait. */
  down(waiting: number): Promise<void>;
  /** Resolves when nothing waits and nothing is under way. */
  idle(): Promise<void>;
}

interface Waiting {
  readonly isSo: () => boolean;
  readonly resolve: () => void;
}

/** A lane does one thing after another: what waits is a row in a list, and only what is under way costs more. */
export function createLanes<Item>(most: number, work: (item: Item) => Promise<void>): Lanes<Item> {
  const waiting: Item[] = [];
  let open = 0;
  const whenDown: Waiting[] = [];
  const round = createRounds();

  async function lane(): Promise<void> {
    open += 1;
    while (waiting.length > 0) {
      const item = waiting.shift() as Item;
      if (whenDown.length > 0) tell();
      await work(item);
      // Lanes that are free in the same round begin together: whoever is at the other end wakes up once for all of them.
      await round();
    }
    open -= 1;
    tell();
  }

  function tell(): void {
    for (const one of [...whenDown]) {
      if (!one.isSo()) continue;
      whenDown.splice(whenDown.indexOf(one), 1);
      one.resolve();
    }
  }

  function when(isSo: () => boolean): Promise<void> {
    return isSo() ? Promise.resolve() : new Promise((resolve) => whenDown.push({ isSo, resolve }));
  }

  return {
    add(items) {
      waiting.push(...items);
      while (open < most && waiting.length > 0) void lane();
    },
    down: (count) => when(() => waiting.length <= count),
    idle: () => when(() => waiting.length === 0 && open === 0),
  };
}

/** The end of the event loop's round, one for all who wait for it. */
function createRounds(): () => Promise<void> {
  let coming: Promise<void> | undefined;
  return () => {
    coming ??= new Promise((resolve) =>
      setImmediate(() => {
        coming = undefined;
        resolve();
      }),
    );
    return coming;
  };
}

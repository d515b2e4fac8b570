/** One conversation, one turn at a time, in the order in which the messages came; conversations do not wait for each other. */
export interface Queue {
  run<Result>(conversation: string, work: () => Promise<Result>): Promise<Result>;
  /** How many turns are waiting or under way. */
  readonly size: number;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createQueue(): Queue {
  const last = new Map<string, Promise<unknown>>();
  let size = 0;
  let whenIdle: (() => void)[] = [];

  function done(conversation: string, settled: Promise<unknown>): void {
    if (last.get(conversation) === settled) last.delete(conversation);
    size -= 1;
    if (size > 0) return;
    for (const tell of whenIdle) tell();
    whenIdle = [];
  }

  return {
    run(conversation, work) {
      size += 1;
      const before = last.get(conversation);
      const result = before ? before.then(work) : work();
      const settled: Promise<unknown> = result.then(
        () => done(conversation, settled),
        () => done(conversation, settled),
      );
      last.set(conversation, settled);
      return result;
    },
    get size() {
      return size;
    },
    idle: () => (size === 0 ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve))),
  };
}

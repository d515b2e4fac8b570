/** Time that goes on only when everybody waits, to the moment that somebody waits for. */
export function aClock() {
  let nowMs = 0;
  const waiting: { readonly atMs: number; readonly wake: () => void }[] = [];
  return {
    now: () => new Date(nowMs),
    pause: (ms: number) => new Promise<void>((wake) => void waiting.push({ atMs: nowMs + ms, wake })),
    /** Until all of it is done. */
    async run(work: Promise<unknown>): Promise<void> {
      let done = false;
      const end = work.finally(() => {
        done = true;
      });
      while (!done) {
        await new Promise(setImmediate);
        waiting.sort((one, other) => one.atMs - other.atMs);
        const next = waiting.shift();
        if (!next) continue;
        nowMs = Math.max(nowMs, next.atMs);
        next.wake();
      }
      await end;
    },
  };
}

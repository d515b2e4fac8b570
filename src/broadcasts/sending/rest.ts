/** Rests that can be cut short. */
export interface Rests {
  rest(ms: number): Promise<void>;
  wake(): void;
}

export function createRests(): Rests {
  const waking = new Set<() => void>();
  return {
    rest: (ms) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waking.delete(done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        waking.add(done);
      }),
    wake() {
      for (const done of [...waking]) done();
    },
  };
}

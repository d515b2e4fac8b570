/** So many things at once and no more. */
export interface Slots {
  /** Waits until there is room. */
  take(): Promise<void>;
  free(): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createSlots(most: number): Slots {
  let taken = 0;
  const waiting: (() => void)[] = [];
  const idling: (() => void)[] = [];
  return {
    async take() {
      if (taken >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      else taken += 1;
    },
    free() {
      const next = waiting.shift();
      if (next) return next();
      taken -= 1;
      if (taken === 0) for (const resolve of idling.splice(0)) resolve();
    },
    idle: () => (taken === 0 ? Promise.resolve() : new Promise((resolve) => idling.push(resolve))),
  };
}

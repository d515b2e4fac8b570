/** Holds a channel back while its provider is in trouble, so that people are not spent on finding out whether it is back. */
export interface Breaker {
  /** How many may be tried now: all, none while it holds, or one to see. */
  allowed(nowMs: number): number;
  /** How long it holds still, in milliseconds. */
  heldFor(nowMs: number): number;
  noteTrouble(nowMs: number, afterMs: number | undefined): void;
  noteSuccess(): void;
}

const firstHoldMs = 500;
/** A provider that is away for an hour is asked once a minute. */
const longestHoldMs = 60_000;

export function createBreaker(): Breaker {
  let inARow = 0;
  let heldUntil = 0;
  return {
    allowed: (nowMs) => (nowMs < heldUntil ? 0 : inARow > 0 ? 1 : Number.POSITIVE_INFINITY),
    heldFor: (nowMs) => Math.max(0, heldUntil - nowMs),
    noteTrouble(nowMs, afterMs = 0) {
      // What was under way when trouble began says nothing new.
      if (nowMs >= heldUntil) {
        inARow += 1;
        heldUntil = nowMs + Math.min(longestHoldMs, firstHoldMs * 2 ** (inARow - 1));
      }
      heldUntil = Math.max(heldUntil, nowMs + Math.min(afterMs, longestHoldMs));
    },
    noteSuccess() {
      inARow = 0;
      heldUntil = 0;
    },
  };
}

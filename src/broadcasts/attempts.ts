/**
 * How long to wait after the first, second, … attempt that came to nothing, in minutes. Together they outlast a provider that is away for
 * an hour. After the last of them a delivery ends.
 */
const waitMinutes = [1, 5, 15, 30, 60] as const;

/** The bound on attempts, which the ledger counts: no delivery is ever tried more often. */
export const mostAttempts = waitMinutes.length + 1;

/** When to try again after so many attempts, in milliseconds from now; nothing where it was the last. `random` is from 0 to 1. */
export function waitBefore(attempts: number, random: number, atLeastMs = 0): number | undefined {
  const minutes = waitMinutes[attempts - 1];
  if (minutes === undefined) return undefined;
  // Up to a quarter more, so that those who failed together do not come back together.
  return Math.max(minutes * 60_000, atLeastMs) * (1 + random / 4);
}

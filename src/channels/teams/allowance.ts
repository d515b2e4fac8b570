/** So many requests within so long, and no more. */
export interface Allowance {
  readonly most: number;
  readonly withinMs: number;
}

/** For one bot in one conversation. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit#per-bot-per-thread-limit */
export const conversationAllowances: readonly Allowance[] = [
  { most: 7, withinMs: 1_000 },
  { most: 8, withinMs: 2_000 },
  { most: 60, withinMs: 30_000 },
  { most: 1_800, withinMs: 3_600_000 },
];

/** For one app in one tenant. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
export const tenantAllowances: readonly Allowance[] = [{ most: 50, withinMs: 1_000 }];

/**
 * Requests to one conversation, or to one tenant. Whoever counts them does so at some moment between their beginning and their answer, so
 * that one under way may yet be counted at any time from now on, and one that was answered not after that.
 */
export interface Requests {
  readonly underWay: number;
  /** When those before were answered, the oldest first, in milliseconds. */
  readonly answeredAt: readonly number[];
}

/** How long to wait, in milliseconds, until one more request cannot be too many, whenever each is counted. */
export function waitMs({ underWay, answeredAt }: Requests, allowances: readonly Allowance[], nowMs: number): number {
  const waits = allowances.map(({ most, withinMs }) => {
    const others = most - underWay;
    // Nobody knows when one of them is answered.
    if (others <= 0) return withinMs;
    const before = answeredAt.at(-others);
    // A clock that was put back makes nobody wait for longer than this.
    return before === undefined ? 0 : Math.min(withinMs, before + withinMs - nowMs);
  });
  return Math.max(0, ...waits);
}

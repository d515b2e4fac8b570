import type { AboutYouTotals } from './aboutYou.ts';

/**
 * New totals are told when so many more responses are in. Two tables then always differ by ten people at least, so that their difference
 * does not tell what one person said about themselves. It is twice the smallest number that is shown (disclosure.ts), as whoever compares two
 * exports also sees which responses came between.
 */
export const fewestBetweenTotals = 10;

/**
 * While more may come the totals leave out so many that were sent last. Once it is over all count, and there are ten more than in any table
 * that was told before, so that the last one is whole.
 */
export const heldBackWhileOpen = fewestBetweenTotals;

/** Whose about-you answers are counted: of responses in the order in which they were sent, all but the last ones while more may come. */
export function counted<Sent>(inOrderSent: readonly Sent[], isOver: boolean): readonly Sent[] {
  return isOver ? inOrderSent : inOrderSent.slice(0, -heldBackWhileOpen);
}

/** Equality totals as they are told and kept: of one moment, small numbers hidden. */
export interface AboutYouSnapshot {
  readonly takenAt: Date;
  /** How many responses it counts; never fewer than `fewestBetweenTotals`. */
  readonly responses: number;
  readonly totals: readonly AboutYouTotals[];
}

/**
 * What is told: the kept snapshot, or the one taken now if it counts ten responses more (docs/decisions/0028). Only more, never fewer or
 * others: whoever counts ten more than at some earlier time has ten people who were not in then, whatever was changed or withdrawn.
 */
export function toldSnapshot(kept: AboutYouSnapshot | undefined, now: AboutYouSnapshot): AboutYouSnapshot | undefined {
  return now.responses >= (kept?.responses ?? 0) + fewestBetweenTotals ? now : kept;
}

import type { Receipt } from '../channel.ts';

/** So often is a reply tried, over a minute or so: whoever waits longer for an answer asks again. */
export const mostTries = 6;

const firstMs = 500;
const longestMs = 15_000;
/** A connector that asks for more patience than this is not waited for. */
const longestAskedMs = 60_000;

/**
 * How long to wait before the next try, or nothing where there is none. Twice as long each time, from half of it to all of it by chance
 * so that many do not come back at the same moment; never before the time that the connector names.
 * In a conversation a reply that may have been sent is sent again: a question twice is a smaller nuisance than an answer that never comes.
 */
export function waitBeforeNext(receipt: Receipt, tries: number, random: number): number | undefined {
  if (receipt.outcome === 'accepted' || receipt.outcome === 'refused' || tries >= mostTries) return undefined;
  const asked = receipt.outcome === 'tryLater' ? (receipt.afterMs ?? 0) : 0;
  if (asked > longestAskedMs) return undefined;
  const most = Math.min(longestMs, firstMs * 2 ** (tries - 1));
  return Math.round(asked + most / 2 + (random * most) / 2);
}

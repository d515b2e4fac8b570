/**
 * Numbers below this are hidden, zero among them. ONS guidance as used in local briefings calls 1 and 2 unsafe and 3 and 4 too for
 * small areas or sensitive topics, and equality answers are sensitive.
 */
export const smallestShown = 5;

/**
 * The counts of one table as they may be shown, null where one is hidden. The table's total counts as known: the number of responses is
 * published. So hiding the small counts is not enough (secondary suppression, as in the ONS's disclosure control for tables):
 * - never is exactly one count hidden, since the total less the others would give it away;
 * - what is hidden together is never below 5, since that would be a small number shown;
 * - not all that is hidden is 4, the largest small number, since their sum alone would say so.
 * Where that asks for more, the smallest counts still shown are hidden too: all of one size together, so that the order of the options
 * tells nothing.
 */
export function shownCounts(counts: readonly number[]): readonly (number | null)[] {
  const total = sum(counts);
  // An average of 4: a table of nothing but fours must not be the only one that is hidden whole.
  if (total === largestSmall * counts.length) return counts.map(() => null);

  let limit = smallestShown;
  while (!isSafe(counts.filter((count) => count < limit))) {
    const shown = counts.filter((count) => count >= limit);
    if (shown.length === 0) break;
    limit = Math.min(...shown) + 1;
  }
  return counts.map((count) => (count < limit ? null : count));
}

const largestSmall = smallestShown - 1;

function isSafe(hidden: readonly number[]): boolean {
  if (hidden.length === 0) return true;
  return hidden.length > 1 && sum(hidden) >= smallestShown && hidden.some((count) => count !== largestSmall);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

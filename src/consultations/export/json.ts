import type { Results } from '../results/index.ts';

/**
 * Everything in one document. In `answers` null is a skipped question, and a question that was not asked is absent; in `aboutYou`, totals
 * of when it was taken, a count of null is hidden.
 */
export function resultsAsJson(results: Results): string {
  return `${JSON.stringify(results, undefined, 2)}\n`;
}

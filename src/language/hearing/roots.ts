/** The longer before the shorter that it ends in, and how many letters have to be left before it: "walkers" walk, but carers drive no car. */
const endings: readonly (readonly [ending: string, least: number])[] = [
  ['ings', 3],
  ['ing', 3],
  ['ers', 4],
  ['er', 4],
  ['ies', 3],
  ['ed', 3],
  ['es', 3],
  ['e', 3],
  ['y', 3],
  ['s', 3],
];
const doubled = /([bdgklmnprt])\1$/;

/** What an English word has in common with its other forms: "swim" of "swimming" and "swims", "danc" of "dance" and "dancing". Listings are in English. */
export function rootOf(word: string): string {
  if (word.endsWith('ss')) return word;
  const found = endings.find(([ending, least]) => word.endsWith(ending) && word.length - ending.length >= least);
  if (!found) return word;
  const root = word.slice(0, -found[0].length);
  return root.length > 3 ? root.replace(doubled, '$1') : root;
}

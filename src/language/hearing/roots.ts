const ending = /(?:ings?|ers?|ed|es|e|(?<!s)s)$/;
/** What is left of a shorter word says nothing. Letters. */
const shortestRoot = 3;

/** What an English word has in common with its other forms: "swim" of "swimming" and "swims", "danc" of "dance" and "dancing". Listings are in English. */
export function rootOf(word: string): string {
  const cut = word.replace(ending, '');
  if (cut.length < shortestRoot) return word;
  const single = cut.replace(/([bdgklmnprt])\1$/, '$1');
  return single.length < shortestRoot ? cut : single;
}

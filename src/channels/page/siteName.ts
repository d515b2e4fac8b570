import type { Words } from '#language/words.ts';

/** The words, with the site called as the council calls itself, in every language; where it has not said how, as it is in the words. */
export function withSiteName(words: Words, council: string | undefined): Words {
  if (council === undefined) return words;
  return (language, key, args) => (key === 'plain.site' ? council : words(language, key, args));
}

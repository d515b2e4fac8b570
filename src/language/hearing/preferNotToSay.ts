import type { Language } from '#language/languages.ts';
import { lexiconsOf } from '#language/lexicon/lexicon.ts';
import { plain } from './clean.ts';
import { distance } from './distance.ts';
import { amidSmall } from './smallWords.ts';

/** Longer messages have something to say. Characters. */
const longest = 80;

/** Whether the whole message declines to answer, in the person's language or English; one slip is forgiven in the longer phrases ("nenoriu" and "noriu" are two apart). */
export function hearPreferNotToSay(said: string, language: Language): boolean {
  const heard = plain(said);
  if (heard === '' || heard.length > longest) return false;
  const lexicons = lexiconsOf(language);
  const declines = (phrase: string) => lexicons.some(({ preferNotToSay }) => preferNotToSay.has(phrase)) || undefined;
  return (
    amidSmall(heard.split(' '), lexicons, declines) ??
    lexicons.some(({ preferNotToSay }) => [...preferNotToSay].some((phrase) => isSlip(heard, phrase)))
  );
}

const isSlip = (heard: string, phrase: string) => phrase.length > 12 && distance(heard, phrase, 1) <= 1;

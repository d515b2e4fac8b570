import { plain } from '#language/hearing/clean.ts';
import { phrases } from '#language/lexicon/phrases.ts';
import type { Turn } from '../turn.ts';

/** No way to begin ("you can call me") has more words. */
const longestOpener = 4;

/** The name in "My name is Margaret.", as a group is to read it; nothing where no letter is left. */
export function firstNameIn({ said, words }: Turn): string {
  const spoken = said.trim().split(/\s+/);
  const openers = phrases(words('volunteering.nameOpeners'));
  let begins = Math.min(longestOpener, spoken.length - 1);
  while (begins > 0 && !openers.has(plain(spoken.slice(0, begins).join(' ')))) begins -= 1;
  const name = spoken
    .slice(begins)
    .join(' ')
    .replace(/[.,;!]+$/, '');
  return /\p{L}/u.test(name) ? name : '';
}

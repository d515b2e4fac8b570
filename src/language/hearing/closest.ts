import type { Heard } from '#language/heard.ts';
import { lexicons } from '#language/lexicon/lexicon.ts';
import { plain } from './clean.ts';
import { distance, slack } from './distance.ts';
import { withoutSmall } from './smallWords.ts';

export { distance } from './distance.ts';

/** Something that a whole message may name: a consultation by its keyword or its title in any language. */
export interface Candidate {
  readonly key: string;
  readonly words: readonly string[];
}

/** A keyword or title is short; anything longer is not a name. Characters. */
const longestName = 80;

const everyLexicon = Object.values(lexicons);

/**
 * Which candidate the whole message names, "please" and the like left aside, slips of the finger forgiven: 1 letter in words of 4 to 7, 2 in longer ones. The exact one wins
 * over the near one; two at the same distance are ambiguous.
 */
export function closest(said: string, candidates: readonly Candidate[]): Heard<string, 'none' | 'ambiguous'> {
  const heard = plain(said);
  if (heard === '' || heard.length > longestName) return { ok: false, reason: 'none' };
  const bare = withoutSmall(heard.split(' '), everyLexicon).join(' ');
  // What had words round it is a guess: "I like parks" may be no wish for PARKS.
  const aside = bare === heard ? 0 : 0.5;
  let least = Number.POSITIVE_INFINITY;
  let keys = new Set<string>();
  for (const { key, words } of candidates) {
    const near = Math.min(...words.map(plain).map((word) => Math.min(nearness(heard, word), nearness(bare, word) + aside)));
    if (near > least || near === Number.POSITIVE_INFINITY) continue;
    if (near < least) keys = new Set();
    least = near;
    keys.add(key);
  }
  const [key, ...others] = keys;
  if (key === undefined) return { ok: false, reason: 'none' };
  return others.length > 0 ? { ok: false, reason: 'ambiguous' } : { ok: true, value: key, sure: least === 0 };
}

/** Letters apart, or infinity where that is too many. Figures are never a slip: "parks 2" is not "parks 3". */
function nearness(heard: string, word: string): number {
  if (word === '') return Number.POSITIVE_INFINITY;
  if (figures(heard) !== figures(word)) return Number.POSITIVE_INFINITY;
  const most = slack(heard, word);
  const apart = distance(heard, word, most);
  return apart <= most ? apart : Number.POSITIVE_INFINITY;
}

const figures = (text: string) => text.replace(/\D/g, '');

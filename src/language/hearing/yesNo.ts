import type { Heard } from '#language/heard.ts';
import type { Language } from '#language/languages.ts';
import { type Lexicon, lexicons, lexiconsOf } from '#language/lexicon/lexicon.ts';
import { clean, plain } from './clean.ts';
import { recognizedBoolean } from './recognizers.ts';
import { longestPhrase, phraseAt } from './smallWords.ts';

/** More words than this after the yes or the no are a story, and a story is not read for its drift. */
const mostWords = 40;

/**
 * Yes or no. The person's language is heard first, then English, then our others (not sure). Polish "no" is not a no, and Lithuanian "nu"
 * neither: what a language holds unclear stays unclear. A yes with more behind it counts while nothing there turns it round: "yes, every
 * week" but not "yes, if it's dry". What reads as both, or as a perhaps, is unclear: better asked twice than a yes never given.
 */
export function hearYesNo(said: string, language: Language): Heard<boolean, 'unclear'> {
  const words = calm(plain(said));
  if (words.length === 0) return unclear;
  const own = lexiconsOf(language);
  for (const lexicon of own) {
    const heard = exactly(words.join(' '), lexicon);
    if (heard) return heard;
  }
  const whole = throughout(words, own) ?? opening(said, own);
  if (whole) return whole;
  for (const lexicon of Object.values(lexicons)) {
    const heard = own.includes(lexicon) ? undefined : exactly(words.join(' '), lexicon);
    if (heard?.ok) return { ...heard, sure: false };
  }
  const guess =
    language === 'en-GB' && !own.some(({ negations }) => words.some((word) => negations.has(word)))
      ? recognizedBoolean(words.join(' '))
      : undefined;
  return guess === undefined ? unclear : { ok: true, value: guess, sure: false };
}

const unclear = { ok: false, reason: 'unclear' } as const;

function exactly(heard: string, { yes, no, unsure, soft }: Lexicon): Heard<boolean, 'unclear'> | undefined {
  if (unsure.has(heard)) return unclear;
  if (yes.has(heard)) return { ok: true, value: true, sure: !soft.has(heard) };
  if (no.has(heard)) return { ok: true, value: false, sure: !soft.has(heard) };
  return undefined;
}

/** Nothing but yeses, or nothing but noes, and words that say nothing: "ok yes please". */
function throughout(words: readonly string[], own: readonly Lexicon[]): Heard<boolean, 'unclear'> | undefined {
  if (words.length > mostWords) return undefined;
  const heard = new Set<string>();
  for (let from = 0; from < words.length; ) {
    const length = phraseAt(words, from, (phrase) => own.some((lexicon) => kindOf(phrase, lexicon) !== undefined));
    if (length === 0) return undefined;
    const phrase = words.slice(from, from + length).join(' ');
    heard.add(own.map((lexicon) => kindOf(phrase, lexicon)).find(Boolean) ?? '');
    from += length;
  }
  if (heard.has('unsure') || (heard.has('yes') && heard.has('no'))) return unclear;
  return heard.has('yes') || heard.has('no') ? { ok: true, value: heard.has('yes'), sure: false } : undefined;
}

function kindOf(phrase: string, { yes, no, unsure, small }: Lexicon): 'unsure' | 'yes' | 'no' | 'small' | undefined {
  if (unsure.has(phrase)) return 'unsure';
  if (no.has(phrase)) return 'no';
  if (yes.has(phrase)) return 'yes';
  return small.has(phrase) ? 'small' : undefined;
}

/**
 * A yes or a no that opens the sentence, with nothing after it to turn it round. Parted from the rest by a comma, a stop or a dash it may be
 * any yes or no; otherwise a word that is little else ("yes more benches", not "ok what is this").
 */
function opening(said: string, own: readonly Lexicon[]): Heard<boolean, 'unclear'> | undefined {
  const [first = '', ...rest] = clean(said).split(/[,.!;:\n]+|\s[-–—]\s/u);
  const words = calm(plain(said));
  if (words.length > mostWords || said.includes('?')) return undefined;
  const clause = calm(plain(first));
  const parted = rest.length > 0 && clause.length <= longestPhrase ? throughout(clause, own) : undefined;
  const [word = ''] = words;
  const bare = own.some(({ small, soft }) => small.has(word) || soft.has(word)) ? undefined : throughout([word], own);
  const heard = parted ?? bare;
  if (!heard?.ok) return heard;
  const after = words.slice(parted ? clause.length : 1);
  return after.some((following) => own.some((lexicon) => turns(following, heard.value, lexicon)))
    ? unclear
    : { ok: true, value: heard.value, sure: false };
}

function turns(word: string, value: boolean, { doubts, negations, yes, no }: Lexicon): boolean {
  if (doubts.has(word)) return true;
  return value ? negations.has(word) || no.has(word) : isPlainYes(word, yes);
}

/** "yes" after a no contradicts it; "right" or "I am" after a no may mean anything, so only the words of one piece count. */
const isPlainYes = (word: string, yes: ReadonlySet<string>) => word.length > 1 && yes.has(word);

/** "yesss" is "yes", and a row of thumbs is one thumb. */
function calm(heard: string): readonly string[] {
  const words = heard.split(' ').map((word) => word.replace(/(\p{L})\1{2,}/gu, '$1'));
  return words.filter((word, i) => word !== '' && word !== words[i - 1]);
}

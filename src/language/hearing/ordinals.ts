import type { Heard } from '#language/heard.ts';
import type { Language } from '#language/languages.ts';
import { type Lexicon, lexiconsOf } from '#language/lexicon/lexicon.ts';
import { fold, plain } from './clean.ts';
import { amidSmall, saysNothing } from './smallWords.ts';

/** "The second one, please" is short. Characters. */
const longest = 60;

/**
 * The place in a list of `count` that the whole message names, from 1: "the second one", "2nd", "last", "one before last". Never sure: it
 * was understood from words.
 */
export function hearOrdinal(said: string, language: Language, count: number): Heard<number, 'unclear' | 'out-of-range'> {
  const heard = plain(said);
  if (heard === '' || heard.length > longest) return { ok: false, reason: 'unclear' };
  const lexicons = lexiconsOf(language);
  const place = amidSmall(heard.split(' '), lexicons, (phrase) => placeOf(phrase, lexicons, count)) ?? figureOf(fold(said), lexicons);
  if (place === undefined) return { ok: false, reason: 'unclear' };
  return place >= 1 && place <= count ? { ok: true, value: place, sure: false } : { ok: false, reason: 'out-of-range' };
}

function placeOf(heard: string, lexicons: readonly Lexicon[], count: number): number | undefined {
  if (lexicons.some(({ beforeLast }) => beforeLast.has(heard))) return count - 1;
  if (lexicons.some(({ last }) => last.has(heard))) return count;
  return lexicons.map(({ ordinals }) => ordinals.get(heard)).find((place) => place !== undefined);
}

/** "2nd", "2-gi", "al 2-lea", "2-as". */
function figureOf(folded: string, lexicons: readonly Lexicon[]): number | undefined {
  const words = folded.split(/\s+/).map((word) => word.replace(/^[("']+|[.,;:!?)"']+$/g, ''));
  const places = words.filter((word) => /\d/.test(word));
  const [, figure, ending] = /^(\d{1,3})-?([a-z]{1,5})$/.exec(places[0] ?? '') ?? [];
  if (places.length !== 1 || figure === undefined || ending === undefined) return undefined;
  const others = words.filter((word) => word !== places[0] && !['al', 'a'].includes(word));
  const isPlain = saysNothing(
    others.flatMap((word) => plain(word).split(' ').filter(Boolean)),
    lexicons,
  );
  return isPlain && lexicons.some(({ ordinalEndings }) => ordinalEndings.has(ending)) ? Number(figure) : undefined;
}

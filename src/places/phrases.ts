import { plain } from '#language/hearing/clean.ts';
import { withoutSmall } from '#language/hearing/smallWords.ts';
import type { Language } from '#language/languages.ts';
import { lexiconsOf } from '#language/lexicon/lexicon.ts';

/** What we listen for in a language: the words before a place, and local words for kinds of landmark. */
export interface PlaceWords {
  readonly prepositions: ReadonlySet<string>;
  /** "biblioteka" is a library: names are in English. */
  readonly landmarks: ReadonlyMap<string, string>;
}

/** No name of a place has more words: "Kingston upon Hull and the" … */
const longestName = 6;
/** At the end of a sentence a shorter word is more likely a word than a place. Letters. */
const shortestBareName = 5;

/** A name as it was said, in the form for comparing, without "near", "the" and "please": "library ashwell green" for "near the library in Ashwell Green". */
export function nameSaid(said: string, { prepositions, landmarks }: PlaceWords, language: Language): string {
  let words = plain(said).split(' ');
  const skip = () => withoutSmall(words, lexiconsOf(language));
  for (words = [...skip()]; words.length > 1; words = [...skip()]) {
    const length = prepositionAt(words, prepositions);
    if (length === 0) break;
    words = words.slice(length);
  }
  const telling = words.filter((word) => !prepositions.has(word));
  return (telling.length > 0 ? telling : words).map((word) => landmarks.get(word) ?? word).join(' ');
}

/** Every run of up to six words, the longest first. */
export function runsOf(name: string): readonly string[] {
  const words = name.split(' ').slice(0, 40);
  const runs: string[] = [];
  for (let length = Math.min(longestName, words.length); length > 0; length--)
    for (let from = 0; from + length <= words.length; from++) runs.push(words.slice(from, from + length).join(' '));
  return [...new Set(runs)];
}

/** What in a sentence may name a place: what stands after "near", "in" and their like, and its last words. */
export interface Tail {
  /** Which of the words it begins with, and with the preposition before it. */
  readonly from: number;
  readonly name: string;
  readonly afterPreposition: boolean;
  /** Its first words, the longest run first, where the sentence may go on after the name: "in Thornby" of "in Thornby for my mum". */
  readonly beginnings: readonly Beginning[];
}

/** The first words of a tail, and which word of the sentence comes after them. */
export interface Beginning {
  readonly name: string;
  readonly to: number;
}

export function tailsOf(words: readonly string[], placeWords: PlaceWords, language: Language): readonly Tail[] {
  const tails: Tail[] = [];
  for (let from = 0; from < words.length; from++) {
    const length = prepositionAt(words.slice(from), placeWords.prepositions);
    const after = words.slice(from + length);
    if (length === 0 || after.length === 0) continue;
    const name = nameSaid(after.slice(0, longestName).join(' '), placeWords, language);
    tails.push({ from, name, afterPreposition: true, beginnings: beginningsOf(after, from + length) });
  }
  for (let length = Math.min(longestName, words.length - 1); length > 0; length--) {
    const name = words.slice(-length).join(' ');
    if (name.length >= shortestBareName) tails.push({ from: words.length - length, name, afterPreposition: false, beginnings: [] });
  }
  return tails;
}

function beginningsOf(words: readonly string[], at: number): readonly Beginning[] {
  const lengths = Array.from({ length: Math.min(longestName, words.length - 1) }, (_, i) => i + 1);
  return lengths.reverse().map((length) => ({ name: words.slice(0, length).join(' '), to: at + length }));
}

function prepositionAt(words: readonly string[], prepositions: ReadonlySet<string>): number {
  for (let length = Math.min(3, words.length); length > 0; length--) if (prepositions.has(words.slice(0, length).join(' '))) return length;
  return 0;
}

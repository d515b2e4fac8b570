import type { Lexicon } from '#language/lexicon/lexicon.ts';

/** The longest phrase in the lexicons, in words. */
export const longestPhrase = 7;

/** The words with what says nothing taken off both ends: "please", "I'd say", "the answer is". Never everything: some word stays. */
export function withoutSmall(words: readonly string[], lexicons: readonly Lexicon[]): readonly string[] {
  return trimmed(words, (phrase) => lexicons.some(({ small }) => small.has(phrase)));
}

/** As `withoutSmall`, and without "option", "number" and their like. */
export function withoutOptionNouns(words: readonly string[], lexicons: readonly Lexicon[]): readonly string[] {
  return trimmed(words, (phrase) => lexicons.some(({ small, optionNouns }) => small.has(phrase) || optionNouns.has(phrase)));
}

/** Whether these words say nothing at all. */
export function saysNothing(words: readonly string[], lexicons: readonly Lexicon[]): boolean {
  return words.length === 0 || withoutOptionNouns([...words, '\0'], lexicons).length === 1;
}

/** What the longest phrase gives that has nothing round it but small words: "a doua" in "a doua variantă". */
export function amidSmall<T>(
  words: readonly string[],
  lexicons: readonly Lexicon[],
  read: (phrase: string) => T | undefined,
): T | undefined {
  for (let length = Math.min(words.length, longestPhrase); length > 0; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const found = read(words.slice(from, from + length).join(' '));
      if (found !== undefined && saysNothing(words.slice(0, from), lexicons) && saysNothing(words.slice(from + length), lexicons))
        return found;
    }
  return undefined;
}

/** How many words at `from` make the longest phrase for which `holds`; 0 where none does. */
export function phraseAt(words: readonly string[], from: number, holds: (phrase: string) => boolean): number {
  for (let length = Math.min(longestPhrase, words.length - from); length > 0; length--)
    if (holds(words.slice(from, from + length).join(' '))) return length;
  return 0;
}

function trimmed(words: readonly string[], holds: (phrase: string) => boolean): readonly string[] {
  let from = 0;
  let to = words.length;
  for (let length = phraseAt(words, from, holds); length > 0 && from + length < to; length = phraseAt(words, from, holds)) from += length;
  for (let length = phraseBefore(words, from, to, holds); length > 0; length = phraseBefore(words, from, to, holds)) to -= length;
  return words.slice(from, to);
}

function phraseBefore(words: readonly string[], from: number, to: number, holds: (phrase: string) => boolean): number {
  for (let length = Math.min(longestPhrase, to - from - 1); length > 0; length--)
    if (holds(words.slice(to - length, to).join(' '))) return length;
  return 0;
}

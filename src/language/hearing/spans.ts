import { longestPhrase } from './smallWords.ts';

/** The longest run of words that is read as something, and the words round it. */
export function longestSpan<Value>(words: readonly string[], read: (span: string) => Value | undefined) {
  for (let length = Math.min(words.length, longestPhrase); length > 0; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const value = read(words.slice(from, from + length).join(' '));
      if (value !== undefined) return { value, rest: [...words.slice(0, from), ...words.slice(from + length)] };
    }
  return undefined;
}

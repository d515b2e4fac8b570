import type { Heard } from '#language/heard.ts';
import { plain } from '#language/hearing/clean.ts';
import { hearOption } from '#language/hearing/options.ts';
import { hearOrdinal } from '#language/hearing/ordinals.ts';
import { phrases } from '#language/lexicon/phrases.ts';
import type { AskedOption } from './asking.ts';
import type { Turn } from './turn.ts';

/** The key of the line that leads to more of what was found. */
export const more = 'more';

/**
 * Which line of a list was chosen: one of what was found, or of what stands below (`onward`). What is none of these is looked for, so
 * "the second one" is as sure as a number, and "the last one" is the last that was found; "the 2nd", with a figure, may be a day.
 */
export function hearListed({ said, language, words }: Turn, found: readonly AskedOption[], onward: readonly AskedOption[]): Heard<string> {
  const place = /\d/.test(said) ? undefined : hearOrdinal(said, language, found.length);
  const named = place?.ok ? found[place.value - 1] : undefined;
  if (named) return { ok: true, value: named.key, sure: true };
  const isMore = phrases(words('questionWords.more')).has(plain(said));
  if (isMore && onward.some(({ key }) => key === more)) return { ok: true, value: more, sure: true };
  const labelled = [...found, ...onward].map(({ key, label }) => ({ key, labels: [label] }));
  return hearOption(said, labelled, language);
}

import type { Heard } from '#language/heard.ts';
import { hearOption } from '#language/hearing/options.ts';
import { hearOrdinal } from '#language/hearing/ordinals.ts';
import type { AskedOption } from './asking.ts';
import type { Turn } from './turn.ts';

/**
 * Which line of a list was chosen: one of what was found, or of what stands below (`onward`). What is none of these is looked for, so
 * "the second one" is as sure as a number, and "the last one" is the last that was found; "the 2nd", with a figure, may be a day.
 */
export function hearListed({ said, language }: Turn, found: readonly AskedOption[], onward: readonly AskedOption[]): Heard<string> {
  const place = /\d/.test(said) ? undefined : hearOrdinal(said, language, found.length);
  const named = place?.ok ? found[place.value - 1] : undefined;
  if (named) return { ok: true, value: named.key, sure: true };
  const labelled = [...found, ...onward].map(({ key, label }) => ({ key, labels: [label] }));
  return hearOption(said, labelled, language);
}

import type { Heard } from '#language/heard.ts';
import type { Lexicon } from '#language/lexicon/lexicon.ts';
import { fold } from './clean.ts';
import { readNumber } from './numberWords.ts';
import { type Label, type OptionToHear, placesLabelled } from './optionLabels.ts';
import { withoutOptionNouns } from './smallWords.ts';

export type Missed = 'unclear' | 'out-of-range' | 'ambiguous';

/** A place in the list of options, from 1. */
export type HeardPlace = Heard<number, Missed>;

export const missed = (reason: Missed) => ({ ok: false, reason }) as const;

/** The everyday answer, "2", without a look at the words; not where a label or key is that number too. */
export function bareFigure(said: string, options: readonly OptionToHear[]): HeardPlace | undefined {
  const figure = /^\s{0,9}([1-9]\d?)[.)]?\s{0,9}$/.exec(said)?.[1];
  if (figure === undefined || Number(figure) > options.length) return undefined;
  const isLabel = options.some(({ key, labels }) => key === figure || labels.some((label) => label.includes(figure)));
  return isLabel ? undefined : { ok: true, value: Number(figure), sure: true };
}

/** A number that is all that was said, but for words like "option" and "please". Sure when in figures. Not "2.5", "1 or 2", "10/10". */
export function wholeNumber(
  said: string,
  words: readonly string[],
  lexicons: readonly Lexicon[],
): { ok: true; value: number; sure: boolean } | undefined {
  const core = withoutOptionNouns(words, lexicons);
  const [only = ''] = core;
  if (core.length === 1 && /^\d{1,9}$/.test(only))
    return /\d\s*[.,:/]\s*\d|\d[.,]?\d*%/.test(fold(said)) ? undefined : { ok: true, value: Number(only), sure: true };
  const read = lexicons.map((lexicon) => readNumber(core, 0, lexicon)).find((number) => number?.next === core.length);
  return read ? { ok: true, value: read.value, sure: false } : undefined;
}

export function inRange(number: { ok: true; value: number; sure: boolean }, options: readonly OptionToHear[]): HeardPlace {
  return Number.isInteger(number.value) && number.value >= 1 && number.value <= options.length ? number : missed('out-of-range');
}

/** "2 Every month", as it stands in the list. */
export function numberAndLabel(
  words: readonly string[],
  labels: readonly Label[],
  options: readonly OptionToHear[],
): HeardPlace | undefined {
  const [figure = '', ...rest] = words;
  if (!/^\d{1,2}$/.test(figure) || rest.length === 0) return undefined;
  const named = placesLabelled(rest.join(' '), labels);
  if (named.length === 0) return undefined;
  if (Number(figure) < 1 || Number(figure) > options.length) return missed('out-of-range');
  return named.includes(Number(figure)) ? { ok: true, value: Number(figure), sure: true } : missed('ambiguous');
}

/** "b", "B)", "option b". */
export function letter(words: readonly string[], options: readonly OptionToHear[], lexicons: readonly Lexicon[]): HeardPlace | undefined {
  const core = words.length === 1 ? words : withoutOptionNouns(words, lexicons);
  const place = core.length === 1 && /^[a-z]$/.test(core[0] ?? '') ? (core[0]?.charCodeAt(0) ?? 0) - 96 : 0;
  return place >= 1 && place <= options.length ? { ok: true, value: place, sure: false } : undefined;
}

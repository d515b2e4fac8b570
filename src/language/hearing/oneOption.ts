import type { Heard } from '#language/heard.ts';
import type { Language } from '#language/languages.ts';
import { type Lexicon, lexiconsOf } from '#language/lexicon/lexicon.ts';
import { fold, plain } from './clean.ts';
import { readNumber } from './numberWords.ts';
import { type Label, labelsOf, type OptionToHear, placesBegun, placesLabelled, placesNear, placesWithin } from './optionLabels.ts';
import { hearOrdinal } from './ordinals.ts';
import { withoutOptionNouns, withoutSmall } from './smallWords.ts';
import { hearYesNo } from './yesNo.ts';

type Missed = 'unclear' | 'out-of-range' | 'ambiguous';
type HeardPlace = Heard<number, Missed>;

/** A choice is made in few words; more is a story. Characters. */
const longest = 160;

/**
 * The option that was chosen, by key: by number ("2", "no 2", "two"), letter, place ("the last one"), label or key, with small words round
 * it, by the beginning or a telling word of a label, slips of the finger forgiven.
 *
 * Where a label is itself a number ("18-24", "5"): a number that is a place in the list means that place, though unsure where another
 * option's label is that number; the label counts, exactly as written, only where there is no such place.
 * A number with a label ("2 Every month") must agree.
 */
export function hearOption(said: string, options: readonly OptionToHear[], language: Language): Heard<string, Missed> {
  const heard = bareFigure(said, options) ?? hearPlace(said, options, language);
  if (!heard.ok) return heard;
  const option = options[heard.value - 1];
  return option ? { ok: true, value: option.key, sure: heard.sure } : { ok: false, reason: 'out-of-range' };
}

/** The everyday answer, "2", without a look at the words; not where a label or key is that number too. */
export function bareFigure(said: string, options: readonly OptionToHear[]): HeardPlace | undefined {
  const figure = /^\s{0,9}([1-9]\d?)[.)]?\s{0,9}$/.exec(said)?.[1];
  if (figure === undefined || Number(figure) > options.length) return undefined;
  const isLabel = options.some(({ key, labels }) => key === figure || labels.some((label) => label.includes(figure)));
  return isLabel ? undefined : { ok: true, value: Number(figure), sure: true };
}

/** As `hearOption`, giving the place in the list, from 1. */
function hearPlace(said: string, options: readonly OptionToHear[], language: Language): HeardPlace {
  const heard = plain(said);
  if (heard === '' || heard.length > longest) return missed('unclear');
  const labels = labelsOf(options);
  const lexicons = lexiconsOf(language);
  const words = heard.split(' ');
  const named = placesLabelled(heard, labels);
  const number = wholeNumber(said, words, lexicons);
  if (number && named.length === 0) return inRange(number, options);
  if (number && number.value >= 1 && number.value <= options.length)
    return { ...number, sure: number.sure && named.every((place) => place === number.value) };
  if (named.length > 0) return single(named, true);
  return (
    numberAndLabel(words, labels, options) ??
    letter(words, options, lexicons) ??
    ordinal(said, options, language) ??
    byWords(words, labels, lexicons) ??
    byYesNo(said, options, language) ??
    missed('unclear')
  );
}

/** A number that is all that was said, but for words like "option" and "please". Sure when in figures. Not "2.5", "1 or 2", "10/10". */
function wholeNumber(
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

function inRange(number: { ok: true; value: number; sure: boolean }, options: readonly OptionToHear[]): HeardPlace {
  return Number.isInteger(number.value) && number.value >= 1 && number.value <= options.length ? number : missed('out-of-range');
}

/** "2 Every month", as it stands in the list. */
function numberAndLabel(words: readonly string[], labels: readonly Label[], options: readonly OptionToHear[]): HeardPlace | undefined {
  const [figure = '', ...rest] = words;
  if (!/^\d{1,2}$/.test(figure) || rest.length === 0) return undefined;
  const named = placesLabelled(rest.join(' '), labels);
  if (named.length === 0) return undefined;
  if (Number(figure) < 1 || Number(figure) > options.length) return missed('out-of-range');
  return named.includes(Number(figure)) ? { ok: true, value: Number(figure), sure: true } : missed('ambiguous');
}

/** "b", "B)", "option b". */
function letter(words: readonly string[], options: readonly OptionToHear[], lexicons: readonly Lexicon[]): HeardPlace | undefined {
  const core = words.length === 1 ? words : withoutOptionNouns(words, lexicons);
  const place = core.length === 1 && /^[a-z]$/.test(core[0] ?? '') ? (core[0]?.charCodeAt(0) ?? 0) - 96 : 0;
  return place >= 1 && place <= options.length ? { ok: true, value: place, sure: false } : undefined;
}

function ordinal(said: string, options: readonly OptionToHear[], language: Language): HeardPlace | undefined {
  const heard = hearOrdinal(said, language, options.length);
  return heard.ok || heard.reason === 'out-of-range' ? heard : undefined;
}

function byWords(words: readonly string[], labels: readonly Label[], lexicons: readonly Lexicon[]): HeardPlace | undefined {
  const heard = words.join(' ');
  const core = withoutSmall(words, lexicons).join(' ');
  const ways = [
    () => placesLabelled(core, labels),
    () => placesBegun(heard, labels, lexicons),
    () => placesBegun(core, labels, lexicons),
    () => placesWithin(words, labels, lexicons),
    () => placesNear(heard, labels),
    () => placesNear(core, labels),
  ];
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return single(found, false);
  }
  return undefined;
}

/** "yeah" where one option is "Yes". */
function byYesNo(said: string, options: readonly OptionToHear[], language: Language): HeardPlace | undefined {
  const heard = hearYesNo(said, language);
  if (!heard.ok) return undefined;
  const same = options.flatMap(({ labels }, i) => (labels.some((label) => says(label, heard.value, language)) ? [i + 1] : []));
  return same.length === 1 ? single(same, false) : undefined;
}

function says(label: string, value: boolean, language: Language): boolean {
  const heard = hearYesNo(label, language);
  return heard.ok && heard.sure && heard.value === value;
}

function single(places: readonly number[], sure: boolean): HeardPlace {
  const [place, ...others] = places;
  if (place === undefined) return missed('unclear');
  return others.length > 0 ? missed('ambiguous') : { ok: true, value: place, sure };
}

const missed = (reason: Missed) => ({ ok: false, reason }) as const;

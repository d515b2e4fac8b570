import type { Heard } from '#language/heard.ts';
import type { Language } from '#language/languages.ts';
import { type Lexicon, lexiconsOf } from '#language/lexicon/lexicon.ts';
import { plain } from './clean.ts';
import { bareFigure, type HeardPlace, inRange, letter, type Missed, missed, numberAndLabel, wholeNumber } from './optionFigures.ts';
import {
  type Label,
  labelsOf,
  type OptionToHear,
  placesBegun,
  placesLabelled,
  placesNear,
  placesOfNothing,
  placesWithin,
} from './optionLabels.ts';
import { hearOrdinal } from './ordinals.ts';
import { withoutSmall } from './smallWords.ts';
import { hearYesNo } from './yesNo.ts';

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
  if (options.length === 0) return missed('unclear');
  const heard = bareFigure(said, options) ?? hearPlace(said, options, language);
  if (!heard.ok) return heard;
  const option = options[heard.value - 1];
  return option ? { ok: true, value: option.key, sure: heard.sure } : { ok: false, reason: 'out-of-range' };
}

/** As `hearOption`, giving the place in the list, from 1. */
function hearPlace(said: string, options: readonly OptionToHear[], language: Language): HeardPlace {
  const heard = plain(said);
  if (heard === '' || heard.length > longest) return missed('unclear');
  const labels = labelsOf(options, language);
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
    () => placesOfNothing(core, labels, lexicons),
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

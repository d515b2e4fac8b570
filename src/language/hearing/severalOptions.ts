import type { Heard } from '#language/heard.ts';
import type { Language } from '#language/languages.ts';
import { type Lexicon, lexiconsOf } from '#language/lexicon/lexicon.ts';
import { fold, plain } from './clean.ts';
import { readNumber } from './numberWords.ts';
import { hearOption } from './oneOption.ts';
import { bareFigure } from './optionFigures.ts';
import { type Label, labelsOf, type OptionToHear, placesLabelled } from './optionLabels.ts';
import { longestPhrase, saysNothing, withoutOptionNouns } from './smallWords.ts';

type Missed = 'unclear' | 'out-of-range' | 'ambiguous' | 'twice';
type HeardPlaces = Heard<readonly number[], Missed>;

/** Choosing takes few words, even from a long list. Characters. */
const longest = 300;

/**
 * The options that were chosen, by key, in the order said: "1 3", "1 and 3", "a c", "two and four", labels with commas or "and" between,
 * "all" (every option; whether one of them may only stand alone is for the caller). "13" is 1 and 3 only where there are fewer than 10
 * options, and unsure. "1-3" is unclear: it may be a range. Otherwise each part is heard as one option is.
 */
export function hearOptions(said: string, options: readonly OptionToHear[], language: Language): Heard<string[], Missed> {
  const heard = hearPlaces(said, options, language);
  if (!heard.ok) return heard;
  if (new Set(heard.value).size < heard.value.length) return { ok: false, reason: 'twice' };
  const keys = heard.value.map((place) => options[place - 1]?.key);
  return keys.length > 0 && keys.every((key) => key !== undefined)
    ? { ok: true, value: keys, sure: heard.sure }
    : { ok: false, reason: 'out-of-range' };
}

function hearPlaces(said: string, options: readonly OptionToHear[], language: Language): HeardPlaces {
  const figure = bareFigure(said, options);
  if (figure?.ok && (options.length >= 10 || figure.value < 10)) return { ...figure, value: [figure.value] };
  const lines = linesLabelled(said, options);
  if (lines) return { ok: true, value: lines, sure: true };
  const words = plain(said).split(' ');
  if (words[0] === '' || said.length > 4 * longest || plain(said).length > longest) return { ok: false, reason: 'unclear' };
  const labels = labelsOf(options, language);
  const lexicons = lexiconsOf(language);
  const core = withoutOptionNouns(words, lexicons);
  const named = placesLabelled(words.join(' '), labels);
  const [place] = named;
  if (named.length === 1 && place !== undefined && !/^\d+$/.test(words.join(''))) return { ok: true, value: [place], sure: true };
  if (lexicons.some(({ all }) => all.has(words.join(' ')) || all.has(core.join(' '))))
    return { ok: true, value: options.map((_, i) => i + 1), sure: false };
  if (/\d\s*-\s*\d/.test(fold(said))) return one(said, options, language);
  return (
    digitsRunTogether(core, options) ??
    letters(words, options, lexicons) ??
    letters(core, options, lexicons) ??
    listed(core, labels, options, lexicons) ??
    parts(said, options, language)
  );
}

/** Exact labels, a line each, as a card sends them. */
function linesLabelled(said: string, options: readonly OptionToHear[]): readonly number[] | undefined {
  if (!said.includes('\n')) return undefined;
  const places = said.split('\n').map((line) => options.findIndex(({ labels }) => labels.includes(line)) + 1);
  return places.every((place) => place > 0) ? places : undefined;
}

/** "13" is 1 and 3 where there are fewer than 10 options, so that no option is 13. */
function digitsRunTogether(words: readonly string[], options: readonly OptionToHear[]): HeardPlaces | undefined {
  const [only = ''] = words;
  if (words.length !== 1 || !/^\d{2,9}$/.test(only) || options.length >= 10) return undefined;
  const places = [...only].map(Number);
  return places.every((place) => place >= 1 && place <= options.length)
    ? { ok: true, value: places, sure: false }
    : { ok: false, reason: 'out-of-range' };
}

/** "a c", "a, b and d", and "acd" as it stands where no letter is beyond the list. */
function letters(words: readonly string[], options: readonly OptionToHear[], lexicons: readonly Lexicon[]): HeardPlaces | undefined {
  const single = words.filter(
    (word, i) => i === 0 || i === words.length - 1 || !lexicons.some(({ joins }) => joins.has(word)) || isPlace(word, options),
  );
  if (single.length < 2 || !single.every((word) => isPlace(word, options))) return undefined;
  return { ok: true, value: single.map(placeOf), sure: false };
}

const placeOf = (word: string) => word.charCodeAt(0) - 96;
const isPlace = (word: string, options: readonly OptionToHear[]) => /^[a-z]$/.test(word) && placeOf(word) <= options.length;

/** Numbers and exact labels one after another, with or without "and" between: "1 3", "two and four", "bus, train". */
function listed(
  words: readonly string[],
  labels: readonly Label[],
  options: readonly OptionToHear[],
  lexicons: readonly Lexicon[],
): HeardPlaces | undefined {
  const found: number[] = [];
  let sure = true;
  for (let at = 0; at < words.length; ) {
    const label = labelAt(words, at, labels);
    const word = words[at] ?? '';
    const read = label ? undefined : lexicons.map((lexicon) => readNumber(words, at, lexicon)).find(Boolean);
    if (/^\d{1,9}$/.test(word)) {
      found.push(Number(word));
      at += 1;
      const own = labelAt(words, at, labels);
      if (own?.place === Number(word)) at = own.next;
    } else if (label) {
      found.push(label.place);
      at = label.next;
    } else if (read) {
      found.push(read.value);
      sure = false;
      at = read.next;
    } else if (lexicons.some(({ joins, optionNouns }) => joins.has(word) || (optionNouns.has(word) && /^\d/.test(words[at + 1] ?? ''))))
      at += 1;
    else return undefined;
  }
  if (found.length === 0) return undefined;
  const inRange = found.every((place) => Number.isInteger(place) && place >= 1 && place <= options.length);
  return inRange ? { ok: true, value: found, sure } : { ok: false, reason: 'out-of-range' };
}

function labelAt(
  words: readonly string[],
  at: number,
  labels: readonly Label[],
): { readonly place: number; readonly next: number } | undefined {
  for (let to = Math.min(words.length, at + 2 * longestPhrase); to > at; to--) {
    const [place, other] = placesLabelled(words.slice(at, to).join(' '), labels);
    if (place !== undefined && other === undefined) return { place, next: to };
  }
  return undefined;
}

/** What commas, line breaks and words like "and" part, each heard as one option: no part may be lost. */
function parts(said: string, options: readonly OptionToHear[], language: Language): HeardPlaces {
  const lexicons = lexiconsOf(language);
  const joins = [...new Set(lexicons.flatMap((lexicon) => [...lexicon.joins]))].sort((a, b) => b.length - a.length);
  const between = new RegExp(`[,;\\n/&+]|(?<=\\s)(?:${joins.join('|')})(?=\\s)`);
  const phrasesSaid = fold(said)
    .split(between)
    .filter((part) => !saysNothing(plain(part).split(' ').filter(Boolean), lexicons));
  if (phrasesSaid.length < 2) return one(said, options, language);
  const heard = phrasesSaid.map((part) => one(part, options, language));
  const missed = heard.find((part) => !part.ok);
  if (missed) return missed;
  const places = heard.flatMap((part) => (part.ok ? part.value : []));
  const whole = new Set(places).size === 1 ? one(said, options, language) : undefined;
  return whole?.ok ? whole : { ok: true, value: places, sure: false };
}

function one(said: string, options: readonly OptionToHear[], language: Language): HeardPlaces {
  const heard = hearOption(said, options, language);
  return heard.ok ? { ok: true, value: [options.findIndex(({ key }) => key === heard.value) + 1], sure: heard.sure } : heard;
}

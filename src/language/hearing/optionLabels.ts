import type { Language } from '#language/languages.ts';
import type { Lexicon } from '#language/lexicon/lexicon.ts';
import { plain } from './clean.ts';
import { distance, slack } from './distance.ts';
import { phraseAt } from './smallWords.ts';

/** An option to choose from: its key, and its labels in whatever languages it was shown in. */
export interface OptionToHear {
  readonly key: string;
  readonly labels: readonly string[];
}

/** A label in the form for comparing, and the place of its option in the list, from 1. */
export interface Label {
  readonly text: string;
  readonly place: number;
}

/**
 * Every label of every option; a label written `No (never)` is heard without what is in brackets too. Keys are an author's English words:
 * they are heard from whoever speaks English, and from nobody else, for whom the key `no` may say something else (Polish: "well").
 */
export function labelsOf(options: readonly OptionToHear[], language: Language): readonly Label[] {
  return options.flatMap(({ key, labels }, i) => {
    const names = [...labels, ...labels.map((label) => label.replace(/\([^)]*\)/g, ' ')), ...(language === 'en-GB' ? [key] : [])];
    return [...new Set(names.map(plain).filter(Boolean))].map((text) => ({ text, place: i + 1 }));
  });
}

/** The places whose label or key is exactly this. */
export function placesLabelled(heard: string, labels: readonly Label[]): readonly number[] {
  return places(labels.filter(({ text }) => text === heard));
}

/** The places of which this is the beginning of a label, or one of the words that tell it apart: "hard" or "ever" for "Hardly ever". */
export function placesBegun(heard: string, labels: readonly Label[], lexicons: readonly Lexicon[]): readonly number[] {
  if (heard.length < 3 || (heard.length < 4 && lexicons.some(({ negations }) => negations.has(heard)))) return [];
  const begun = places(labels.filter(({ text }) => text.startsWith(heard.includes(' ') || heard.length >= 4 ? heard : `${heard} `)));
  return begun.length > 0 ? begun : places(labels.filter(({ text }) => ` ${text} `.includes(` ${heard} `)));
}

/** The places of "None of these" where "nothing" was said, or any other word for it. */
export function placesOfNothing(heard: string, labels: readonly Label[], lexicons: readonly Lexicon[]): readonly number[] {
  const isNothing = (phrase: string) => lexicons.some(({ nothing }) => nothing.has(phrase));
  return isNothing(heard) ? places(labels.filter(({ text }) => phraseAt(text.split(' '), 0, isNothing) > 0)) : [];
}

/**
 * The places whose label stands inside what was said, unless something there turns it round or leaves it open ("not every week"). A label
 * inside another one that was said does not count: "very safe" is not "safe".
 */
export function placesWithin(words: readonly string[], labels: readonly Label[], lexicons: readonly Lexicon[]): readonly number[] {
  const said = ` ${words.join(' ')} `;
  const within = labels.filter(({ text }) => text.length >= 3 && said.includes(` ${text} `));
  const longest = within.filter(({ text }) => !within.some((other) => other.text !== text && ` ${other.text} `.includes(` ${text} `)));
  const rest = longest
    .reduce((left, { text }) => left.replaceAll(` ${text} `, '  '), said)
    .split(' ')
    .filter(Boolean);
  const open = rest.some((word) => lexicons.some(({ negations, doubts }) => negations.has(word) || doubts.has(word)));
  return open
    ? []
    : places(longest.filter(({ text }) => !lexicons.some(({ yes, no, soft }) => !soft.has(text) && (yes.has(text) || no.has(text)))));
}

/** The places whose label is nearest, slips of the finger forgiven: the whole label, else one long word of it. */
export function placesNear(heard: string, labels: readonly Label[]): readonly number[] {
  if (/\d/.test(heard)) return [];
  const whole = nearest(heard, labels);
  const words = labels.flatMap(({ text, place }) =>
    text
      .split(' ')
      .filter((word) => word.length >= 5)
      .map((word) => ({ text: word, place })),
  );
  return whole.length > 0 || heard.includes(' ') ? whole : nearest(heard, words);
}

function nearest(heard: string, labels: readonly Label[]): readonly number[] {
  const near = labels.map(({ text, place }) => ({ place, apart: distance(heard, text, slack(heard, text)), most: slack(heard, text) }));
  const close = near.filter(({ apart, most }) => most > 0 && apart <= most);
  const least = Math.min(...close.map(({ apart }) => apart));
  return [...new Set(close.filter(({ apart }) => apart === least).map(({ place }) => place))];
}

const places = (labels: readonly Label[]): readonly number[] => [...new Set(labels.map(({ place }) => place))];

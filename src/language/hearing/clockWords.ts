import { defaultLanguage, type Language } from '#language/languages.ts';
import { lexiconsOf } from '#language/lexicon/lexicon.ts';
import { plain } from './clean.ts';

/** How a language says a time, with the hour in figures, and how far that is from the hour. Minutes. */
type ClockWords = readonly (readonly [said: RegExp, minutes: number])[];

const clockWords: Readonly<Record<Language, ClockWords>> = {
  'en-GB': [
    [/\bhalf (?:past )?(\d{1,2})\b/g, 30],
    [/\bquarter past (\d{1,2})\b/g, 15],
    [/\bquarter to (\d{1,2})\b/g, -15],
    [/\b(\d{1,2}) ?o'?clock\b/g, 0],
  ],
  pl: [
    [/\bwpol do (\d{1,2})\b/g, -30],
    [/\bkwadrans po (\d{1,2})\b/g, 15],
    [/\bza kwadrans (\d{1,2})\b/g, -15],
  ],
  ro: [
    [/\b(\d{1,2}) (?:si|s) jumatate\b/g, 30],
    [/\b(\d{1,2}) si un sfert\b/g, 15],
    [/\b(\d{1,2}) fara un sfert\b/g, -15],
  ],
  lt: [[/\bpuse (\d{1,2})\b/g, -30]],
};
const midday = /\b(?:noon|midday|poludnie|poludnia|amiaza|pranz|vidurdienis|vidurdienio)\b/g;
const hoursOnAClock = 12;
const minutesInAnHour = 60;

/** A time in words as figures, in the form of `fold`: "half past six till eight" is "6:30 till 8". What is no time stays as it is. */
export function clockFigures(folded: string, language: Language): string {
  const lexicons = lexiconsOf(language);
  const inFigures = folded.replace(/\p{L}+/gu, (word) => {
    const key = plain(word);
    // An hour is the sixth one in Polish and Lithuanian; in English "first" is no hour.
    const ordinal = language === defaultLanguage ? undefined : lexicons[0]?.ordinals.get(key);
    const hour = lexicons.map(({ numbers }) => numbers.get(key)).find((value) => value !== undefined) ?? ordinal;
    return hour !== undefined && hour >= 1 && hour <= hoursOnAClock ? String(hour) : word;
  });
  const known = language === defaultLanguage ? clockWords[language] : [...clockWords[language], ...clockWords[defaultLanguage]];
  return known.reduce(
    (text, [said, minutes]) => text.replace(said, (_, hour: string) => written(Number(hour), minutes)),
    inFigures.replace(midday, '12'),
  );
}

function written(hour: number, minutes: number): string {
  const at = hour * minutesInAnHour + minutes;
  // A quarter to one is in the hour of twelve.
  const inHour = Math.floor(at / minutesInAnHour) || hoursOnAClock;
  return `${inHour}:${String(at % minutesInAnHour).padStart(2, '0')}`;
}

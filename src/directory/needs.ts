import { plain } from '#language/hearing/clean.ts';
import { distance, slack } from '#language/hearing/distance.ts';
import { type Language, languages } from '#language/languages.ts';
import type { Words } from '#language/words.ts';

/** What people want help with. Each has its words in every language in `locales/`, under `needs`, and a name under `needNames`. */
export const needs = [
  'food',
  'warm',
  'lonely',
  'money',
  'housing',
  'mind',
  'dementia',
  'carers',
  'disability',
  'grief',
  'family',
  'youth',
  'older',
  'safety',
  'addiction',
  'work',
  'learning',
  'transport',
  'fitness',
  'online',
  'advice',
] as const;
export type Need = (typeof needs)[number];

/** A few to choose from, for whoever does not know what to ask for: those asked for most. */
export const needsOffered: readonly Need[] = ['food', 'money', 'lonely', 'mind', 'housing', 'warm'];

export interface NeedHeard {
  readonly need: Need;
  /** The words that say it. */
  readonly words: string;
  /** False for a slip of the finger. */
  readonly sure: boolean;
}

type NeedNamed = Omit<NeedHeard, 'sure'>;

/** The words of needs in the languages. An entry that ends in `*` is the beginning of a word. */
export interface NeedWords {
  hear(said: string, language: Language): NeedHeard | undefined;
  /** What listings say that meet a need. Listings are in English. */
  searchedFor(need: Need): readonly string[];
}

/** No name of a need has more words. */
const longestPhrase = 5;
/** Shorter words are too like others to be slips. */
const shortestSlip = 5;

interface Entry {
  readonly text: string;
  readonly beginning: boolean;
  readonly need: Need;
}

export function createNeedWords(words: Words): NeedWords {
  const inLanguage = new Map(
    languages.map((language) => [language, needs.flatMap((need) => entriesOf(words(language, `needs.${need}`), need))]),
  );
  const english = inLanguage.get('en-GB') ?? [];
  return {
    hear(said, language) {
      const spoken = plain(said).split(' ').slice(0, 60);
      const own = inLanguage.get(language) ?? [];
      const exact = longestNamed(spoken, language === 'en-GB' ? own : [...own, ...english]);
      if (exact) return { ...exact, sure: true };
      // A word of one language is soon like another's: "drugi" is no slip for "drugs".
      const slip = slipOf(spoken, own);
      return slip && { ...slip, sure: false };
    },
    searchedFor: (need) => english.filter((entry) => entry.need === need).map(({ text }) => text),
  };
}

function entriesOf(list: string, need: Need): readonly Entry[] {
  return list.split(',').map((written) => ({ text: plain(written), beginning: written.trim().endsWith('*'), need }));
}

/** The need of the longest phrase that was said; of two as long, the first said. */
function longestNamed(spoken: readonly string[], entries: readonly Entry[]): NeedNamed | undefined {
  for (let length = Math.min(longestPhrase, spoken.length); length > 0; length--)
    for (let from = 0; from + length <= spoken.length; from++) {
      const phrase = spoken.slice(from, from + length).join(' ');
      const found = entries.find(({ text, beginning }) =>
        beginning ? phrase.startsWith(text) && !phrase.slice(text.length).includes(' ') : phrase === text,
      );
      if (found) return { need: found.need, words: phrase };
    }
  return undefined;
}

function slipOf(spoken: readonly string[], entries: readonly Entry[]): NeedNamed | undefined {
  const long = spoken.filter((word) => word.length >= shortestSlip);
  const isSlip = (word: string, text: string, most = slack(word, text)) => distance(word, text, most) <= most;
  for (const { text, need } of entries) {
    const words = text.length >= shortestSlip && !text.includes(' ') ? long.find((word) => isSlip(word, text)) : undefined;
    if (words !== undefined) return { need, words };
  }
  return undefined;
}

import { plain } from '#language/hearing/clean.ts';
import { distance, slack } from '#language/hearing/distance.ts';
import { shortestPutRight } from '#language/hearing/nameWords.ts';
import { type GridPoint, metresInAMile } from '#places';
import { dayPlus, londonClock } from '../hours/london.ts';
import { staleAfterDays } from '../limits.ts';
import type { Need, NeedWords } from '../needs.ts';
import { type Reason, reasonFor } from './reason.ts';
import type { FoundRow, SearchAsked, SearchStore } from './store.ts';

/** What is looked for: a need that we know, or words of the person's own. */
export type Wanted = { readonly need: Need } | { readonly words: string };

export interface Wish {
  readonly wanted: Wanted;
  readonly near?: GridPoint;
  /** Left out: as far as it takes. */
  readonly withinMiles?: number;
}

/** Where it may be. */
type Within = { readonly [Key in 'near' | 'withinMiles']?: Wish[Key] | undefined };

export interface FoundService extends Omit<FoundRow, 'metres'> {
  readonly miles: number | undefined;
  readonly reason: Reason;
}

const dayMs = 86_400_000;
/** As many as are shown at once. */
const enough = 3;
/** So many are ready for "more": three times three. */
const mostFound = 9;
/** Own words are few. Characters. */
const longestWords = 100;

export function createSearch(store: SearchStore, needWords: NeedWords, clock: () => Date) {
  async function find({ wanted, near, withinMiles }: Wish): Promise<readonly FoundService[]> {
    const searched = 'need' in wanted ? needWords.searchedFor(wanted.need) : ownWords(wanted.words);
    if (searched.length === 0) return [];
    const asked = askedBy({ near, withinMiles });
    if ('words' in wanted) return byOwnWords(asked, searched);
    return (await byNeed(asked(anyOf(telling(searched))))).map((row) => foundService(row, searched));
  }

  function askedBy({ near, withinMiles }: Within): (query: string) => SearchAsked {
    const { day } = londonClock(clock());
    return (query) => ({
      query,
      near,
      withinMetres: withinMiles === undefined ? undefined : withinMiles * metresInAMile,
      freshSince: freshSince(clock()),
      rotation: Date.parse(day) / dayMs,
      limit: mostFound,
    });
  }

  /** What is about the need; where that is little, also what only speaks of it. */
  async function byNeed(asked: SearchAsked): Promise<readonly FoundRow[]> {
    const about = await store.byTitle(asked);
    return about.length >= enough ? about : store.byWords(asked);
  }

  /** All of the words; else all of them with their typos put right; else any of them. */
  async function byOwnWords(asked: (query: string) => SearchAsked, words: readonly string[]): Promise<readonly FoundService[]> {
    const asSaid = await store.byWords(asked(words.join(' ')));
    if (asSaid.length > 0) return asSaid.map((row) => foundService(row, words));
    const corrected = await store.corrected(words);
    const isCorrected = corrected.some((word, place) => word !== words[place]);
    const asMeant = isCorrected ? await store.byWords(asked(corrected.join(' '))) : [];
    const rows = asMeant.length > 0 ? asMeant : await store.byWords(asked(anyOf(corrected)));
    return rows.map((row) => foundService(row, corrected));
  }

  return {
    /** The services that meet a wish: at most nine, best and nearest first, those that are equals taking turns from day to day. */
    find,
    /**
     * Of each word the one that something listed is called by, slips put right; nothing for a word that nothing is called by. Short words are
     * as they were said. The words are in the form for comparing.
     */
    async listed(words: readonly string[]): Promise<readonly (string | undefined)[]> {
      const long = words.filter((word) => word.length >= shortestPutRight);
      const known = long.length > 0 ? await store.listed(long) : [];
      return words.map((word) => (word.length < shortestPutRight ? word : nearestOf(word, known[long.indexOf(word)] ?? [])));
    },
    /** At most nine services whose name or terms hold all these words, nearest first. The words are in the form for comparing. */
    async called(words: readonly string[], near?: GridPoint, withinMiles?: number): Promise<readonly FoundService[]> {
      if (words.length === 0) return [];
      return (await store.byTitle(askedBy({ near, withinMiles })(words.join(' ')))).map((row) => foundService(row, words));
    },
    /** Services that were found before, as they stand now. */
    async again(ids: readonly string[]): Promise<readonly FoundService[]> {
      return (await store.byIds(ids, freshSince(clock()))).map((row) => foundService(row, []));
    },
  };
}

function foundService({ metres, ...row }: FoundRow, searched: readonly string[]): FoundService {
  return { ...row, miles: metres === null ? undefined : metres / metresInAMile, reason: reasonFor(row.record, searched) };
}

/** The one that is fewest letters apart, if it is no further than a slip. */
function nearestOf(word: string, like: readonly string[]): string | undefined {
  const near = like.map((each) => ({ each, apart: distance(word, each) })).filter(({ each, apart }) => apart <= slack(word, each));
  return near.sort((one, other) => one.apart - other.apart)[0]?.each;
}

function freshSince(now: Date): string {
  return dayPlus(londonClock(now).day, -staleAfterDays);
}

/** Without phrases that hold another: whatever speaks of a food bank speaks of food. */
const telling = (phrases: readonly string[]) =>
  phrases.filter((phrase) => !phrases.some((other) => other !== phrase && ` ${phrase} `.includes(` ${other} `)));

const anyOf = (phrases: readonly string[]) => phrases.map((phrase) => `"${phrase}"`).join(' or ');

/** The words that tell something, without signs that would mean something to the search. */
function ownWords(said: string): readonly string[] {
  return plain(said.slice(0, longestWords))
    .split(' ')
    .filter((word) => word.length > 1);
}

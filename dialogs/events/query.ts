import type { Audience } from '#events';
import { plain } from '#language/hearing/clean.ts';
import { longestSpan } from '#language/hearing/spans.ts';
import { type Days, hearWhen, type PartOfDay } from '#language/hearing/when.ts';
import { keyed, phrases } from '#language/lexicon/phrases.ts';
import type { FoundPlace, GridPoint, Places } from '#places';
import { sayNotSure } from '../places/where.ts';
import { type Facet, facetsIn } from '../questions.ts';
import type { Turn } from '../turn.ts';

/** What somebody wants to go to, as it is kept while they look. Of a place only its key is kept. */
export interface Query {
  readonly days?: Days;
  readonly part?: PartOfDay;
  readonly near?: { readonly key: string; readonly name: string };
  readonly audience?: Audience;
  readonly free?: true;
  readonly stepFree?: true;
  /** A library, a hall: where it is, not what it is near to. */
  readonly venue?: string;
  /** Beginnings of words of a title or a venue. */
  readonly words?: readonly string[];
}

/** What was said of it this time. */
export interface QueryHeard {
  readonly query: Query;
  /** As exact as it was said, for this turn alone. */
  readonly point: GridPoint | undefined;
  /** Places of one name: which is meant is to be asked. */
  readonly which: readonly FoundPlace[];
  /** They began anew ("what's on …") rather than adding to what they said before. */
  readonly anew: boolean;
  /** What of an event they ask. */
  readonly asked: readonly Facet[];
}

/** Most own words that are searched for; the rest is talk. */
const mostWords = 4;
const shortestWord = 3;

/** Whether the words ask what is on: surely where they begin so or name a day and whom it is for, perhaps where they say two things that such a question says. */
export function asksWhatIsOn(turn: Turn): 'surely' | 'perhaps' | undefined {
  const words = plain(turn.said).split(' ');
  const says = (spoken: readonly string[], key: EventWords) =>
    longestSpan(spoken, inPhrases(phrases(turn.words(`eventWords.${key}`)))) !== undefined;
  if (beginsWith(words, phrases(turn.words('eventWords.asks')))) return 'surely';
  if (says(words, 'asks')) return 'perhaps';
  const { days, part } = hearWhen(turn.said, turn.language, turn.now);
  const named = keyed(turn.words('eventWords.audiences'));
  const audience = longestSpan(words, (span) => named.get(span)) !== undefined;
  const said = [days || part, audience, says(words, 'free'), says(words, 'stepFree'), says(words, 'anything')].filter(Boolean);
  // Who names a day and whom it is for looks for something to go to, not for help.
  if (days && audience) return 'surely';
  return said.length > 1 && (days || audience) ? 'perhaps' : undefined;
}

type EventWords = 'asks' | 'free' | 'stepFree' | 'anything';

function beginsWith(words: readonly string[], known: ReadonlySet<string>): boolean {
  return words.some((_, at) => known.has(words.slice(0, at + 1).join(' ')));
}

/** Hears a when, a where, whom it is for, free, step-free, and what is left as words to look for. */
export async function hearQuery(turn: Turn, places: Places): Promise<QueryHeard> {
  const { days, part, rest } = hearWhen(turn.said, turn.language, turn.now);
  let words: readonly string[] = plain(rest).split(' ').filter(Boolean);
  const take = <Value>(read: (span: string) => Value | undefined): Value | undefined => {
    const found = longestSpan(words, read);
    if (found) words = found.rest;
    return found?.value;
  };
  const named = keyed(turn.words('eventWords.audiences'));
  const anew = take(inPhrases(phrases(turn.words('eventWords.asks')))) ?? false;
  const audience = take((span) => named.get(span)) as Audience | undefined;
  const free = take(inPhrases(phrases(turn.words('eventWords.free'))));
  const stepFree = take(inPhrases(phrases(turn.words('eventWords.stepFree'))));
  const { asked, rest: others } = facetsIn(turn, words);
  const where = await hearPlace(others, turn, places);
  const own = withoutSmall(where.rest, phrases(turn.words('eventWords.small')));
  const query: Query = {
    ...(days && { days }),
    ...(part && { part }),
    ...(where.place && { near: { key: where.place.key, name: where.place.name } }),
    ...(audience && { audience }),
    ...(free && { free }),
    ...(stepFree && { stepFree }),
    ...(where.venue && { venue: where.venue }),
    ...(own.length > 0 && { words: own }),
  };
  return { query, point: where.place?.point, which: where.which, anew, asked };
}

interface PlaceHeard {
  readonly place?: FoundPlace;
  readonly which: readonly FoundPlace[];
  readonly venue?: string;
  readonly rest: readonly string[];
}

async function hearPlace(words: readonly string[], turn: Turn, places: Places): Promise<PlaceHeard> {
  const none = { which: [], rest: words };
  if (words.length === 0) return none;
  const said = words.join(' ');
  const mentioned = await places.mentioned(said, turn.language);
  const alone = mentioned.place.found === 'none' && words.length <= mostWords ? await places.find(said, turn.language) : undefined;
  const place = alone?.found === 'one' && alone.sure ? alone : mentioned.place;
  const rest = place === mentioned.place ? mentioned.rest.split(' ').filter(Boolean) : [];
  if (place.found === 'several') return { which: place.places, rest };
  if (place.found === 'one' && place.place.kind === 'landmark') return { venue: place.place.name, which: [], rest };
  if (place.found === 'one') return { place: place.place, which: [], rest };
  if (place.found === 'notSure') sayNotSure(turn, place);
  return { ...(place.found === 'notSure' && place.near && { place: place.near }), which: [], rest };
}

function withoutSmall(words: readonly string[], small: ReadonlySet<string>): readonly string[] {
  return words
    .filter((word) => word.length >= shortestWord && !small.has(word))
    .map((word) => word.replace(/s$/, ''))
    .slice(0, mostWords);
}

const inPhrases = (known: ReadonlySet<string>) => (span: string) => (known.has(span) ? (true as const) : undefined);

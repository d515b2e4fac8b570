import { plain } from '#language/hearing/clean.ts';
import { phraseAt } from '#language/hearing/smallWords.ts';
import { type Days, hearWhen } from '#language/hearing/when.ts';
import { phrases } from '#language/lexicon/phrases.ts';
import type { Turn } from '../turn.ts';
import { isKind, shortestAlone } from './names.ts';

/** What in a message may be the name of something. */
export interface Sought {
  /** All but the words that only ask: "when is the", "I am looking for". */
  readonly said: readonly string[];
  /** Of them those that a name is told from others by: no day, and no "club" or "group". */
  readonly telling: readonly string[];
  /** The days that they ask for. */
  readonly days: Days | undefined;
}

/** Whoever names something does it in few words; more is a story. Words. */
const mostWords = 12;
/** So for whoever names it where we understood something else already. */
const mostWordsBesides = 6;

/** The words that may name something. Nothing where there are too many, or none. */
export function soughtIn(turn: Turn, words: string): Sought | undefined {
  const spoken = plain(words).split(' ').filter(Boolean);
  if (spoken.length > mostWords) return undefined;
  const said = withoutAsking(turn, spoken);
  const { days, part, rest } = hearWhen(words, turn.language, turn.now);
  const undated = new Set(plain(rest).split(' '));
  const telling = said.filter((word) => !((days || part) && !undated.has(word)) && !isKind(word));
  if (telling.length === 0 || !(said.length > 1 || telling.some((word) => word.length >= shortestAlone))) return undefined;
  return { said, telling, days };
}

/** Whether somebody says more than what was understood ("yoga" of "chair yoga"), and it is not only where: then it may be a name all the same. */
export function saysMoreThan(turn: Turn, understood: string): boolean {
  const spoken = plain(turn.said).split(' ');
  if (spoken.length > mostWordsBesides) return false;
  const prepositions = phrases(turn.words('placeWords.prepositions'));
  const where = spoken.findIndex((_, at) => phraseAt(spoken, at, (phrase) => prepositions.has(phrase)) > 0);
  const known = new Set(understood.split(' '));
  const head = withoutAsking(turn, where < 0 ? spoken : spoken.slice(0, where));
  return head.some((word) => !known.has(word) && word.length >= shortestAlone);
}

function withoutAsking(turn: Turn, spoken: readonly string[]): readonly string[] {
  const asking = phrases(turn.words('listed.asking'));
  const left: string[] = [];
  for (let at = 0; at < spoken.length; ) {
    const length = phraseAt(spoken, at, (phrase) => asking.has(phrase));
    if (length === 0) left.push(spoken[at] as string);
    at += Math.max(1, length);
  }
  return left;
}

import { distance, slack } from '#language/hearing/distance.ts';
import { milesBetween } from './distance.ts';
import { type FoundPlace, type PlaceFound, placeKinds } from './kinds.ts';

/** A place whose name is like what was said. */
export interface Candidate {
  readonly place: FoundPlace;
  /** The name as it is compared: lower case, no accents, no punctuation. */
  readonly plain: string;
  /** From 0 to 1, by the letters that they share in threes. */
  readonly likeness: number;
}

/** A town, its parish and its ward of one name are one place to whoever names it; two villages further apart than this are not. Miles. */
const oneSpot = 3;
/** Less alike than this is another word, not a slip. */
const leastLikeness = 0.45;
/** Two names this close in likeness could both be meant. */
const asAlike = 0.08;
/** More cannot be asked back in two text messages. */
const mostAskedBack = 6;

/**
 * Which place is meant by `said`, a name alone: the one of exactly that name, else those that have all its words in theirs; else the one
 * whose name is the longest of `runs` (parts of what was said), else the most alike, and these two are unsure.
 */
export function choosePlace(said: string, runs: readonly string[], candidates: readonly Candidate[]): PlaceFound {
  const named = (name: string | undefined) => candidates.filter(({ plain }) => plain === name);
  const sure = [() => named(said), () => candidates.filter((candidate) => hasWordsOf(said, candidate))];
  const unsure = [() => named(runs.find((run) => named(run).length > 0)), () => mostAlike(said, candidates)];
  for (const way of sure) if (way().length > 0) return found(way(), true);
  for (const way of unsure) if (way().length > 0) return found(way(), false);
  return { found: 'none' };
}

/** Whether the name has all the words of what was said. */
export function hasWordsOf(said: string, { plain }: Candidate): boolean {
  return said.split(' ').every((word) => plain.split(' ').includes(word));
}

/** A slip of the finger is as good as the name; else the letters in threes tell. */
function mostAlike(said: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const isSlip = (plain: string) => slack(said, plain) > 0 && distance(said, plain, slack(said, plain)) <= slack(said, plain);
  const slips = candidates.filter(({ plain }) => isSlip(plain));
  if (slips.length > 0) return slips;
  const most = Math.max(...candidates.map(({ likeness }) => likeness));
  return candidates.filter(({ likeness }) => likeness >= leastLikeness && likeness > most - asAlike);
}

function found(candidates: readonly Candidate[], sure: boolean): PlaceFound {
  const spots = onePerSpot(candidates);
  const [only, ...others] = spots;
  if (!only) return { found: 'none' };
  if (others.length === 0) return { found: 'one', place: only.place, sure };
  return { found: 'several', places: spots.slice(0, mostAskedBack).map(({ place }) => place) };
}

/** Of one name at one spot the kind that people mean: the town rather than its parish. */
function onePerSpot(candidates: readonly Candidate[]): readonly Candidate[] {
  const rank = ({ place: { kind } }: Candidate) => (kind === 'outcode' ? -1 : placeKinds.indexOf(kind));
  const kept: Candidate[] = [];
  for (const candidate of candidates.toSorted((one, other) => rank(one) - rank(other) || one.plain.localeCompare(other.plain)))
    if (!kept.some((other) => other.plain === candidate.plain && isOneSpot(other.place, candidate.place))) kept.push(candidate);
  return kept;
}

/** A ward or parish whose postcodes are not known has no position: of one name, it is taken for the same. */
function isOneSpot({ point: one }: FoundPlace, { point: other }: FoundPlace): boolean {
  return !one || !other || milesBetween(one, other) <= oneSpot;
}

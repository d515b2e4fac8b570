import { everywhere, ownAnswers } from './topics.ts';

/** Where somebody stands with hearing what came of things, on whichever of their contact points. */
export interface OutcomesStanding {
  /** Said STOP. */
  readonly optedOut: boolean;
  /** When they last were asked whether to be told, ISO 8601. */
  readonly offeredAt: string | null;
  /** Keys of the places whose outcomes they hear, `everywhere` or `ownAnswers`. */
  readonly places: readonly string[];
}

/** Whoever did not say yes is left in peace about it for a year. Days. */
export const offeredAgainAfterDays = 365;

const dayMs = 86_400_000;

/** Whether somebody who answered for these places (none: everybody is asked) may be asked if they want to be told what comes of it. */
export function mayBeOffered(standing: OutcomesStanding, places: readonly string[], now: Date): boolean {
  if (standing.optedOut || areTold(standing.places, places)) return false;
  return standing.offeredAt === null || now.getTime() - Date.parse(standing.offeredAt) >= offeredAgainAfterDays * dayMs;
}

/** Whether they are told anyway: as `audience/store.ts` finds them. */
function areTold(theirs: readonly string[], places: readonly string[]): boolean {
  if (theirs.includes(ownAnswers) || theirs.includes(everywhere)) return true;
  return places.length === 0 ? theirs.length > 0 : theirs.some((place) => places.includes(place));
}

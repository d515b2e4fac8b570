import { shownCounts } from '#consultations';
import type { ReachRow } from './store.ts';

type Did = 'answered' | 'begun' | 'noComment' | 'council' | 'remind';

/** A line of the reach ledger. Null: hidden, as it would tell what few people did; or a notice’s button, where there is no notice. */
export interface Reach extends Omit<ReachRow, Did | 'stopped'> {
  readonly consultation: string | null;
  readonly answered: number | null;
  readonly begun: number | null;
  readonly noComment: number | null;
  readonly council: number | null;
  readonly remind: number | null;
  readonly nothing: number | null;
  readonly stopped: number | null;
}

/** What people of a place did may be told where they are many: the counts beside each other are a table whose total is known. */
export function shown({ stopped, ...row }: ReachRow, consultation: string | null): Reach {
  // Only a notice has buttons: where there are none, nobody could press them, and that hides nothing.
  const pressed = row.channel === 'teams' ? [row.noComment, row.council, row.remind] : [];
  const did = [row.answered, row.begun, ...pressed];
  const rest = did.reduce((left, count) => left - count, row.told);
  const [nothing = null, answered = null, begun = null, noComment = null, council = null, remind = null] = shownCounts([rest, ...did]);
  const [shownStopped = null] = shownCounts([stopped, row.told - stopped]);
  return { ...row, consultation, answered, begun, noComment, council, remind, nothing, stopped: shownStopped };
}

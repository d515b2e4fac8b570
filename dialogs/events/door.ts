import type { Events } from '#events';
import type { Door } from '../door.ts';
import { asksWhatIsOn } from './query.ts';

export const eventsDialogId = 'events';

/** What the dialog begins with: the words that it was asked for in, which it then hears, or a session of what they asked for by its name. */
export interface EventsOptions {
  readonly inWords?: true;
  readonly key?: string;
}
export const inWords = { inWords: true } satisfies EventsOptions;

/** One line of the menu, as long as anything is on; "what's on" and its like open it, with whatever else was said. */
export function createEventsDoor(events: Pick<Events, 'isAnythingOn'>): Door {
  return {
    entries: async (turn) => ((await events.isAnythingOn()) ? [{ key: eventsDialogId, label: turn.words('events.door') }] : []),
    hear(turn) {
      const asks = asksWhatIsOn(turn);
      return asks && { dialog: eventsDialogId, options: inWords, sure: asks === 'surely', asTaught: false };
    },
  };
}

import { plain } from '#language/hearing/clean.ts';
import type { Volunteering } from '#volunteering';
import type { Door } from '../door.ts';

export const volunteeringDialogId = 'volunteering';

/** What the dialog begins with: the words that a person asked with. */
export interface VolunteeringOptions {
  /** The opportunity that they asked for by its name. */
  readonly key?: string;
  readonly said?: string;
}

/** One line of the menu, as long as any group looks for help; "volunteer" and its like open it, with whatever else was said. */
export function createVolunteeringDoor({ isAnyWanted }: Pick<Volunteering, 'isAnyWanted'>): Door {
  return {
    entries: async (turn) => ((await isAnyWanted()) ? [{ key: volunteeringDialogId, label: turn.words('volunteering.door') }] : []),

    hear(turn) {
      const heard = ` ${plain(turn.said)} `;
      const asked = turn.words('volunteering.asks').split(',').map(plain);
      const asks = asked.some((phrase) => heard.includes(` ${phrase} `));
      const options: VolunteeringOptions = { said: turn.said };
      return asks ? { dialog: volunteeringDialogId, options, sure: asked.includes(heard.trim()), asTaught: false } : undefined;
    },
  };
}

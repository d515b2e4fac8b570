import type { Directory } from '#directory';
import { plain } from '#language/hearing/clean.ts';
import type { Door } from '../door.ts';
import type { Turn } from '../turn.ts';

export const servicesDialogId = 'services';

/** What finding help begins with: the words that said what is needed, if any were said. */
export interface ServicesOptions {
  readonly said?: string;
}

/** A line of the menu where anything is listed; "I need help with food", "lonely" and "somewhere warm" lead here from anywhere. */
export function servicesDoor(directory: Directory): Door {
  return {
    async entries(turn) {
      return (await directory.upkeep.anyListed()) ? [{ key: servicesDialogId, label: turn.words('services.menu') }] : [];
    },

    hear(turn) {
      const said = plain(turn.said);
      const asks = listed(turn, 'services.asking').some((phrase) => ` ${said} `.includes(` ${phrase} `));
      if (listed(turn, 'services.doorWords').includes(said) || said === plain(turn.words('services.menu')))
        return { dialog: servicesDialogId, options: {}, sure: true, asTaught: false };
      const need = directory.hearNeed(turn.said, turn.language);
      // A need alone may be an answer to something else: it is sure only where they ask for help with it. A slip among many words is a word.
      if (!need || !(need.sure || asks || said.split(' ').length <= wordsOfASlip)) return undefined;
      return { dialog: servicesDialogId, options: { said: turn.said } satisfies ServicesOptions, sure: need.sure && asks, asTaught: false };
    },
  };
}

const wordsOfASlip = 2;

function listed(turn: Turn, list: 'services.asking' | 'services.doorWords'): readonly string[] {
  return turn.words(list).split(',').map(plain);
}

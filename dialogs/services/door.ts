import type { Directory } from '#directory';
import { plain } from '#language/hearing/clean.ts';
import type { Door, Named } from '../door.ts';
import type { Turn } from '../turn.ts';

export const servicesDialogId = 'services';

/** What finding help begins with: the words that said what is needed, if any were said. */
export interface ServicesOptions {
  /** The service that they asked for by its name. */
  readonly key?: string;
  readonly said?: string;
  /** Where that is no need that we know: what they look for, in the form for comparing. */
  readonly words?: string;
}

/** A line of the menu where anything is listed; "I need help with food", "lonely" and "somewhere warm" lead here from anywhere. */
export function servicesDoor(directory: Directory): Door {
  return {
    async entries(turn) {
      return (await directory.upkeep.anyListed()) ? [{ key: servicesDialogId, label: turn.words('services.menu') }] : [];
    },

    hear(turn) {
      const said = plain(turn.said);
      if (listed(turn, 'services.doorWords').includes(said) || said === plain(turn.words('services.menu')))
        return { dialog: servicesDialogId, options: {}, sure: true, asTaught: false };
      const says = (list: Parameters<typeof listed>[1]) => listed(turn, list).some((phrase) => ` ${said} `.includes(` ${phrase} `));
      // Whoever wants to help with something is in no need of it.
      if (says('volunteering.asks') && !says('services.needing')) return undefined;
      const need = directory.hearNeed(turn.said, turn.language);
      // A need alone may be an answer to something else: it is sure only where they ask for help with it. A slip among many words is a word.
      if (!need || !(need.sure || says('services.asking') || said.split(' ').length <= wordsOfASlip)) return inOwnWords(turn, said);
      return {
        dialog: servicesDialogId,
        options: { said: turn.said } satisfies ServicesOptions,
        sure: need.sure && says('services.asking'),
        asTaught: false,
      };
    },
  };
}

const wordsOfASlip = 2;

/** "I need help with my piano": a need that we do not know is looked for as it was said, unless the words are for somebody else. */
function inOwnWords(turn: Turn, said: string): Named | undefined {
  const opener = listed(turn, 'services.openers').find((phrase) => said.startsWith(`${phrase} `));
  if (opener === undefined) return undefined;
  const options: ServicesOptions = { said: turn.said, words: said.slice(opener.length + 1) };
  return { dialog: servicesDialogId, options, sure: false, asTaught: false };
}

function listed(
  turn: Turn,
  list: 'services.asking' | 'services.doorWords' | 'services.needing' | 'services.openers' | 'volunteering.asks',
): readonly string[] {
  return turn.words(list).split(',').map(plain);
}

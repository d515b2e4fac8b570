import { plain } from '#language/hearing/clean.ts';
import type { Door } from '../door.ts';

export const updatesDialogId = 'updates';

/** The words that we teach, the same in every language. They are kept from consultations: see `reservedWords`. */
const taught: readonly string[] = ['JOIN', 'UPDATES'];

/** A line of the menu; JOIN or UPDATES, and other words for it, anywhere. */
export const updatesDoor: Door = {
  entries: (turn) => [{ key: updatesDialogId, label: turn.words('updates.entry') }],

  hear(turn) {
    const said = plain(turn.said);
    const asTaught = taught.includes(turn.said.trim());
    const known =
      asTaught || taught.some((word) => plain(word) === said) || turn.words('updates.asking').split(',').map(plain).includes(said);
    return known ? { dialog: updatesDialogId, options: {}, sure: true, asTaught } : undefined;
  },
};

import { plain } from '#language/hearing/clean.ts';
import type { Door } from '../door.ts';

export const confirmingDialogId = 'confirming';

/** "CHECK" answers the question that a listed group gets each quarter; whoever sends that question may begin the dialog itself. */
export const confirmingDoor: Door = {
  entries: () => [],
  hear(turn) {
    const asked = turn.words('confirming.doorWords').split(',').map(plain).includes(plain(turn.said));
    return asked ? { dialog: confirmingDialogId, options: {}, sure: true, asTaught: false } : undefined;
  },
};

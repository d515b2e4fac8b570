import { plain } from '#language/hearing/clean.ts';
import type { Door } from '../door.ts';

export const confirmingDialogId = 'confirming';

/** Where we begin it: the services to be asked about. Without them, what the group was asked before. */
export interface ConfirmingOptions {
  readonly services?: readonly string[];
  /** What asks, by its id, where we begin. */
  readonly approach?: string;
}

/** As many listings as somebody will answer for in one go; the rest is asked the next time. */
export const mostAskedAtOnce = 5;

/** "CHECK" answers the question that a listed group gets each quarter; whoever sends that question may begin the dialog itself. */
export const confirmingDoor: Door = {
  entries: () => [],
  hear(turn) {
    const asked = turn.words('confirming.doorWords').split(',').map(plain).includes(plain(turn.said));
    return asked ? { dialog: confirmingDialogId, options: {}, sure: true, asTaught: false } : undefined;
  },
};

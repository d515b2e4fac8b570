import { plain } from '#language/hearing/clean.ts';
import type { Door } from '../door.ts';

export const listingDialogId = 'listing';

/** "list my group": a group offers a listing. It is not in the menu, where residents look for help. */
export const listingDoor: Door = {
  entries: () => [],
  hear(turn) {
    const asked = turn.words('listing.doorWords').split(',').map(plain).includes(plain(turn.said));
    return asked ? { dialog: listingDialogId, options: {}, sure: true, asTaught: false } : undefined;
  },
};

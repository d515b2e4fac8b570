import { plain } from '#language/hearing/clean.ts';
import { type OfferKind, offerKinds } from '#offers';
import type { Door } from '../door.ts';

export const offeringDialogId = 'offering';

export interface OfferingOptions {
  readonly offer: OfferKind;
}

/** "list my group", "add an event", "we need volunteers": a group offers something. It is not in the menu, where residents look for help. */
export const offeringDoor: Door = {
  entries: () => [],
  hear(turn) {
    const said = plain(turn.said);
    const offer = offerKinds.find((kind) => turn.words(`offeringDoors.${kind}`).split(',').map(plain).includes(said));
    return offer && { dialog: offeringDialogId, options: { offer } satisfies OfferingOptions, sure: true, asTaught: false };
  },
};

import type { TurnContext } from 'botbuilder';
import type { Consultations } from '#consultations';
import type { Events } from '#events';
import type { Places } from '#places';
import type { Volunteering } from '#volunteering';
import { consultationDoor } from './consultation/door.ts';
import { ConsultationDialog } from './consultation/index.ts';
import { type Door, type HearDoors, heardBy, type Opening } from './door.ts';
import { EnquiryDialog } from './enquiry/index.ts';
import { createEventsDoor } from './events/door.ts';
import { EventsDialog } from './events/index.ts';
import { resumeDoor } from './resume/door.ts';
import { ResumeDialog } from './resume/index.ts';
import { quietly, RootDialog, rootDialogId, welcoming } from './root.ts';
import { type Dialog, DialogSet, type DialogState } from './sdk.ts';
import { DialogStack } from './stack.ts';
import { createVolunteeringDoor } from './volunteering/door.ts';
import { VolunteeringDialog } from './volunteering/index.ts';

/** What the dialogs read from. */
export interface DialogServices {
  readonly consultations: Consultations;
  readonly events: Events;
  readonly places: Places;
  readonly volunteering: Volunteering;
}

export interface Dialogs {
  /** One thing said is heard by the dialog that is waiting for it, else by the root. The state is changed in place. */
  hear(context: TurnContext, state: DialogState): Promise<void>;
  /** Somebody came and said nothing yet: we speak first, unless something is under way. */
  welcome(context: TurnContext, state: DialogState): Promise<void>;
  /** Begins something of our own, on top of whatever is under way, which goes on when it is over. */
  open(context: TurnContext, state: DialogState, opening: Opening): Promise<void>;
  /** Puts once more what is being asked. */
  repeat(context: TurnContext, state: DialogState): Promise<void>;
}

/** The whole set of guided dialogs, one line each, in the order of the menu. */
export function createDialogs({ consultations, events, places, volunteering }: DialogServices): Dialogs {
  const hearDoors: HearDoors = (turn) => heardBy(doors, turn);
  const features: readonly (readonly [Dialog, Door])[] = [
    [new ConsultationDialog(consultations, hearDoors), consultationDoor],
    [new EventsDialog({ events, places }, hearDoors), createEventsDoor(events)],
    [new VolunteeringDialog({ volunteering, places }, hearDoors), createVolunteeringDoor(volunteering)],
    [new ResumeDialog(consultations), resumeDoor],
  ];
  const doors = features.map(([, door]) => door);
  const dialogs = new DialogSet();
  dialogs.add(new RootDialog(doors));
  for (const [dialog] of features) dialogs.add(dialog);
  dialogs.add(new EnquiryDialog(volunteering));

  return {
    async hear(context, state) {
      const dc = new DialogStack(dialogs, context, state);
      if (dc.activeDialog) await dc.continueDialog();
      else await dc.beginDialog(rootDialogId);
    },
    async welcome(context, state) {
      const dc = new DialogStack(dialogs, context, state);
      if (!dc.activeDialog) await dc.beginDialog(rootDialogId, welcoming);
    },
    async open(context, state, { dialog, options }) {
      const dc = new DialogStack(dialogs, context, state);
      if (!dc.activeDialog) await dc.beginDialog(rootDialogId, quietly);
      await dc.beginDialog(dialog, options);
    },
    async repeat(context, state) {
      const dc = new DialogStack(dialogs, context, state);
      if (dc.activeDialog) await dc.repromptDialog();
      else await dc.beginDialog(rootDialogId, welcoming);
    },
  };
}

import type { TurnContext } from 'botbuilder';
import type { Texting } from '#approaches';
import type { Consultations } from '#consultations';
import type { Directory } from '#directory';
import type { Events } from '#events';
import type { Subscriptions } from '#people';
import type { Councils } from '#people/councils/index.ts';
import type { Places } from '#places';
import type { Volunteering } from '#volunteering';
import { confirmingDoor } from './confirming/door.ts';
import { ConfirmingDialog } from './confirming/index.ts';
import { consultationDoor } from './consultation/door.ts';
import { ConsultationDialog } from './consultation/index.ts';
import { CouncilDialog } from './council/index.ts';
import { type Door, type HearDoors, heardBy, noDoor, type Opening } from './door.ts';
import { EnquiryDialog } from './enquiry/index.ts';
import { createEventsDoor } from './events/door.ts';
import { EventsDialog } from './events/index.ts';
import { createLookUp } from './listed/index.ts';
import { answerNotice } from './notice/answer.ts';
import { isStillToRemind, NoticeDialog, type NoticeOptions, noticeDialogId } from './notice/index.ts';
import type { NoticePressed } from './notice/notice.ts';
import { offeringDoor } from './offering/door.ts';
import { OfferingDialog } from './offering/index.ts';
import { OutcomesDialog } from './outcomes/index.ts';
import { resumeDoor } from './resume/door.ts';
import { ResumeDialog } from './resume/index.ts';
import { quietly, RootDialog, rootDialogId, welcoming } from './root.ts';
import { type Dialog, DialogSet, type DialogState } from './sdk.ts';
import { servicesDoor } from './services/door.ts';
import { ServicesDialog } from './services/index.ts';
import { DialogStack } from './stack.ts';
import { TellingDialog } from './telling/index.ts';
import { TextingDialog } from './texting/index.ts';
import { type Turn, turnOf } from './turn.ts';
import { updatesDoor } from './updates/door.ts';
import { UpdatesDialog } from './updates/index.ts';
import { createVolunteeringDoor } from './volunteering/door.ts';
import { VolunteeringDialog } from './volunteering/index.ts';

/** What the dialogs read from. */
export interface DialogServices {
  readonly consultations: Consultations;
  /** Who responds for a council. Absent: nobody does. */
  readonly councils?: Pick<Councils, 'councilsOf'>;
  readonly events: Events;
  readonly places: Places;
  readonly directory: Directory;
  readonly volunteering: Volunteering;
  readonly subscriptions: Subscriptions;
  /** Absent where no text can be sent. */
  readonly texting?: Texting | undefined;
  /** As the council calls itself; without it, neutral words. */
  readonly councilName?: string | undefined;
}

export interface Dialogs {
  /** One thing said is heard by the dialog that is waiting for it, else by the root. The state is changed in place. */
  hear(context: TurnContext, state: DialogState): Promise<void>;
  /** Somebody came and said nothing yet: we speak first, unless something is under way, and where they were away also then. */
  welcome(context: TurnContext, state: DialogState): Promise<void>;
  /** Begins something of our own, on top of whatever is under way, which goes on when it is over. */
  open(context: TurnContext, state: DialogState, opening: Opening): Promise<void>;
  /** A button of a notice was pressed, which stands by itself: what is being asked meanwhile stays. */
  answerNotice(context: TurnContext, state: DialogState, pressed: NoticePressed): Promise<void>;
  /** Puts once more what is being asked. */
  repeat(context: TurnContext, state: DialogState): Promise<void>;
}

/** The whole set of guided dialogs, one line each, in the order of the menu. */
export function createDialogs(services: DialogServices): Dialogs {
  const { consultations, councils, events, places, directory, volunteering, subscriptions, texting, councilName } = services;
  const hearDoors: HearDoors = (turn) => heardBy(doors, turn);
  const lookUp = createLookUp({ directory, events, places, volunteering });
  const features: readonly (readonly [Dialog, Door])[] = [
    [new ConsultationDialog({ consultations, hearDoors, councils }), consultationDoor],
    [new CouncilDialog(consultations, hearDoors), noDoor],
    [new OutcomesDialog({ texting, councilName }, hearDoors), noDoor],
    [new NoticeDialog(), noDoor],
    [new ServicesDialog({ directory, places, texting, lookUp }, hearDoors), servicesDoor(directory)],
    [new EventsDialog({ events, places, texting }, hearDoors), createEventsDoor(events)],
    [new VolunteeringDialog({ volunteering, places, texting }, hearDoors), createVolunteeringDoor(volunteering)],
    [new TextingDialog(texting), noDoor],
    [new ResumeDialog(consultations), resumeDoor],
    [new ConfirmingDialog(directory), confirmingDoor],
    [new OfferingDialog({ places, seal: volunteering.seal }), offeringDoor],
    [new UpdatesDialog({ subscriptions, places, texting }, hearDoors), updatesDoor],
  ];
  const doors = features.map(([, door]) => door);
  const dialogs = new DialogSet();
  dialogs.add(new RootDialog(doors, lookUp));
  for (const [dialog] of features) dialogs.add(dialog);
  // Begun by us alone: no words open them.
  dialogs.add(new EnquiryDialog(volunteering));
  dialogs.add(new TellingDialog());

  return {
    async hear(context, state) {
      const dc = new DialogStack(dialogs, context, state);
      if (dc.activeDialog) await dc.continueDialog();
      else await dc.beginDialog(rootDialogId);
    },
    async welcome(context, state) {
      const dc = new DialogStack(dialogs, context, state);
      if (!dc.activeDialog) await dc.beginDialog(rootDialogId, welcoming);
      else if (turnOf(context).cameBack) await welcomeBack(dc, turnOf(context));
    },
    async open(context, state, { dialog, options }) {
      // Nothing is begun, so that what is under way is not put again out of the blue.
      if (dialog === noticeDialogId && !(await isStillToRemind(turnOf(context), options as NoticeOptions, consultations))) return;
      const dc = new DialogStack(dialogs, context, state);
      if (!dc.activeDialog) await dc.beginDialog(rootDialogId, quietly);
      await dc.beginDialog(dialog, options);
    },
    async answerNotice(context, state, pressed) {
      const opening = answerNotice(turnOf(context), pressed);
      if (!opening) return;
      const dc = new DialogStack(dialogs, context, state);
      if (!dc.activeDialog) await dc.beginDialog(rootDialogId, quietly);
      if (dc.activeDialog?.id === rootDialogId) await dc.beginDialog(opening.dialog, opening.options);
      else await dc.replaceDialog(opening.dialog, opening.options);
    },
    async repeat(context, state) {
      const dc = new DialogStack(dialogs, context, state);
      if (dc.activeDialog) await dc.repromptDialog();
      else await dc.beginDialog(rootDialogId, welcoming);
    },
  };
}

/** What was under way is put again under a greeting. STOP holds, wherever somebody has been. */
async function welcomeBack(dc: DialogStack, turn: Turn): Promise<void> {
  turn.say('root.hello');
  if (turn.optedOut) turn.say('turn.stopped');
  await dc.repromptDialog();
}

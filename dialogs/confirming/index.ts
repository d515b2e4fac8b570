import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Directory } from '#directory';
import { confirmationAnswers } from '#directory/facts.ts';
import { hearCommand } from '#language/hearing/commands.ts';
import { hearChoice } from '../consultation/hearChoice.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from '../sdk.ts';
import { shortened } from '../services/inWords.ts';
import { type Turn, turnOf } from '../turn.ts';
import { confirmingDialogId } from './door.ts';

/** A listing that its group was asked about. */
interface Asked {
  readonly confirmationId: string;
  readonly serviceId: string;
  readonly name: string;
}

/** What is still to be answered, and whether its group is just saying what has changed. */
interface ConfirmingState {
  readonly left: readonly Asked[];
  readonly changing: boolean;
}

/** As many listings as somebody will answer for in one go; the rest is asked the next time. */
const mostAtOnce = 5;
const longestName = 60;
/** What has changed is told in a text. Characters. */
const longestWords = 500;

/** "Still running?": 1 yes, 2 changed, 3 stopped, for each listing that this contact point was asked about. */
export class ConfirmingDialog extends Dialog {
  readonly #directory: Directory;

  constructor(directory: Directory) {
    super(confirmingDialogId);
    this.#directory = directory;
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const left = (await this.#directory.upkeep.unansweredBy(turn.contactPointId)).slice(0, mostAtOnce);
    if (left.length === 0) {
      turn.say('confirming.nothing');
      return dc.endDialog({ end: 'menu' });
    }
    return put(dc.activeDialog, turn, { left, changing: false });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const state = dc.activeDialog?.state as ConfirmingState;
    const [asked, ...later] = state.left;
    if (!asked) return dc.endDialog({ end: 'menu' });
    const command = hearCommand(turn.said, turn.language);
    if (command === 'menu' || command === 'pause') return dc.endDialog({ end: command === 'menu' ? 'menu' : 'quiet' });
    if (state.changing) {
      if (command === undefined) record(turn, asked);
      return done(dc, turn, later);
    }

    const heard = hearChoice(turn, options(turn));
    const answer = confirmationAnswers.find((each) => each === heard);
    if (!answer) {
      turn.say('prompts.unclearChoice', { count: confirmationAnswers.length });
      return put(dc.activeDialog, turn, state);
    }
    turn.record({ kind: 'listingConfirmed', confirmationId: asked.confirmationId, serviceId: asked.serviceId, answer });
    if (answer !== 'changed') return done(dc, turn, later);
    return put(dc.activeDialog, turn, { left: state.left, changing: true });
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    put(instance, turnOf(context), instance.state as ConfirmingState);
  }
}

/** What has changed goes to an officer, who puts the listing right. */
function record(turn: Turn, { serviceId }: Asked): void {
  turn.record({ kind: 'entryReported', id: randomUUID(), serviceId, what: 'changed', words: turn.said.slice(0, longestWords) });
}

function done(dc: DialogContext, turn: Turn, later: readonly Asked[]): DialogTurnResult | Promise<DialogTurnResult> {
  if (later.length > 0) return put(dc.activeDialog, turn, { left: later, changing: false });
  turn.say('confirming.thanks');
  return dc.endDialog({ end: 'quiet' });
}

function put(instance: DialogInstance | undefined, turn: Turn, state: ConfirmingState): DialogTurnResult {
  const name = shortened(state.left[0]?.name ?? '', longestName);
  const about = `confirming:${state.left[0]?.confirmationId}`;
  if (state.changing)
    turn.ask({ about: `${about}:what`, text: turn.words('confirming.whatChanged', { name }), options: [], answer: 'words' }, 0);
  else turn.ask({ about, text: turn.words('confirming.stillRunning', { name }), options: options(turn), answer: 'one' }, 0);
  if (instance) instance.state = state;
  return Dialog.EndOfTurn;
}

function options(turn: Turn) {
  return confirmationAnswers.map((key) => ({ key, label: turn.words(`confirmingAnswers.${key}`) }));
}

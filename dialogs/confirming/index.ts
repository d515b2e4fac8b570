import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Directory } from '#directory';
import { confirmationAnswers } from '#directory/facts.ts';
import { hearCommand } from '#language/hearing/commands.ts';
import { hearChoice } from '../consultation/hearChoice.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from '../sdk.ts';
import { shortened } from '../services/inWords.ts';
import { type Turn, turnOf } from '../turn.ts';
import { type ConfirmingOptions, confirmingDialogId, mostAskedAtOnce } from './door.ts';

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

const longestName = 60;
/** What has changed is told in a text. Characters. */
const longestWords = 500;

/** "Still running?": 1 yes, 2 changed, 3 stopped, for each listing that this contact point was asked about. */
export class ConfirmingDialog extends Dialog<ConfirmingOptions> {
  readonly #directory: Directory;

  constructor(directory: Directory) {
    super(confirmingDialogId);
    this.#directory = directory;
  }

  override async beginDialog(dc: DialogContext, { services, approach }: ConfirmingOptions = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const left = services ? await this.#asked(turn, services, approach) : await this.#directory.upkeep.unansweredBy(turn.contactPointId);
    if (left.length > 0) return put(dc.activeDialog, turn, { left: left.slice(0, mostAskedAtOnce), changing: false });
    if (services) return dc.endDialog({ end: 'quiet' });
    turn.say('confirming.nothing');
    return dc.endDialog({ end: 'menu' });
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

  /** Those of the services that are still to be asked about are asked about now: it is recorded with the question or not at all. */
  async #asked(turn: Turn, services: readonly string[], approach: string | undefined): Promise<readonly Asked[]> {
    const due = await this.#directory.upkeep.confirmationsDue(turn.now);
    const asked = due
      .filter(({ serviceId }) => services.includes(serviceId))
      .map(({ serviceId, name }) => ({ confirmationId: randomUUID(), serviceId, name }));
    const { contactPointId } = turn;
    for (const { confirmationId, serviceId } of asked)
      turn.record({ kind: 'listingAsked', confirmationId, serviceId, contactPointId, ...(approach && { approach }) });
    return asked;
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

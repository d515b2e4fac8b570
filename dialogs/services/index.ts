import type { TurnContext } from 'botbuilder';
import type { Directory } from '#directory';
import type { Places } from '#places';
import type { HearDoors } from '../door.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from '../sdk.ts';
import { type Turn, turnOf } from '../turn.ts';
import { type ServicesOptions, servicesDialogId } from './door.ts';
import { hearInAStage, putStage } from './hear.ts';
import { takeApart } from './look.ts';
import type { ServicesState, Step } from './step.ts';

/** Signposting: what is needed, where, and at most three services that fit. No details are passed on to anybody. */
export class ServicesDialog extends Dialog<ServicesOptions> {
  readonly #directory: Directory;
  readonly #places: Places;
  readonly #hearDoors: HearDoors;

  constructor(services: { readonly directory: Directory; readonly places: Places }, hearDoors: HearDoors) {
    super(servicesDialogId);
    this.#directory = services.directory;
    this.#places = services.places;
    this.#hearDoors = hearDoors;
  }

  override async beginDialog(dc: DialogContext, options: ServicesOptions = {}): Promise<DialogTurnResult> {
    const state: ServicesState = { stage: 'need', where: { choices: [] }, found: [], from: 0, page: 0, tries: 0 };
    const step = this.#step(turnOf(dc.context), state);
    if (options.said !== undefined) state.stage = await takeApart(step, options.said);
    await putStage(step);
    return stay(dc, state);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const state = dc.activeDialog?.state as ServicesState;
    const onward = await hearInAStage(this.#step(turnOf(dc.context), state), this.#hearDoors);
    if ('another' in onward) return dc.replaceDialog(onward.another.dialog, onward.another.options);
    return 'end' in onward ? dc.endDialog({ end: onward.end }) : stay(dc, state);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await putStage(this.#step(turnOf(context), instance.state as ServicesState));
  }

  #step(turn: Turn, state: ServicesState): Step {
    return { turn, state, directory: this.#directory, places: this.#places };
  }
}

function stay(dc: DialogContext, state: ServicesState): DialogTurnResult {
  if (dc.activeDialog) dc.activeDialog.state = state;
  return Dialog.EndOfTurn;
}

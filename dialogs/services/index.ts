import type { TurnContext } from 'botbuilder';
import type { Texting } from '#approaches';
import type { Directory } from '#directory';
import type { Places } from '#places';
import type { HearDoors } from '../door.ts';
import type { LookUp } from '../listed/index.ts';
import type { Ended } from '../root.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogReason, type DialogTurnResult } from '../sdk.ts';
import { type Turn, turnOf } from '../turn.ts';
import { type ServicesOptions, servicesDialogId } from './door.ts';
import { hearInAStage, putStage } from './hear.ts';
import { showOne, takeApart } from './look.ts';
import { putWhatNext } from './stages/one.ts';
import type { ServicesState, Step } from './step.ts';

/** Signposting: what is needed, where, and at most three services that fit. No details are passed on to anybody. */
export class ServicesDialog extends Dialog<ServicesOptions> {
  readonly #directory: Directory;
  readonly #places: Places;
  readonly #texting: Texting | undefined;
  readonly #hearDoors: HearDoors;
  readonly #lookUp: LookUp;

  constructor({ lookUp, ...services }: Pick<Step, 'directory' | 'places' | 'texting'> & { readonly lookUp: LookUp }, hearDoors: HearDoors) {
    super(servicesDialogId);
    this.#lookUp = lookUp;
    this.#directory = services.directory;
    this.#places = services.places;
    this.#texting = services.texting;
    this.#hearDoors = hearDoors;
  }

  override async beginDialog(dc: DialogContext, options: ServicesOptions = {}): Promise<DialogTurnResult> {
    const state: ServicesState = { stage: 'need', where: { choices: [] }, found: [], from: 0, page: 0, tries: 0 };
    const isNeed = options.said !== undefined && options.words === undefined;
    const step: Step = { ...this.#step(turnOf(dc.context), state), lookUp: isNeed ? this.#lookUp : undefined };
    if (options.key !== undefined) state.stage = await showOne(step, options.key);
    else if (options.said !== undefined) state.stage = await takeApart(step, options.said, options.words);
    if (step.instead) return dc.endDialog({ end: 'found', found: step.instead });
    await putStage(step);
    return stay(dc, state);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const state = dc.activeDialog?.state as ServicesState;
    const onward = await hearInAStage(this.#step(turnOf(dc.context), state), this.#hearDoors);
    if ('another' in onward) return dc.replaceDialog(onward.another.dialog, onward.another.options);
    if ('end' in onward) return dc.endDialog({ end: onward.end });
    stay(dc, state);
    return 'over' in onward ? dc.beginDialog(onward.over.dialog, onward.over.options) : Dialog.EndOfTurn;
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result?: Ended): Promise<DialogTurnResult> {
    if (result) return dc.endDialog(result);
    putWhatNext(this.#step(turnOf(dc.context), dc.activeDialog?.state as ServicesState));
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await putStage(this.#step(turnOf(context), instance.state as ServicesState));
  }

  #step(turn: Turn, state: ServicesState): Step {
    return { turn, state, directory: this.#directory, places: this.#places, texting: this.#texting };
  }
}

function stay(dc: DialogContext, state: ServicesState): DialogTurnResult {
  if (dc.activeDialog) dc.activeDialog.state = state;
  return Dialog.EndOfTurn;
}

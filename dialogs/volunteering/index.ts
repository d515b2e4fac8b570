import type { TurnContext } from 'botbuilder';
import { type Command, hearCommand } from '#language/hearing/commands.ts';
import { hearLanguage } from '#language/hearing/languageNames.ts';
import type { HearDoors } from '../door.ts';
import { saysFarewell } from '../farewell.ts';
import type { Ended } from '../root.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogReason, type DialogTurnResult } from '../sdk.ts';
import { turnOf } from '../turn.ts';
import { sayWhyUnclear } from '../unclear.ts';
import { type VolunteeringOptions, volunteeringDialogId } from './door.ts';
import { consent, contact, name, one, putWhatNext } from './handingOver.ts';
import { barriers, list, where } from './looking.ts';
import type { Onward, Stage, StageName, Step, VolunteeringServices, VolunteeringState } from './step.ts';
import { takeWish } from './wish.ts';

const stages: Readonly<Record<StageName, Stage>> = { barriers, where, list, one, consent, name, contact };

/** Finding a way to help that fits, and being put in touch with the group, with consent. */
export class VolunteeringDialog extends Dialog<VolunteeringOptions> {
  readonly #services: VolunteeringServices;
  readonly #hearDoors: HearDoors;

  constructor(services: VolunteeringServices, hearDoors: HearDoors) {
    super(volunteeringDialogId);
    this.#services = services;
    this.#hearDoors = hearDoors;
  }

  override async beginDialog(dc: DialogContext, { said = '', key }: VolunteeringOptions = {}): Promise<DialogTurnResult> {
    const state: VolunteeringState = { stage: 'barriers', words: '', barriers: [], where: { choices: [] }, found: [], from: 0 };
    const step: Step = { turn: turnOf(dc.context), state, services: this.#services };
    if (key !== undefined) {
      state.chosen = key;
      return this.#go(dc, step, { to: 'one' });
    }
    await takeWish(step, said);
    return this.#go(dc, step, { to: 'barriers' });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const step: Step = { turn, state: stateOf(dc.activeDialog), services: this.#services };
    const stage = stages[step.state.stage];
    const command = hearCommand(turn.said, turn.language);
    if (command) return this.#obey(dc, step, command);
    const language = hearLanguage(turn.said);
    if (language) {
      turn.speak(language);
      turn.say('root.languageChanged');
      return this.#go(dc, step, { to: step.state.stage });
    }
    const named = stage.ownWords ? undefined : this.#hearDoors(turn);
    if (named?.sure && named.dialog !== volunteeringDialogId) return dc.replaceDialog(named.dialog, named.options);
    if (stage.mayLeave && saysFarewell(turn)) return this.#leave(dc, step);
    return this.#go(dc, step, await stage.hear(step));
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result?: Ended): Promise<DialogTurnResult> {
    if (result) return dc.endDialog(result);
    await putWhatNext({ turn: turnOf(dc.context), state: stateOf(dc.activeDialog), services: this.#services });
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const state = stateOf(instance);
    await stages[state.stage].put({ turn: turnOf(context), state, services: this.#services });
    instance.state = { volunteering: state };
  }

  #leave(dc: DialogContext, step: Step): Promise<DialogTurnResult> {
    step.turn.say('root.anyTime');
    return this.#go(dc, step, { end: 'quiet' });
  }

  #obey(dc: DialogContext, step: Step, command: Command): Promise<DialogTurnResult> {
    const { turn, state } = step;
    const stage = stages[state.stage];
    switch (command) {
      case 'menu':
        return this.#go(dc, step, { end: 'menu' });
      case 'pause':
        return this.#leave(dc, step);
      case 'help':
        turn.say('volunteering.help');
        return this.#go(dc, step, { to: state.stage });
      case 'back':
        return this.#go(dc, step, stage.back ? { to: stage.back } : { end: 'menu' });
      case 'skip':
        return this.#go(dc, step, stage.skip?.(step) ?? { unclear: 'prompts.nothingToSkip' });
      default:
        state.from = state.stage === 'list' && state.from + 3 < state.found.length ? state.from + 3 : 0;
        return this.#go(dc, step, { to: state.stage });
    }
  }

  async #go(dc: DialogContext, step: Step, onward: Onward): Promise<DialogTurnResult> {
    if ('end' in onward) return dc.endDialog(onward);
    if ('over' in onward) return dc.beginDialog(onward.over.dialog, onward.over.options);
    if ('answered' in onward) {
      if (step.turn.room.buttons) await putWhatNext(step);
    } else if ('unclear' in onward) {
      const { buttons } = step.turn.room;
      sayWhyUnclear(step.turn, onward.unclear, onward.args);
      if (buttons) await stages[step.state.stage].put(step);
    } else {
      step.state.stage = onward.to;
      await stages[onward.to].put(step);
    }
    if (dc.activeDialog) dc.activeDialog.state = { volunteering: step.state };
    return Dialog.EndOfTurn;
  }
}

function stateOf(instance: DialogInstance | undefined): VolunteeringState {
  const state = instance?.state as { readonly volunteering: VolunteeringState } | undefined;
  if (!state) throw new Error('nobody is looking for a way to help');
  return state.volunteering;
}

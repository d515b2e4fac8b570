import type { TurnContext } from 'botbuilder';
import type { Texting } from '#approaches';
import { type Command, hearCommand } from '#language/hearing/commands.ts';
import { hearLanguage } from '#language/hearing/languageNames.ts';
import type { Subscribed, Subscriptions } from '#people';
import type { Places } from '#places';
import type { HearDoors } from '../door.ts';
import type { Ended } from '../root.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogReason, type DialogTurnResult } from '../sdk.ts';
import { textingOf } from '../texting/door.ts';
import { type Turn, turnOf } from '../turn.ts';
import { sayWhyUnclear } from '../unclear.ts';
import { updatesDialogId } from './door.ts';
import { type Onward, stages } from './stages.ts';
import type { UpdatesState, UpdatesStep } from './step.ts';

const nothing: Subscribed = { topics: [], places: [] };

/** After so many replies that were not understood, the question is put again whole. */
const triesBeforeRepeating = 2;

export interface UpdatesNeeds {
  readonly subscriptions: Subscriptions;
  readonly places: Pick<Places, 'areas' | 'isAny'>;
  readonly texting: Texting | undefined;
}

/** Choose what to hear about and where, see it, change it, end it. */
export class UpdatesDialog extends Dialog {
  readonly #subscriptions: Subscriptions;
  readonly #hearDoors: HearDoors;
  readonly #places: Pick<Places, 'areas' | 'isAny'>;
  readonly #texting: Texting | undefined;

  constructor({ subscriptions, places, texting }: UpdatesNeeds, hearDoors: HearDoors) {
    super(updatesDialogId);
    this.#subscriptions = subscriptions;
    this.#hearDoors = hearDoors;
    this.#places = places;
    this.#texting = texting;
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const before = turn.first ? nothing : await this.#subscriptions.of(turn.contactPointId);
    const had = before.topics.length > 0 || before.ownAnswers === true;
    if (turn.room.answersOnly && !had) return this.#onPhone(dc, turn);
    if (turn.optedOut) return sayStopped(dc, turn);
    const state: UpdatesState = { stage: had ? 'yours' : 'topics', topics: [], had, page: 0, tries: 0 };
    stages[state.stage].put(await this.#step(turn, state, before));
    return stay(dc, state);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const step = await this.#step(turnOf(dc.context), stateIn(dc.activeDialog));
    const { turn, state } = step;
    // They said STOP in the middle of it.
    if (turn.optedOut) return sayStopped(dc, turn);
    const stage = stages[state.stage];
    const command = hearCommand(turn.said, turn.language);
    if (command) return this.#obey(dc, step, command);
    const onward = await stage.hear(step);
    if (onward) return go(dc, step, onward);

    const language = hearLanguage(turn.said);
    if (language) {
      turn.speak(language);
      turn.say('root.languageChanged');
      stage.put(step);
      return stay(dc, state);
    }
    const named = this.#hearDoors(turn);
    if (named?.sure) return dc.replaceDialog(named.dialog, named.options);
    state.tries += 1;
    sayWhyUnclear(turn, stage.unclear(step), { count: stage.options(step).length });
    // Buttons go with what was said last.
    if (turn.room.buttons || state.tries >= triesBeforeRepeating) stage.put(step);
    return stay(dc, state);
  }

  /** Back from the offer to text how to join. Where all is forms, the page has the way on. */
  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result?: Ended): Promise<DialogTurnResult> {
    return dc.endDialog(result ?? { end: turnOf(dc.context).room.byForms ? 'quiet' : 'menu' });
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const step = await this.#step(turnOf(context), stateIn(instance));
    stages[step.state.stage].put(step);
  }

  /** Nobody is written to here who did not just speak. They agree by text from the phone that is theirs, where we can ask them to. */
  #onPhone(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    turn.say(this.#texting ? 'updates.onPhone' : 'updates.elsewhere');
    if (!this.#texting) return dc.endDialog({ end: 'menu' });
    const { dialog, options } = textingOf(turn, this.#texting, turn.words('updates.joinName'), [turn.words('updates.joinText')]);
    return dc.beginDialog(dialog, options);
  }

  async #step(turn: Turn, state: UpdatesState, known?: Subscribed): Promise<UpdatesStep> {
    const before = known ?? (await this.#subscriptions.of(turn.contactPointId));
    return { turn, state, before, places: this.#places, knowsPlaces: await this.#places.isAny() };
  }

  #obey(dc: DialogContext, step: UpdatesStep, command: Command): Promise<DialogTurnResult> | DialogTurnResult {
    const { turn, state } = step;
    const stage = stages[state.stage];
    if (command === 'menu' || command === 'skip') return go(dc, step, { end: 'menu' });
    if (command === 'back') return go(dc, step, stage.back(step) ?? { end: 'menu' });
    if (command === 'pause') {
      turn.say('root.anyTime');
      return go(dc, step, { end: 'quiet' });
    }
    if (command === 'more') state.page += 1;
    else turn.say('updates.help');
    stage.put(step);
    return stay(dc, state);
  }
}

/** Nobody agrees to what would never come. */
function sayStopped(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
  turn.say('turn.stopped');
  return dc.endDialog({ end: 'quiet' });
}

function go(dc: DialogContext, step: UpdatesStep, onward: NonNullable<Onward>): Promise<DialogTurnResult> | DialogTurnResult {
  if ('end' in onward) return dc.endDialog(onward);
  Object.assign(step.state, { stage: onward.to, page: 0, tries: 0 });
  stages[onward.to].put(step);
  return stay(dc, step.state);
}

/** The dialog stack hands back what it was given, whether kept in memory or in the database. */
function stateIn(instance: DialogInstance | undefined): UpdatesState {
  const kept = instance?.state as { readonly updates: UpdatesState } | undefined;
  if (!kept) throw new Error('nobody is choosing what to hear about');
  return kept.updates;
}

function stay(dc: DialogContext, updates: UpdatesState): DialogTurnResult {
  if (dc.activeDialog) dc.activeDialog.state = { updates };
  return Dialog.EndOfTurn;
}

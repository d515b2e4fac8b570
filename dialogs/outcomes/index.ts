import type { TurnContext } from 'botbuilder';
import type { Texting } from '#approaches';
import { hearCommand } from '#language/hearing/commands.ts';
import { hearLanguage } from '#language/hearing/languageNames.ts';
import { mayBeOffered } from '#people/outcomes.ts';
import type { HearDoors, Opening } from '../door.ts';
import { isOneOf } from '../root.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from '../sdk.ts';
import { textingOf } from '../texting/door.ts';
import { type Turn, turnOf } from '../turn.ts';
import { sayWhyUnclear } from '../unclear.ts';
import { type OutcomesOptions, outcomesDialogId } from './door.ts';
import { hearAgreement, offered, soundsLikeYes } from './offer.ts';

/** When it was asked, and how often the reply was not understood. Nothing: it was not asked. */
interface OutcomesState {
  readonly asked?: { readonly turn: number; readonly at: string; readonly tries: number };
}

export interface OutcomesNeeds {
  readonly texting: Texting | undefined;
  /** As the council calls itself. */
  readonly councilName: string | undefined;
}

/** A later yes may be to something else that was sent meanwhile, such as a broadcast. Milliseconds. */
const yesCountsForMs = 86_400_000;

/**
 * Asks whoever has sent a response whether to tell them what comes of it: once, and only a clear yes will do. Whatever else they say is heard
 * as if nothing had been asked. What can be told nowhere is not offered.
 */
export class OutcomesDialog extends Dialog<OutcomesOptions> {
  readonly #texting: Texting | undefined;
  readonly #councilName: string | undefined;
  readonly #hearDoors: HearDoors;

  constructor({ texting, councilName }: OutcomesNeeds, hearDoors: HearDoors) {
    super(outcomesDialogId);
    this.#texting = texting;
    this.#councilName = councilName;
    this.#hearDoors = hearDoors;
  }

  override async beginDialog(dc: DialogContext, { places }: OutcomesOptions = { places: [] }): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { outcomes, now, room } = turn;
    // Forms end with a page of their own, on which it is offered.
    const canTell = !room.byForms && (!room.answersOnly || this.#texting !== undefined);
    const may = canTell && outcomes !== undefined && mayBeOffered(outcomes, places, now);
    return may ? this.#put(dc.activeDialog, turn) : dc.endDialog({ end: 'quiet' });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const asked = askedIn(dc.activeDialog);
    const stands = asked?.turn === turn.turnsBefore - 1 && turn.now.getTime() - Date.parse(asked.at) < yesCountsForMs;
    const yes = hearAgreement(turn);
    if (yes === false) return decline(dc, turn);
    if (yes) return stands ? this.#accept(dc, turn) : this.#put(dc.activeDialog, turn);
    const again = stands ? this.#askAgain(dc.activeDialog, turn, asked.tries) : undefined;
    return again ?? letGo(dc);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    this.#put(instance, turnOf(context));
  }

  /** Whichever way it was left, it was asked, and is not asked again soon. */
  override async endDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { contactPointId, record } = turnOf(context);
    if (askedIn(instance)) record({ kind: 'outcomesOffered', contactPointId });
  }

  #accept(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    const { contactPointId, channel, language } = turn;
    if (turn.room.answersOnly) {
      const opening = this.#texting && howToJoin(turn, this.#texting);
      return opening ? dc.replaceDialog(opening.dialog, opening.options) : letGo(dc);
    }
    turn.record({ kind: 'outcomesWanted', contactPointId, channel, language });
    turn.say('outcomes.agreed');
    turn.say('updates.howToChange');
    return dc.endDialog({ end: 'quiet' });
  }

  /** More words on it, another language, or once the question where the reply was not understood. Nothing: what was said is for somebody else. */
  #askAgain(instance: DialogInstance | undefined, turn: Turn, tries: number): DialogTurnResult | undefined {
    const command = hearCommand(turn.said, turn.language);
    if (command === 'help') turn.say('outcomes.help');
    if (command) return command === 'help' || command === 'more' ? this.#put(instance, turn) : undefined;
    const language = hearLanguage(turn.said);
    if (language) {
      turn.speak(language);
      turn.say('root.languageChanged');
      return this.#put(instance, turn);
    }
    if ((tries > 0 && !soundsLikeYes(turn)) || this.#isSomethingElse(turn)) return undefined;
    sayWhyUnclear(turn, 'prompts.unclearYesNo');
    return turn.room.buttons ? this.#put(instance, turn, tries + 1) : stay(instance, turn, tries + 1);
  }

  /** A wish for something else, or no more than a word of thanks. */
  #isSomethingElse(turn: Turn): boolean {
    return isOneOf(turn, 'root.farewells') || isOneOf(turn, 'root.greetings') || this.#hearDoors(turn)?.sure === true;
  }

  #put(instance: DialogInstance | undefined, turn: Turn, tries = 0): DialogTurnResult {
    turn.ask(offered(turn, this.#councilName), 0);
    return stay(instance, turn, tries);
  }
}

function stay(instance: DialogInstance | undefined, { turnsBefore, now }: Turn, tries: number): DialogTurnResult {
  if (instance) instance.state = { asked: { turn: turnsBefore, at: now.toISOString(), tries } } satisfies OutcomesState;
  return Dialog.EndOfTurn;
}

function askedIn(instance: DialogInstance | undefined): OutcomesState['asked'] {
  return (instance?.state as OutcomesState | undefined)?.asked;
}

function decline(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
  turn.say(turn.room.answersOnly ? 'texting.left' : 'outcomes.declined');
  return dc.endDialog({ end: 'quiet' });
}

/** What was said is heard by what is below, as if nothing had been asked. */
async function letGo(dc: DialogContext): Promise<DialogTurnResult> {
  await dc.endDialog({ end: 'quiet' });
  return dc.continueDialog();
}

/** Nobody is written to here who did not just speak: they agree by text from the phone that is theirs. */
function howToJoin(turn: Turn, texting: Texting): Opening {
  const text = turn.words('outcomes.joinText', { topic: turn.words('updates.outcomes') });
  return textingOf(turn, texting, turn.words('outcomes.joinName'), [text]);
}

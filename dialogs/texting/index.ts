import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Texting } from '#approaches';
import { dateInWords } from '#language/dates.ts';
import { commandWords, hearCommand } from '#language/hearing/commands.ts';
import { hearLanguage } from '#language/hearing/languageNames.ts';
import { hearMobile, type NotAMobile } from '#language/hearing/phones.ts';
import type { SentenceKey } from '#language/words.ts';
import { hearConsent } from '../consultation/hearChoice.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from '../sdk.ts';
import { type Turn, turnOf } from '../turn.ts';
import { sayWhyUnclear } from '../unclear.ts';
import { type TextingOptions, textingDialogId } from './door.ts';

/** The number that was given, sealed and in Base64, and its last figures, by which it is read back. */
interface TextingState extends TextingOptions {
  readonly sealed?: string;
  readonly ending?: string;
}

/** Enough to know one's own number again, and nobody else's. Figures. */
const shownOfANumber = 3;

const whyNot: Readonly<Record<NotAMobile, SentenceKey>> = {
  'not-a-number': 'texting.unclear',
  landline: 'texting.landline',
  foreign: 'texting.foreign',
};

/** Texts what somebody reads here to a phone of theirs, once: a number, a clear yes, and back to where they were. */
export class TextingDialog extends Dialog<TextingOptions> {
  readonly #texting: Texting | undefined;

  constructor(texting: Texting | undefined) {
    super(textingDialogId);
    this.#texting = texting;
  }

  override async beginDialog(dc: DialogContext, options?: TextingOptions): Promise<DialogTurnResult> {
    return options ? put(dc.activeDialog, turnOf(dc.context), options) : dc.endDialog();
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const state = dc.activeDialog?.state as TextingState;
    const command = hearCommand(turn.said, turn.language);
    if (command === 'menu') return dc.endDialog({ end: 'menu' });
    if (command === 'pause') {
      turn.say('root.anyTime');
      return dc.endDialog({ end: 'quiet' });
    }
    if (command === 'back' || command === 'skip') return dc.endDialog();
    const language = command ? undefined : hearLanguage(turn.said);
    if (language) turn.speak(language);
    if (language) turn.say('root.languageChanged');
    if (command || language) return put(dc.activeDialog, turn, state);
    return state.sealed === undefined ? this.#hearNumber(dc, turn, state) : this.#hearYes(dc, turn, state);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    put(instance, turnOf(context), instance.state as TextingState);
  }

  #hearNumber(dc: DialogContext, turn: Turn, state: TextingState): DialogTurnResult {
    turn.keepNothing();
    const heard = hearMobile(turn.said);
    if (!heard.ok) {
      turn.refuse(whyNot[heard.reason]);
      return put(dc.activeDialog, turn, state);
    }
    const sealed = Buffer.from(this.#can.seal(heard.value)).toString('base64');
    return put(dc.activeDialog, turn, { ...state, sealed, ending: heard.value.slice(-shownOfANumber) });
  }

  async #hearYes(dc: DialogContext, turn: Turn, state: TextingState): Promise<DialogTurnResult> {
    const yes = hearConsent(turn, sureOptions(turn));
    if (yes === undefined) {
      sayWhyUnclear(turn, 'prompts.unclearYesNo');
      return put(dc.activeDialog, turn, state);
    }
    if (yes) await this.#send(turn, state);
    else turn.say('texting.left');
    return dc.endDialog();
  }

  async #send(turn: Turn, { text, sealed = '' }: TextingState): Promise<void> {
    const { contactPointId: askedBy, now, language } = turn;
    const address = Buffer.from(sealed, 'base64');
    const where = await this.#can.mayText(address, askedBy, now);
    if (!where.may) return turn.say(`texting.${where.reason}`);
    const { lookup, dueAt, inWindow } = where;
    turn.record({ kind: 'textAsked', id: randomUUID(), lookup, address, text, askedBy, dueAt });
    if (inWindow) turn.say('texting.soon');
    else turn.say('texting.later', { date: dateInWords(dueAt, language) });
  }

  get #can(): Texting {
    if (!this.#texting) throw new Error('texts cannot be sent');
    return this.#texting;
  }
}

function put(instance: DialogInstance | undefined, turn: Turn, state: TextingState): DialogTurnResult {
  if (instance) instance.state = state;
  if (state.sealed === undefined) {
    const leave = { key: 'leave', label: turn.words('texting.no'), say: commandWords[turn.language].back };
    turn.ask({ about: 'texting:number', text: turn.words('texting.number'), options: [], answer: 'line', skip: leave }, 0);
  } else {
    const text = turn.words('texting.sure', { name: state.name, ending: state.ending ?? '' });
    turn.ask({ about: 'texting:sure', text, options: sureOptions(turn), answer: 'one' }, 0);
  }
  return Dialog.EndOfTurn;
}

function sureOptions(turn: Turn) {
  return [
    { key: 'yes', label: turn.words('texting.yes') },
    { key: 'no', label: turn.words('texting.no') },
  ];
}

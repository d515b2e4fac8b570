import type { TurnContext } from 'botbuilder';
import { plain } from '#language/hearing/clean.ts';
import { hearCommand } from '#language/hearing/commands.ts';
import { hearLanguage } from '#language/hearing/languageNames.ts';
import { hearOption } from '#language/hearing/options.ts';
import type { AskedOption } from './asking.ts';
import { type Door, heardBy, type Opening, openingOf } from './door.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogReason, type DialogTurnResult } from './sdk.ts';
import { type Turn, turnOf } from './turn.ts';

export const rootDialogId = 'root';

/** What the menu showed, so that a number means what it meant when it was read. */
interface RootState {
  readonly menu: readonly AskedOption[];
  readonly page: number;
}

/** How the root begins: unset, by hearing what was said; where we speak first, with a welcome; under another dialog, in silence. */
interface RootOptions {
  readonly begin?: 'welcoming' | 'quietly';
}
export const welcoming = { begin: 'welcoming' } satisfies RootOptions;
export const quietly = { begin: 'quietly' } satisfies RootOptions;

/** How a dialog that the root began may end: with the menu, or quietly, everything being said. */
export interface Ended {
  readonly end: 'menu' | 'quiet';
}

const about = 'about';

/** The menu, and the words that a person may start with. */
export class RootDialog extends Dialog<RootOptions> {
  readonly #doors: readonly Door[];

  constructor(doors: readonly Door[]) {
    super(rootDialogId);
    this.#doors = doors;
  }

  override async beginDialog(dc: DialogContext, options?: RootOptions): Promise<DialogTurnResult> {
    const begun = keep(dc.activeDialog, { menu: [], page: 0 });
    if (options?.begin === 'quietly') return begun;
    return options?.begin === 'welcoming' ? this.#greet(dc) : this.continueDialog(dc);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const state = stateOf(dc.activeDialog);
    const { said } = turn;
    const command = hearCommand(said, turn.language);
    if (command === 'help') return this.#sayAbout(dc, turn);
    if (command === 'more' && state.menu.length > 0) return this.#putMenu(dc.activeDialog, turn, state.page + 1);
    if (command) return this.#putMenu(dc.activeDialog, turn, 0);

    const chosen = hearOption(said, labelled(state.menu), turn.language);
    if (chosen.ok && chosen.value === about) return this.#sayAbout(dc, turn);
    if (chosen.ok && chosen.sure) return begin(dc, openingOf(chosen.value));

    const language = hearLanguage(said);
    if (language) return this.#speak(dc, turn, language);
    const opening = heardBy(this.#doors, turn) ?? (chosen.ok ? openingOf(chosen.value) : undefined);
    if (opening) {
      if (turn.first) sayLanguages(turn);
      return begin(dc, opening);
    }
    if (isOneOf(turn, 'root.farewells') && !turn.first) {
      turn.say('root.anyTime');
      return Dialog.EndOfTurn;
    }
    if (turn.first || isOneOf(turn, 'root.greetings')) turn.say('root.hello');
    else turn.say('root.unclear');
    if (turn.first) sayLanguages(turn);
    return this.#putMenu(dc.activeDialog, turn, 0);
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result?: Ended): Promise<DialogTurnResult> {
    keep(dc.activeDialog, { menu: [], page: 0 });
    return result?.end === 'menu' ? this.#putMenu(dc.activeDialog, turnOf(dc.context), 0) : Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await this.#putMenu(instance, turnOf(context), stateOf(instance).page);
  }

  /** Hello and the menu, or at once the dialog by whose word they came. */
  async #greet(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const named = heardBy(this.#doors, turn);
    if (!named) turn.say('root.hello');
    sayLanguages(turn);
    return named ? begin(dc, named) : this.#putMenu(dc.activeDialog, turn, 0);
  }

  async #putMenu(instance: DialogInstance | undefined, turn: Turn, page: number): Promise<DialogTurnResult> {
    const entries = (await Promise.all(this.#doors.map((door) => door.entries(turn)))).flat();
    if (entries.length === 0) turn.say('root.nothingOpen');
    const menu = [...entries, { key: about, label: turn.words('root.about') }];
    turn.ask({ about: rootDialogId, text: turn.words('root.choose'), options: menu, answer: 'one' }, page);
    return keep(instance, { menu, page });
  }

  #sayAbout(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    turn.say('root.aboutText');
    return this.#putMenu(dc.activeDialog, turn, 0);
  }

  #speak(dc: DialogContext, turn: Turn, language: Parameters<Turn['speak']>[0]): Promise<DialogTurnResult> {
    turn.speak(language);
    turn.say('root.languageChanged');
    return this.#putMenu(dc.activeDialog, turn, 0);
  }
}

function begin(dc: DialogContext, { dialog, options }: Opening): Promise<DialogTurnResult> {
  return dc.beginDialog(dialog, options);
}

function sayLanguages(turn: Turn): void {
  if (!turn.room.offersLanguages) turn.say('root.languages');
}

/** Whether what was said is one of a list of ours: a greeting, a word of thanks. */
export function isOneOf(turn: Turn, list: 'root.greetings' | 'root.farewells'): boolean {
  return turn.words(list).split(',').map(plain).includes(plain(turn.said));
}

function labelled(menu: readonly AskedOption[]) {
  return menu.map(({ key, label }) => ({ key, labels: [label] }));
}

function stateOf(instance: DialogInstance | undefined): RootState {
  return instance?.state as RootState;
}

function keep(instance: DialogInstance | undefined, state: RootState): DialogTurnResult {
  if (instance) instance.state = state;
  return Dialog.EndOfTurn;
}

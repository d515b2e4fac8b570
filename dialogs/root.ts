import type { TurnContext } from 'botbuilder';
import { plain } from '#language/hearing/clean.ts';
import { hearCommand } from '#language/hearing/commands.ts';
import { hearLanguage } from '#language/hearing/languageNames.ts';
import { hearOption } from '#language/hearing/options.ts';
import type { AskedOption } from './asking.ts';
import { hearClearYesNo } from './consultation/hearChoice.ts';
import { type Door, heardBy, type Opening, openingOf } from './door.ts';
import type { Listed, LookUp } from './listed/index.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogReason, type DialogTurnResult } from './sdk.ts';
import { type Turn, turnOf } from './turn.ts';

export const rootDialogId = 'root';

/** What the menu showed, so that a number means what it meant when it was read. */
interface RootState {
  readonly menu: readonly AskedOption[];
  readonly page: number;
  /** Where what was found by its name stands there instead, which it was asked whether they mean. */
  readonly found?: Listed;
}

/** How the root begins: unset, by hearing what was said; where we speak first, with a welcome; under another dialog, in silence. */
interface RootOptions {
  readonly begin?: 'welcoming' | 'quietly';
}
export const welcoming = { begin: 'welcoming' } satisfies RootOptions;
export const quietly = { begin: 'quietly' } satisfies RootOptions;

/** How a dialog that the root began may end: with the menu, quietly, everything being said, or with what was found by its name instead. */
export type Ended = { readonly end: 'menu' | 'quiet' } | { readonly end: 'found'; readonly found: Listed };

const about = 'about';
/** The line that leads from what was found to the menu. */
const toMenu = 'menu';

/** The menu, and the words that a person may start with. */
export class RootDialog extends Dialog<RootOptions> {
  readonly #doors: readonly Door[];
  readonly #lookUp: LookUp;

  constructor(doors: readonly Door[], lookUp: LookUp) {
    super(rootDialogId);
    this.#doors = doors;
    this.#lookUp = lookUp;
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
    if (command === 'more' && state.menu.length > 0) return this.#putPage(dc.activeDialog, turn, state.page + 1);
    if (command) return this.#putMenu(dc.activeDialog, turn, 0);

    const chosen = hearOption(said, labelled(state.menu), turn.language);
    if (chosen.ok && chosen.sure) return this.#open(dc, turn, chosen.value);
    const agreed = state.found && hearClearYesNo(turn);
    if (agreed === true) return this.#openFound(dc, turn);
    if (agreed === false) return this.#putMenu(dc.activeDialog, turn, 0);

    const language = hearLanguage(said);
    if (language) return this.#speak(dc, turn, language);
    const named = heardBy(this.#doors, turn);
    const isUnderstood = named?.sure || (chosen.ok && chosen.value !== about) || isPolite(turn);
    const found = isUnderstood ? undefined : await this.#lookUp(turn, named);
    if (turn.first && (found || named)) sayLanguages(turn);
    if (found) return putFound(dc.activeDialog, turn, found, 0);
    if (named) return begin(dc, named);
    if (chosen.ok) return this.#open(dc, turn, chosen.value);
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
    if (result?.end === 'found') return putFound(dc.activeDialog, turnOf(dc.context), result.found, 0);
    return result?.end === 'menu' ? this.#putMenu(dc.activeDialog, turnOf(dc.context), 0) : Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await this.#putPage(instance, turnOf(context), stateOf(instance).page);
  }

  #open(dc: DialogContext, turn: Turn, key: string): Promise<DialogTurnResult> {
    if (key === about) return this.#sayAbout(dc, turn);
    return key === toMenu ? this.#putMenu(dc.activeDialog, turn, 0) : begin(dc, openingOf(key));
  }

  /** What they said yes to, where there was one thing to say yes to. */
  async #openFound(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    const { found, page } = stateOf(dc.activeDialog);
    const [line, ...others] = found?.lines ?? [];
    return line && others.length === 0 ? begin(dc, openingOf(line.key)) : this.#putPage(dc.activeDialog, turn, page);
  }

  /** A page of what was put last. */
  async #putPage(instance: DialogInstance | undefined, turn: Turn, page: number): Promise<DialogTurnResult> {
    const { found } = stateOf(instance);
    return found ? putFound(instance, turn, found, page) : this.#putMenu(instance, turn, page);
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

/** What was found by its name, and the way to the menu. */
function putFound(instance: DialogInstance | undefined, turn: Turn, found: Listed, page: number): DialogTurnResult {
  const menu = [...found.lines, { key: toMenu, label: turn.words('listed.none') }];
  const text = turn.words('listed.found', { count: found.lines.length });
  const hint = found.others ? turn.words('listed.others') : undefined;
  turn.ask({ about: 'root:found', text, options: menu, answer: 'one', ...(hint && { hint }) }, page);
  return keep(instance, { menu, page, found });
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

function isPolite(turn: Turn): boolean {
  return isOneOf(turn, 'root.greetings') || isOneOf(turn, 'root.farewells');
}

function labelled(menu: readonly AskedOption[]) {
  return menu.map(({ key, label, say }) => ({ key, labels: say === undefined ? [label] : [label, say] }));
}

function stateOf(instance: DialogInstance | undefined): RootState {
  return instance?.state as RootState;
}

function keep(instance: DialogInstance | undefined, state: RootState): DialogTurnResult {
  if (instance) instance.state = state;
  return Dialog.EndOfTurn;
}

import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs';
import { plain } from '#language/hearing/clean.ts';
import { hearCommand } from '#language/hearing/commands.ts';
import { hearLanguage } from '#language/hearing/languageNames.ts';
import { hearOption } from '#language/hearing/options.ts';
import { textIn } from '#language/languages.ts';
import type { AskedOption } from './asking.ts';
import { type ConsultationEnded, consultationDialogId } from './consultation/index.ts';
import { consultationNamed, openConsultations } from './consultation/others.ts';
import { type Turn, turnOf } from './turn.ts';

export const rootDialogId = 'root';

/** What the menu showed, so that a number means what it meant when it was read. */
interface RootState {
  readonly menu: readonly AskedOption[];
  readonly page: number;
}

/** How the root begins where we speak first. */
export const welcoming = { welcome: true } as const;

const about = 'about';

/** The menu, and the words that a person may start with. */
export class RootDialog extends Dialog<Partial<typeof welcoming>> {
  constructor() {
    super(rootDialogId);
  }

  override async beginDialog(dc: DialogContext, options?: Partial<typeof welcoming>): Promise<DialogTurnResult> {
    keep(dc, { menu: [], page: 0 });
    return options?.welcome ? greet(dc) : this.continueDialog(dc);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const state = stateOf(dc);
    const { said } = turn;
    const command = hearCommand(said, turn.language);
    if (command === 'help') return sayAbout(dc, turn);
    if (command === 'more' && state.menu.length > 0) return putMenu(dc, turn, state.page + 1);
    if (command) return putMenu(dc, turn, 0);

    const chosen = hearOption(said, labelled(state.menu), turn.language);
    if (chosen.ok && chosen.value === about) return sayAbout(dc, turn);
    if (chosen.ok && chosen.sure) return dc.beginDialog(consultationDialogId, { key: chosen.value });

    const language = hearLanguage(said);
    if (language) return speak(dc, turn, language);
    const named = consultationNamed(turn);
    const key = named?.key ?? (chosen.ok ? chosen.value : undefined);
    if (key !== undefined) {
      if (turn.first) turn.say('root.languages');
      return dc.beginDialog(consultationDialogId, { key });
    }
    if (isOneOf(turn, 'root.farewells') && !turn.first) {
      turn.say('root.anyTime');
      return keep(dc, state);
    }
    if (turn.first || isOneOf(turn, 'root.greetings')) turn.say('root.hello');
    else turn.say('root.unclear');
    if (turn.first) turn.say('root.languages');
    return putMenu(dc, turn, 0);
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result?: ConsultationEnded): Promise<DialogTurnResult> {
    keep(dc, { menu: [], page: 0 });
    return result?.end === 'menu' ? putMenu(dc, turnOf(dc.context), 0) : Dialog.EndOfTurn;
  }
}

/** Hello and the menu, or at once the consultation by whose word they came. */
async function greet(dc: DialogContext): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const named = consultationNamed(turn);
  if (!named) turn.say('root.hello');
  turn.say('root.languages');
  return named ? dc.beginDialog(consultationDialogId, { key: named.key }) : putMenu(dc, turn, 0);
}

function putMenu(dc: DialogContext, turn: Turn, page: number): DialogTurnResult {
  const menu = menuNow(turn);
  if (menu.length === 1) turn.say('root.nothingOpen');
  turn.ask({ text: turn.words('root.choose'), options: menu }, page);
  return keep(dc, { menu, page });
}

function menuNow(turn: Turn): readonly AskedOption[] {
  const { inHand } = turn;
  const consultations = openConsultations(turn).map(({ key, definition }) => {
    const title = textIn(definition.title, turn.language);
    const inTheMiddle = inHand?.consultationKey === key && !inHand.submitted;
    return { key, label: inTheMiddle ? turn.words('root.goOn', { title }) : title };
  });
  return [...consultations, { key: about, label: turn.words('root.about') }];
}

function sayAbout(dc: DialogContext, turn: Turn): DialogTurnResult {
  turn.say('root.aboutText');
  return putMenu(dc, turn, 0);
}

function speak(dc: DialogContext, turn: Turn, language: Parameters<Turn['speak']>[0]): DialogTurnResult {
  turn.speak(language);
  turn.say('root.languageChanged');
  return putMenu(dc, turn, 0);
}

function isOneOf(turn: Turn, list: 'root.greetings' | 'root.farewells'): boolean {
  return turn.words(list).split(',').map(plain).includes(plain(turn.said));
}

function labelled(menu: readonly AskedOption[]) {
  return menu.map(({ key, label }) => ({ key, labels: [label] }));
}

function stateOf(dc: DialogContext): RootState {
  return dc.activeDialog?.state as RootState;
}

function keep(dc: DialogContext, state: RootState): DialogTurnResult {
  if (dc.activeDialog) dc.activeDialog.state = state;
  return Dialog.EndOfTurn;
}

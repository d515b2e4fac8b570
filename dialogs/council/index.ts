import type { TurnContext } from 'botbuilder';
import type { Consultations } from '#consultations';
import { councilKey } from '#consultations/keys.ts';
import { plain } from '#language/hearing/clean.ts';
import { type Command, commandWords, hearCommand } from '#language/hearing/commands.ts';
import { hearLanguage, languageNames } from '#language/hearing/languageNames.ts';
import { hearOption } from '#language/hearing/options.ts';
import { type Language, textIn } from '#language/languages.ts';
import { placeName } from '#places/name.ts';
import type { AskedOption } from '../asking.ts';
import { consultationDialogId } from '../consultation/door.ts';
import { type HearDoors, mayBeTaught } from '../door.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from '../sdk.ts';
import { type Turn, turnOf } from '../turn.ts';
import type { Capacity } from './capacity.ts';

export const councilDialogId = 'council';

export interface CouncilOptions {
  /** The consultation's. */
  readonly key: string;
  /** Keys of the councils for which this person may respond; never none. */
  readonly councils: readonly string[];
}

interface CouncilState extends CouncilOptions {
  /** The council that was chosen, while its minute is asked for. */
  readonly council?: string;
}

/** A reference is a number and a date at most; what is longer is something else. */
const longestMinute = 60;
const own = 'own';

/** Asks a clerk or a chair as whom they respond, and for a council by which minute; then the consultation itself begins. */
export class CouncilDialog extends Dialog<CouncilOptions> {
  readonly #consultations: Pick<Consultations, 'findResponse'>;
  readonly #hearDoors: HearDoors;

  constructor(consultations: Pick<Consultations, 'findResponse'>, hearDoors: HearDoors) {
    super(councilDialogId);
    this.#consultations = consultations;
    this.#hearDoors = hearDoors;
  }

  override async beginDialog(dc: DialogContext, options?: CouncilOptions): Promise<DialogTurnResult> {
    if (!options) throw new Error('somebody is asked as whom they respond to a consultation');
    return put(dc, turnOf(dc.context), options);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const state = stateOf(dc.activeDialog);
    const command = hearCommand(turn.said, turn.language);
    if (command) return obey(dc, turn, { state, command });
    const { council } = state;
    return council === undefined ? this.#hearCapacity(dc, turn, state) : this.#hearMinute(dc, turn, { ...state, council });
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    ask(turnOf(context), stateOf(instance));
  }

  async #hearCapacity(dc: DialogContext, turn: Turn, state: CouncilState): Promise<DialogTurnResult> {
    const labelled = options(turn, state).map(({ key, label }) => ({ key, labels: [label] }));
    const heard = hearOption(turn.said, labelled, turn.language);
    if (!heard.ok || !heard.sure) {
      const language = hearLanguage(turn.said);
      if (language) return speak(dc, turn, { state, language });
      const named = this.#hearDoors(turn);
      if (named?.sure) return dc.replaceDialog(named.dialog, named.options);
      turn.refuse('prompts.pleaseChoose');
      return put(dc, turn, state);
    }
    if (heard.value === own) return begin(dc, state.key, own);
    const council = heard.value;
    const secret = turn.catalogue.live.find(({ key }) => key === state.key)?.secret;
    const before = secret && (await this.#consultations.findResponse(state.key, councilKey(secret, council)));
    return before ? begin(dc, state.key, { council, minuteReference: null }) : put(dc, turn, { ...state, council });
  }

  /** It is in a person's own words: only the words that we teach lead elsewhere. */
  #hearMinute(
    dc: DialogContext,
    turn: Turn,
    state: CouncilState & { readonly council: string },
  ): DialogTurnResult | Promise<DialogTurnResult> {
    const { key, council } = state;
    const minuteReference = turn.said.trim();
    const language = hearLanguage(minuteReference);
    if (language && plain(minuteReference) === plain(languageNames[language])) return speak(dc, turn, { state, language });
    const named = mayBeTaught(minuteReference) ? this.#hearDoors(turn) : undefined;
    if (named?.asTaught) return dc.replaceDialog(named.dialog, named.options);
    if (minuteReference !== '' && minuteReference.length <= longestMinute) return begin(dc, key, { council, minuteReference });
    if (minuteReference === '') turn.refuse('prompts.emptyText');
    else turn.refuse('council.minuteTooLong', { limit: longestMinute });
    return put(dc, turn, state);
  }
}

function obey(
  dc: DialogContext,
  turn: Turn,
  { state, command }: { readonly state: CouncilState; readonly command: Command },
): DialogTurnResult | Promise<DialogTurnResult> {
  const { key, councils, council } = state;
  switch (command) {
    case 'menu':
      return dc.endDialog({ end: 'menu' });
    case 'pause':
      turn.say('root.anyTime');
      return dc.endDialog({ end: 'quiet' });
    case 'back':
      return council === undefined ? dc.endDialog({ end: 'menu' }) : put(dc, turn, { key, councils });
    case 'skip':
      if (council !== undefined) return begin(dc, key, { council, minuteReference: null });
      turn.refuse('prompts.needsAnswer');
      return put(dc, turn, state);
    default:
      turn.say('council.help');
      return put(dc, turn, state);
  }
}

function speak(
  dc: DialogContext,
  turn: Turn,
  { state, language }: { readonly state: CouncilState; readonly language: Language },
): DialogTurnResult {
  turn.speak(language);
  turn.say('root.languageChanged');
  return put(dc, turn, state);
}

function begin(dc: DialogContext, key: string, as: Capacity): Promise<DialogTurnResult> {
  return dc.replaceDialog(consultationDialogId, { key, as });
}

function put(dc: DialogContext, turn: Turn, state: CouncilState): DialogTurnResult {
  ask(turn, state);
  if (dc.activeDialog) dc.activeDialog.state = state;
  return Dialog.EndOfTurn;
}

function ask(turn: Turn, state: CouncilState): void {
  const { key, council } = state;
  if (council === undefined) {
    const title = turn.catalogue.live.find((live) => live.key === key)?.definition.title;
    const text = turn.words('council.asWhom', { title: title ? textIn(title, turn.language) : '' });
    turn.ask({ about: `council:${key}:capacity`, text, options: options(turn, state), answer: 'one' }, 0);
    return;
  }
  const skip = { key: 'skip', label: turn.words('prompts.skip'), say: commandWords[turn.language].skip };
  const text = turn.words('council.minute', { place: placeName(council) });
  const hint = turn.room.buttons ? undefined : turn.words('prompts.orSkip');
  turn.ask({ about: `council:${key}:minute`, text, options: [], answer: 'line', skip, ...(hint && { hint }) }, 0);
}

function options(turn: Turn, { councils }: CouncilOptions): readonly AskedOption[] {
  const formal = councils.map((council) => ({ key: council, label: turn.words('council.formal', { place: placeName(council) }) }));
  return [{ key: own, label: turn.words('council.own') }, ...formal];
}

function stateOf(instance: DialogInstance | undefined): CouncilState {
  return instance?.state as CouncilState;
}

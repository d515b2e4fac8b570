import { plain } from '#language/hearing/clean.ts';
import { hearCrisis } from '#language/hearing/crisis.ts';
import type { CrisisKind } from '#language/lexicon/crisis/crisis.ts';
import type { SentenceKey } from '#language/words.ts';
import type { ConversationState } from './handler.ts';
import type { TurnInHand } from './turnInHand.ts';

/** Numbers that help, as they are dialled or texted; never translated. A council confirms them and may set others: see `CRISIS_LINES`. */
export interface CrisisLines {
  readonly emergency: string;
  readonly listening: string;
  readonly texting: string;
  readonly textingWord: string;
  readonly children: string;
  readonly health: string;
  readonly abuse: string;
}

/** Lines for the whole country, as their own pages gave them in 2026. */
export const nationalLines: CrisisLines = {
  emergency: '999',
  listening: '116 123',
  texting: '85258',
  textingWord: 'SHOUT',
  children: '0800 1111',
  health: '111',
  abuse: '0808 2000 247',
};

/** What is said for each kind of need, in this order; every sentence stands by itself. */
const help: Readonly<Record<CrisisKind, readonly SentenceKey[]>> = {
  harm: ['crisis.harm', 'crisis.someoneToTalkTo'],
  abuse: ['crisis.abuse', 'crisis.someoneToTalkTo'],
  danger: ['crisis.danger'],
};

/** What a message comes to before any dialog hears it: help was given, the way back was asked for, or it is for the dialog. */
export type Sidetrack = 'helped' | 'back' | 'go on';

/**
 * Says fixed, short help to whoever writes of suicide, self-harm, abuse or danger; false where nothing of it was said. Whoever looks over
 * their shoulder, or reads the log, finds nothing of it.
 */
export function giveHelp(turn: TurnInHand, lines: CrisisLines): boolean {
  const kind = hearCrisis(turn.said);
  if (!kind) return false;
  turn.keepNothing();
  for (const sentence of help[kind]) turn.say(sentence, { ...lines });
  return true;
}

/**
 * Words of suicide, self-harm, abuse or danger get fixed, short help, wherever somebody is. No dialog hears them, so they are no answer
 * and no search; the dialog stands where it stood, and whatever is said next is heard by it again.
 */
export function sidetrack(turn: TurnInHand, state: ConversationState, lines: CrisisLines): Sidetrack {
  if (giveHelp(turn, lines)) {
    const goOn = { key: 'goOn', label: turn.words('crisis.goOnButton'), say: turn.words('crisis.goOnWord') };
    turn.ask({ about: 'crisis', text: turn.words('crisis.computer', { word: goOn.say }), options: [], answer: 'line', skip: goOn }, 0);
    state.sidetracked = true;
    return 'helped';
  }
  if (!state.sidetracked) return 'go on';
  delete state.sidetracked;
  return plain(turn.said) === plain(turn.words('crisis.goOnWord')) ? 'back' : 'go on';
}

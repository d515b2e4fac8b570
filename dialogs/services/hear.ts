import { plain } from '#language/hearing/clean.ts';
import { type Command, hearCommand } from '#language/hearing/commands.ts';
import { hearLanguage, languageNames } from '#language/hearing/languageNames.ts';
import type { Language } from '#language/languages.ts';
import { consultationDialogId } from '../consultation/door.ts';
import type { HearDoors, Opening } from '../door.ts';
import { saysFarewell } from '../farewell.ts';
import { servicesDialogId } from './door.ts';
import { stayNear } from './look.ts';
import { stages } from './stages/index.ts';
import type { Onward, Step } from './step.ts';

/** What one reply leads to: the dialog stays, ends, or makes way for another. */
export type Outcome =
  | { readonly stay: true }
  | { readonly end: 'menu' | 'quiet' }
  | { readonly another: Opening }
  | { readonly over: Opening };

const stay: Outcome = { stay: true };
/** After so many replies that were not understood, what is asked is put again. */
const triesBeforeAgain = 2;

/** Hears a reply: commands first, then the stage; what it does not understand may be for another dialog, or another language. */
export async function hearInAStage(step: Step, hearDoors: HearDoors): Promise<Outcome> {
  const { turn } = step;
  const command = hearCommand(turn.said, turn.language);
  if (command) return obey(step, command);
  const elsewhere = hearDoors(turn);
  if (elsewhere?.sure && elsewhere.dialog !== servicesDialogId) return { another: elsewhere };
  if (elsewhere?.sure && !('said' in elsewhere.options)) return go(step, { to: 'need' });
  const language = hearLanguage(turn.said);
  if (language && plain(turn.said) === plain(languageNames[language])) return speak(step, language);
  if (saysFarewell(turn)) return leave(step);
  const onward = await stages[step.state.stage].hear(step);
  if (!('unclear' in onward)) return go(step, onward);
  if (await stages[step.state.stage].answer?.(step)) return stay;
  // What is no answer here may be the wish for something else; a word that is like a keyword is more likely a slip in an answer.
  if (elsewhere && elsewhere.dialog !== servicesDialogId && elsewhere.dialog !== consultationDialogId) return { another: elsewhere };
  return language ? speak(step, language) : sayUnclear(step, onward);
}

function speak(step: Step, language: Language): Promise<Outcome> {
  step.turn.speak(language);
  step.turn.say('root.languageChanged');
  return putAgain(step);
}

function leave({ turn }: Step): Outcome {
  turn.say('root.anyTime');
  return { end: 'quiet' };
}

export async function putStage(step: Step): Promise<void> {
  await stages[step.state.stage].put(step);
}

async function obey(step: Step, command: Command): Promise<Outcome> {
  const { turn, state } = step;
  const stage = stages[state.stage];
  switch (command) {
    case 'menu':
      return { end: 'menu' };
    case 'pause':
      return leave(step);
    case 'help':
      turn.say('services.help');
      return putAgain(step);
    case 'more':
      if (stage.more) stage.more(step);
      else state.page += 1;
      return putAgain(step);
    case 'back':
      return go(step, stage.back(step));
    default:
      if (state.stage === 'where') return go(step, { to: await stayNear(step, undefined) });
      return sayUnclear(step, { unclear: 'prompts.nothingToSkip' });
  }
}

async function go(step: Step, onward: Onward): Promise<Outcome> {
  if ('end' in onward || 'over' in onward) return onward;
  if ('unclear' in onward) return sayUnclear(step, onward);
  Object.assign(step.state, { stage: onward.to, page: 0, tries: 0 });
  return putAgain(step);
}

async function sayUnclear(step: Step, { unclear, args }: Extract<Onward, { unclear: unknown }>): Promise<Outcome> {
  step.state.tries += 1;
  step.turn.say(unclear, args);
  return step.state.tries < triesBeforeAgain ? stay : putAgain(step);
}

async function putAgain(step: Step): Promise<Outcome> {
  await putStage(step);
  return stay;
}

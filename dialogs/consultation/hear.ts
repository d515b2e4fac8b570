import { lastDayInWords } from '#language/dates.ts';
import { plain } from '#language/hearing/clean.ts';
import { type Command, hearCommand } from '#language/hearing/commands.ts';
import { hearLanguage, languageNames } from '#language/hearing/languageNames.ts';
import type { Language } from '#language/languages.ts';
import { type HearDoors, mayBeTaught, type Opening } from '../door.ts';
import { isTaught } from '../taughtCommand.ts';
import { sayWhyUnclear } from '../unclear.ts';
import { consultationDialogId } from './door.ts';
import { stages } from './stages/index.ts';
import type { ConsultationEnd, Onward, Stage, Step, Unclear } from './step.ts';

/** What one reply leads to: the dialog stays, ends, or makes way for another. */
export type Outcome = { readonly stay: true } | { readonly end: ConsultationEnd } | { readonly open: Opening };

const stay: Outcome = { stay: true };

/** After so many replies that were not understood, the way out is said: leave it out, or an example. */
const triesBeforeRescue = 2;

/**
 * Hears a reply. Commands come first, then the question at hand; what it does not understand may be a language or the wish for something else.
 * Where the answer is in the person's own words, or is an option that only sounds like a command ("Later"), only the words that we
 * teach are commands.
 */
export function hearInAStage(step: Step, hearDoors: HearDoors): Outcome {
  const { turn } = step;
  const stage = stages[step.state.stage];
  const ownWords = stage.ownWords?.(step) ?? false;
  const command = hearCommand(turn.said, turn.language);
  if (command && (isTaught(turn, command) || !(ownWords || isOption(step, stage)))) return obey(step, stage, command);
  if (ownWords) {
    const language = hearLanguage(turn.said);
    if (language && plain(turn.said) === plain(languageNames[language])) return speak(step, language);
    const named = mayBeTaught(turn.said) ? hearDoors(turn) : undefined;
    if (named?.asTaught) return changeOver(step, named);
  }

  const onward = stage.hear(step);
  if (!('unclear' in onward)) return go(step, onward);
  const language = hearLanguage(turn.said);
  if (language) return speak(step, language);
  const named = hearDoors(turn);
  return named?.sure ? changeOver(step, named) : sayUnclear(step, stage, onward);
}

export function putStage(step: Step): void {
  stages[step.state.stage].put(step);
}

function obey(step: Step, stage: Stage, command: Command): Outcome {
  const { turn, state, definition } = step;
  switch (command) {
    case 'menu':
      return { end: 'menu' };
    case 'pause': {
      const date = lastDayInWords(new Date(definition.closesAt), turn.language);
      if (turn.room.byForms) turn.say('consultation.pausedHere', { date });
      else turn.say('consultation.paused', { date, keyword: definition.keyword });
      step.tellCode();
      return { end: 'quiet' };
    }
    case 'help':
      stage.help?.(step);
      turn.say('prompts.commands');
      stage.put(step);
      return stay;
    case 'more':
      state.page += 1;
      stage.put(step);
      return stay;
    case 'back':
      return go(step, stage.back(step));
    default:
      return go(step, stage.skip?.(step) ?? { unclear: 'prompts.nothingToSkip' });
  }
}

function go(step: Step, onward: Onward): Outcome {
  if ('end' in onward) return onward;
  if ('unclear' in onward) return sayUnclear(step, stages[step.state.stage], onward);
  Object.assign(step.state, { stage: onward.to, page: 0, tries: 0 });
  putStage(step);
  return stay;
}

/** Buttons are gone once something was said, so where there are any the question comes again at once. */
function sayUnclear(step: Step, stage: Stage, { unclear, args }: Unclear): Outcome {
  const { turn, state } = step;
  const { buttons } = turn.room;
  state.tries += 1;
  sayWhyUnclear(turn, unclear, args);
  const rescued = state.tries >= triesBeforeRescue;
  if (rescued) stage.rescue?.(step);
  if (rescued || buttons) stage.put(step);
  return stay;
}

function changeOver(step: Step, { dialog, options }: Opening): Outcome {
  const here = dialog === consultationDialogId && 'key' in options && options.key === step.state.key;
  return here ? go(step, { to: step.state.stage }) : { open: { dialog, options } };
}

function isOption(step: Step, stage: Stage): boolean {
  const said = plain(step.turn.said);
  return stage.options?.(step).some(({ label }) => plain(label) === said) ?? false;
}

function speak(step: Step, language: Language): Outcome {
  step.turn.speak(language);
  step.turn.say('root.languageChanged');
  putStage(step);
  return stay;
}

import type { AnswerableQuestion } from '#consultations/definition.ts';
import { preferNotToSay, type Question, type Value } from '#consultations/definition.ts';
import { labelOf } from '#consultations/label.ts';
import { infosBefore, nextQuestion, previousQuestion } from '#consultations/survey.ts';
import { hearPreferNotToSay } from '#language/hearing/preferNotToSay.ts';
import { textIn } from '#language/languages.ts';
import type { AskedOption } from '../../asking.ts';
import { promptFor } from '../../prompts/index.ts';
import { give, takeBack } from '../answer.ts';
import { hearChoice } from '../hearChoice.ts';
import { stageFromAnswers } from '../onward.ts';
import { questionAsked, wordingOf } from '../questionAsked.ts';
import { answersSoFar, type Onward, promptContext, type Stage, type Step, wishOf } from '../step.ts';

/** One question at a time. */
export const ask: Stage = {
  put(step) {
    const { turn, definition, state } = step;
    const question = current(step);
    const context = promptContext(step);
    if (state.page === 0 && state.tries === 0) {
      for (const info of infosBefore(definition, context.answers, question)) turn.tell(wordingOf(info, context));
    }
    turn.ask(questionAsked(question, context), state.page);
  },

  hear(step) {
    const question = current(step);
    const { turn } = step;
    if (question.aboutYou && declines(step, question)) return accept(step, question, preferNotToSay, true);
    const heard = promptFor(question).hear(turn.said, question, promptContext(step));
    if (heard.ok) return accept(step, question, heard.value, heard.sure);
    return heard.args ? { unclear: heard.reason, args: heard.args } : { unclear: heard.reason };
  },

  skip(step) {
    const question = current(step);
    return question.required ? { unclear: 'prompts.needsAnswer' } : accept(step, question, null, true);
  },

  back(step) {
    const { state, turn } = step;
    if (state.changing !== undefined) {
      delete state.changing;
      return { to: 'review' };
    }
    const question = current(step);
    const previous = previousQuestion(step.definition, answersSoFar(step), question);
    if (question.aboutYou && !previous?.aboutYou) {
      delete state.wish;
      return { to: 'offer' };
    }
    if (previous) takeBack(step, previous.key);
    else turn.say('consultation.noneBefore');
    return { to: 'ask' };
  },

  help(step) {
    const question = current(step);
    if (question.help) step.turn.tell(textIn(question.help, step.turn.language));
  },

  /** Where there are buttons they say it. */
  rescue(step) {
    const question = current(step);
    const { buttons } = step.turn.room;
    if (buttons && (!question.required || optionsOf(step).length > 0)) return;
    if (!question.required) step.turn.say('prompts.youMaySkip');
    else step.turn.say('prompts.forExample', { example: promptFor(question).example(question, promptContext(step)) });
  },

  options: optionsOf,
  ownWords: (step) => current(step).kind === 'text',
};

/** The question at hand: the one whose answer is being changed, else the first without an answer. */
function current(step: Step): AnswerableQuestion {
  const { definition, state } = step;
  const changing = definition.questions.find((question) => question.key === state.changing);
  const next = nextQuestion(definition, answersSoFar(step), wishOf(step));
  const question = changing ?? (next.kind === 'ask' ? next.question : undefined);
  if (!question || question.kind === 'info') throw new Error(`${definition.key} has no question to ask`);
  return question;
}

/** In words, or by the option that every about-you question ends with; a number on a scale is never the place of that option. */
function declines(step: Step, { kind }: Question): boolean {
  const { turn } = step;
  return hearPreferNotToSay(turn.said, turn.language) || (kind !== 'scale' && hearChoice(turn, optionsOf(step)) === preferNotToSay);
}

function optionsOf(step: Step): readonly AskedOption[] {
  return questionAsked(current(step), promptContext(step)).options;
}

function accept(step: Step, question: Question, value: Value, sure: boolean): Onward {
  if (!sure) step.turn.say('prompts.heard', { answer: labelOf(question, value, step.turn.language) });
  give(step, question, value);
  delete step.state.changing;
  return { to: stageFromAnswers(step) };
}

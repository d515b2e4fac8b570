import type { Question } from '#consultations/definition.ts';
import { labelOf } from '#consultations/label.ts';
import { pipe } from '#consultations/pipe.ts';
import { applicableQuestions } from '#consultations/survey.ts';
import type { AskedOption } from '../../asking.ts';
import { hearChoice } from '../hearChoice.ts';
import { answersSoFar, askOne, type Stage, type Step } from '../step.ts';

/** A question is shown by its beginning: enough to know it by, short enough that several fit a text. */
const mostLettersOfAQuestion = 32;
const mostLettersOfAnAnswer = 24;

/** What was answered, to be changed one at a time. */
export const review: Stage = {
  put(step) {
    askOne(step, step.turn.words('consultation.review'), answeredQuestions(step));
  },

  hear(step) {
    const options = answeredQuestions(step);
    const heard = hearChoice(step.turn, options);
    if (heard === undefined) return { unclear: 'prompts.unclearChoice', args: { count: options.length } };
    step.state.changing = heard;
    return { to: 'ask' };
  },

  back: (step) => ({ to: step.turn.inHand?.submitted ? 'answered' : 'check' }),
  options: answeredQuestions,
};

function answeredQuestions(step: Step): readonly AskedOption[] {
  const answers = answersSoFar(step);
  const questions = applicableQuestions(step.definition, answers).filter(({ key }) => Object.hasOwn(answers, key));
  return questions.map((question) => ({ key: question.key, label: line(step, question) }));
}

function line(step: Step, question: Question): string {
  const { turn, definition } = step;
  const answers = answersSoFar(step);
  const answer = labelOf(question, answers[question.key] ?? null, turn.language) || turn.words('consultation.skipped');
  return turn.words('consultation.reviewLine', {
    question: shortened(pipe(question.text, answers, definition, turn.language), mostLettersOfAQuestion),
    answer: shortened(answer, mostLettersOfAnAnswer),
  });
}

function shortened(text: string, mostLetters: number): string {
  const letters = Array.from(text);
  return letters.length <= mostLetters ? text : `${letters.slice(0, mostLetters).join('').trimEnd()}...`;
}

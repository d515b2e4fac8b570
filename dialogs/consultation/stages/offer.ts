import { nextQuestion, previousQuestion } from '#consultations/survey.ts';
import { takeBack } from '../answer.ts';
import { hearConsent } from '../hearChoice.ts';
import { stageFromAnswers } from '../onward.ts';
import { answersSoFar, askOne, type Stage, type Step } from '../step.ts';

/** The about-you questions are offered, never sprung: only a clear yes brings them. */
export const offer: Stage = {
  put(step) {
    const { turn, definition } = step;
    const next = nextQuestion(definition, answersSoFar(step), 'not-asked');
    const count = next.kind === 'offerAboutYou' ? next.count : 0;
    askOne(step, turn.words('consultation.offerAboutYou', { count }), options(step));
  },

  hear(step) {
    const yes = hearConsent(step.turn, options(step));
    if (yes === undefined) return { unclear: 'prompts.unclearYesNo' };
    step.state.wish = yes ? 'yes' : 'no';
    return { to: stageFromAnswers(step) };
  },

  skip(step) {
    step.state.wish = 'no';
    return { to: stageFromAnswers(step) };
  },

  back(step) {
    const previous = previousQuestion(step.definition, answersSoFar(step));
    if (previous) takeBack(step, previous.key);
    return { to: stageFromAnswers(step) };
  },

  options,
};

function options({ turn }: Step) {
  return [
    { key: 'ask', label: turn.words('consultation.offerYes') },
    { key: 'decline', label: turn.words('consultation.offerNo') },
  ];
}

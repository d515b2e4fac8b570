import { nextQuestion } from '#consultations/survey.ts';
import { answersSoFar, type StageName, type Step, wishOf } from './step.ts';

/** The stage that follows from the answers so far. */
export function stageFromAnswers(step: Step): StageName {
  if (step.state.changing !== undefined) return 'ask';
  const next = nextQuestion(step.definition, answersSoFar(step), wishOf(step));
  return next.kind === 'offerAboutYou' ? 'offer' : next.kind;
}

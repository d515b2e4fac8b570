import { nextQuestion } from '#consultations/survey.ts';
import { answersSoFar, type Step, wishOf } from './step.ts';

/**
 * Where a response stands, in a word: sent or not, and what it lacks next. It is kept from one turn to the next, as a response may be gone on
 * with elsewhere in between (by its code, or by another member of a council): what is said then answers nothing that is still asked.
 */
export function standsAt(step: Step): string {
  const { turn, state, definition } = step;
  const { inHand } = turn;
  if (inHand?.consultationKey !== state.key || inHand.council !== (state.council ?? null)) return 'not begun';
  const next = nextQuestion(definition, answersSoFar(step), wishOf(step));
  return `${inHand.submitted ? 'sent' : 'open'} ${next.kind === 'ask' ? next.question.key : `(${next.kind})`}`;
}

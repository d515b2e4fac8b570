import type { Question, Value } from '#consultations/definition.ts';
import { noLongerAsked } from '#consultations/survey.ts';
import type { Turn } from '../turn.ts';
import { answersSoFar, type Step } from './step.ts';

/** An answer becomes a fact, apart from the others if it is about the person; answers that hung on the one before it are taken back. */
export function give(step: Step, question: Question, value: Value): void {
  const { turn, definition } = step;
  const { inHand } = turn;
  if (!inHand) throw new Error('an answer was given with no response in hand');
  const questionKey = question.key;
  if (question.aboutYou) {
    turn.record({ kind: 'aboutYouGiven', aboutYouKey: inHand.aboutYouKey, consultationKey: inHand.consultationKey, questionKey, value });
  } else {
    const said = keptBeside(question, value, turn);
    turn.record({ kind: 'answerGiven', responseId: inHand.id, questionKey, value, said, language: turn.language });
  }
  for (const key of noLongerAsked(definition, answersSoFar(step))) takeBack(step, key);
}

export function takeBack({ turn, definition }: Step, questionKey: string): void {
  const { inHand } = turn;
  if (!inHand) throw new Error('an answer was taken back with no response in hand');
  const aboutYou = definition.questions.some((question) => question.key === questionKey && question.aboutYou);
  if (aboutYou) turn.record({ kind: 'aboutYouTakenBack', aboutYouKey: inHand.aboutYouKey, questionKey });
  else turn.record({ kind: 'answerTakenBack', responseId: inHand.id, questionKey });
}

/** What was said is kept beside what was chosen, but for a postcode, of which only the first half is kept, and a skipped question. */
function keptBeside(question: Question, value: Value, { kept }: Turn): string | null {
  if (question.kind === 'postcode' || value === null) return null;
  return question.kind === 'text' && typeof value === 'string' ? value : kept;
}

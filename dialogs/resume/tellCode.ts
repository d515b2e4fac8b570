import { type Consultations, definitionOf } from '#consultations';
import { codeExpiresAt } from '#consultations/resume/code.ts';
import { lastDayInWords } from '#language/dates.ts';
import type { Turn } from '../turn.ts';

/** Tells the code of the response in hand, while it is open. */
export function tellCode(turn: Turn, { resumeCode }: Pick<Consultations, 'resumeCode'>): void {
  const { inHand, catalogue, now } = turn;
  if (!inHand || inHand.submitted) return;
  const definition = definitionOf(catalogue, inHand.consultationKey, inHand.versionNumber);
  if (!definition) return;
  const { code, lookup } = resumeCode(inHand.id);
  const expiresAt = codeExpiresAt(now, new Date(definition.closesAt));
  turn.record({ kind: 'resumeCodeTold', responseId: inHand.id, lookup, expiresAt });
  turn.say('resume.code', { code, date: lastDayInWords(expiresAt, turn.language) });
}

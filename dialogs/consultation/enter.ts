import { type Consultations, definitionOf, type LiveConsultation } from '#consultations';
import { respondentKey } from '#consultations/keys.ts';
import { questionsLeft } from '#consultations/progress.ts';
import { stateOf } from '#consultations/state.ts';
import { dayInWords, lastDayInWords } from '#language/dates.ts';
import { textIn } from '#language/languages.ts';
import type { Turn } from '../turn.ts';
import { sayAnother } from './others.ts';
import type { ConsultationState } from './step.ts';

/** Where a person comes in: new, in the middle, or finished before. Nothing, with the reason said, where it takes no answers. */
export async function enter(
  turn: Turn,
  consultation: LiveConsultation,
  consultations: Consultations,
): Promise<ConsultationState | undefined> {
  if (!sayIfNotOpen(turn, consultation)) return undefined;
  const { key, version, definition } = consultation;
  const before = await responseBefore(turn, consultation, consultations);
  if (!before) return { key, version, stage: definition.places.length > 0 ? 'place' : 'intro', page: 0, tries: 0 };

  const state = { key, version: before.versionNumber, page: 0, tries: 0 };
  if (before.submitted) return { ...state, stage: 'answered' };
  const theirs = definitionOf(turn.catalogue, key, before.versionNumber) ?? definition;
  turn.say('consultation.resume', { left: questionsLeft(theirs, before.answers) });
  return { ...state, stage: 'ask' };
}

/** Whether it takes answers now. If not, says why and names another. */
export function sayIfNotOpen(turn: Turn, consultation: LiveConsultation): boolean {
  const { definition, closedAt } = consultation;
  const title = textIn(definition.title, turn.language);
  const state = stateOf(consultation, turn.now);
  if (state === 'open') return true;
  if (state === 'notYetOpen') {
    turn.say('consultation.notYetOpen', { title, date: dayInWords(new Date(definition.opensAt), turn.language) });
  } else {
    const date = closedAt ? dayInWords(closedAt, turn.language) : lastDayInWords(new Date(definition.closesAt), turn.language);
    turn.say('consultation.closed', { title, date });
  }
  sayAnother(turn, definition.key);
  return false;
}

/** The response that this person has in hand, or began before on this contact point. */
async function responseBefore(turn: Turn, { key, secret }: LiveConsultation, consultations: Consultations) {
  if (turn.inHand?.consultationKey === key) return turn.inHand;
  // Whoever had one turn has in hand whatever they began in it.
  if (turn.turnsBefore <= 1) return undefined;
  const found = await consultations.findResponse(key, respondentKey(secret, turn.contactPointId));
  if (found) turn.record({ kind: 'responseTakenUp', response: found });
  return found;
}

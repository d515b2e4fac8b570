import { type Consultations, definitionOf, type LiveConsultation } from '#consultations';
import { feedbackInWords } from '#consultations/feedback/inWords.ts';
import { councilKey, respondentKey } from '#consultations/keys.ts';
import { questionsLeft } from '#consultations/progress.ts';
import { stateOf } from '#consultations/state.ts';
import { dayInWords, lastDayInWords } from '#language/dates.ts';
import { textIn } from '#language/languages.ts';
import type { Capacity } from '../council/capacity.ts';
import type { Turn } from '../turn.ts';
import { sayAnother } from './others.ts';
import type { ConsultationState } from './step.ts';

interface Entering {
  readonly consultations: Consultations;
  readonly as: Capacity;
}

/** Where a person comes in: new, in the middle, or finished before. Nothing, with the reason said, where it takes no answers. */
export async function enter(turn: Turn, consultation: LiveConsultation, entering: Entering): Promise<ConsultationState | undefined> {
  if (!sayIfNotOpen(turn, consultation)) return undefined;
  const { as } = entering;
  const { key, version, definition } = consultation;
  const before = await responseBefore(turn, consultation, entering);
  // A council is where it is, and nothing is asked about it.
  const forCouncil = as === 'own' ? {} : { ...as, place: as.council, wish: 'no' as const };
  const asksPlace = as === 'own' && definition.places.length > 0;
  if (!before) return { key, version, stage: asksPlace ? 'place' : 'intro', page: 0, tries: 0, ...forCouncil };

  const state = { key, version: before.versionNumber, page: 0, tries: 0, ...forCouncil };
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
    sayWhatCame(turn, consultation);
  }
  sayAnother(turn, definition.key);
  return false;
}

/** What came of it, where people are told. */
function sayWhatCame(turn: Turn, { feedback, definition }: LiveConsultation): void {
  if (!feedback) return;
  const told = feedbackInWords(feedback, definition, turn);
  turn.tell(turn.room.brief ? told.brief : told.text);
}

/** The response that this person, or the council that they answer for, has in hand or began before. */
async function responseBefore(turn: Turn, { key, secret }: LiveConsultation, { consultations, as }: Entering) {
  const council = as === 'own' ? undefined : as.council;
  if (turn.inHand?.consultationKey === key && turn.inHand.council === (council ?? null)) return turn.inHand;
  // Whoever had one turn has in hand whatever they began in it; for a council somebody else may have begun.
  if (council === undefined && turn.turnsBefore <= 1) return undefined;
  const found = await consultations.findResponse(key, keyFor(turn, secret, council));
  if (found) turn.record({ kind: 'responseTakenUp', response: found });
  else if (turn.inHand?.consultationKey === key) turn.record({ kind: 'responseLaidDown' });
  return found;
}

/** The respondent key, hex, of this person or of a council: a council's formal response is one, whoever sends it. */
export function keyFor({ contactPointId }: Turn, secret: Uint8Array, council: string | undefined): string {
  return council === undefined ? respondentKey(secret, contactPointId) : councilKey(secret, council);
}

import type { ConsultationFact } from '#consultations/facts.ts';
import type { DialogFact } from '#dialogs/turn.ts';
import type { PeopleFact } from '#people/facts.ts';

/** Everything that a turn may record: what its dialogs do, and where and whether somebody may be reached. */
export type Fact = DialogFact | PeopleFact;

/** The facts of nearly every turn, recorded by the turn log's one statement. The rest are recorded by their feature in the same transaction. */
export type EverydayFact = Exclude<ConsultationFact, { kind: 'responseWithdrawn' }>;
export type RareFact = Exclude<Fact, EverydayFact>;

/** Whether a fact is about the response in hand. */
export function isConsultationFact(fact: Fact): fact is ConsultationFact {
  return fact.kind === 'responseWithdrawn' || !isRare(fact);
}

export function isRare(fact: Fact): fact is RareFact {
  return !everyday.includes(fact.kind);
}

const everyday: readonly Fact['kind'][] = [
  'responseStarted',
  'responseTakenUp',
  'responseLaidDown',
  'answerGiven',
  'answerTakenBack',
  'aboutYouGiven',
  'aboutYouTakenBack',
  'responseSubmitted',
] satisfies readonly EverydayFact['kind'][];

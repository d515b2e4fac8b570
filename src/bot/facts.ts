import type { ConsultationFact } from '#consultations/facts.ts';
import type { PeopleFact } from '#people/facts.ts';

/** Everything that a turn may record. */
export type Fact = ConsultationFact | PeopleFact;

/** The facts of nearly every turn, recorded by the turn log's one statement. The rest are recorded by their feature in the same transaction. */
export type EverydayFact = Exclude<ConsultationFact, { kind: 'responseWithdrawn' }>;
export type RareFact = Exclude<Fact, EverydayFact>;

export function isRare(fact: Fact): fact is RareFact {
  return fact.kind === 'responseWithdrawn' || fact.kind === 'optedOut' || fact.kind === 'optedIn';
}

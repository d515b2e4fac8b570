import type { ApproachFact } from '#approaches/facts.ts';
import type { ConsultationFact } from '#consultations/facts.ts';
import type { NoticeFact } from '#consultations/notices/facts.ts';
import type { ResumeFact } from '#consultations/resume/facts.ts';
import type { DirectoryFact } from '#directory/facts.ts';
import type { EventFact } from '#events/facts.ts';
import type { OfferFact } from '#offers';
import type { PeopleFact } from '#people/facts.ts';
import type { VolunteeringFact } from '#volunteering/facts.ts';

/** Everything that a turn may record. */
export type Fact =
  | ConsultationFact
  | ResumeFact
  | ApproachFact
  | NoticeFact
  | DirectoryFact
  | EventFact
  | OfferFact
  | VolunteeringFact
  | PeopleFact;

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

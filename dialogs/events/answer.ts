import type { Session } from '#events';
import { answerOf, askedOfThis, type Known } from '../questions.ts';
import type { Turn } from '../turn.ts';
import { timesInWords } from './inWords.ts';
import type { EventsServices } from './list.ts';
import type { Query, QueryHeard } from './query.ts';
import { sayInSession } from './session.ts';

/** Answers a question about the session that is shown. False where it is none, or where it is about another day, place or event. */
export async function answerInSession(
  turn: Turn,
  services: EventsServices,
  sessionId: string,
  { query, anew, which }: QueryHeard,
): Promise<boolean> {
  const ofThis = anew || which.length > 0 || looksElsewhere(query) ? undefined : askedOfThis(turn);
  if (!ofThis) return false;
  return sayInSession(turn, services, sessionId, (session) => answerOf(turn, ofThis, knownOf(turn, session)));
}

function looksElsewhere({ days, part, near, venue, audience }: Query): boolean {
  return Boolean(days || part || near || venue || audience);
}

function knownOf(turn: Turn, session: Session): Known {
  const { venue, address, online, free, cost, stepFree, organiser, description } = session;
  return {
    cost: free ? turn.words('events.free') : cost && turn.words('events.cost', { cost }),
    when: timesInWords(turn, session),
    where: [venue, address].filter(Boolean).join(', ') || (online ? turn.words('events.online') : undefined),
    access: stepFree === undefined ? undefined : turn.words(stepFree ? 'events.stepFree' : 'questions.hasSteps'),
    askWhom: organiser,
    description,
  };
}

import type { ConsultationFact, ResponseInHand } from './facts.ts';

/** The response in hand after a fact; nothing once it is laid down. */
export function afterFact(inHand: ResponseInHand | undefined, fact: ConsultationFact): ResponseInHand | undefined {
  switch (fact.kind) {
    case 'responseStarted':
      return { ...fact.response, submitted: false, answers: {} };
    case 'responseTakenUp':
      return fact.response;
    case 'responseLaidDown':
      return undefined;
    case 'answerGiven':
    case 'aboutYouGiven':
      return inHand && { ...inHand, answers: { ...inHand.answers, [fact.questionKey]: fact.value } };
    case 'answerTakenBack':
    case 'aboutYouTakenBack': {
      if (!inHand) return undefined;
      const { [fact.questionKey]: _takenBack, ...answers } = inHand.answers;
      return { ...inHand, answers };
    }
    case 'responseSubmitted':
      return inHand && { ...inHand, submitted: true };
    case 'responseWithdrawn':
      return inHand;
  }
}

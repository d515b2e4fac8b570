import type { Value } from './definition.ts';

/** What happens to a response in a turn. Dialogs make facts; the turn log records them with the turn. */
export type ConsultationFact =
  | { readonly kind: 'responseStarted'; readonly response: StartedResponse }
  | { readonly kind: 'responseTakenUp'; readonly response: ResponseInHand }
  | { readonly kind: 'responseLaidDown' }
  | {
      readonly kind: 'answerGiven';
      readonly responseId: string;
      readonly questionKey: string;
      readonly value: Value;
      readonly said: string | null;
      readonly language: string;
    }
  | { readonly kind: 'answerTakenBack'; readonly responseId: string; readonly questionKey: string }
  | {
      readonly kind: 'aboutYouGiven';
      readonly aboutYouKey: string;
      readonly consultationKey: string;
      readonly questionKey: string;
      readonly value: Value;
    }
  | { readonly kind: 'aboutYouTakenBack'; readonly aboutYouKey: string; readonly questionKey: string }
  | { readonly kind: 'responseSubmitted'; readonly responseId: string; readonly language: string }
  | { readonly kind: 'responseWithdrawn'; readonly responseId: string; readonly aboutYouKey: string };

export interface StartedResponse {
  readonly id: string;
  readonly consultationKey: string;
  readonly versionNumber: number;
  /** Keyed hash of contact point and consultation, hex. */
  readonly respondentKey: string;
  /** Keyed hash of the response's id, hex: the holder of its about-you answers. */
  readonly aboutYouKey: string;
  /** What an officer sees: unique, says nothing of the person. */
  readonly reference: string;
  readonly channel: string;
  readonly language: string;
  readonly place: string | null;
  /** The council whose formal response it is, as a place's key; null for somebody's own. */
  readonly council: string | null;
  /** The minute by which the council agreed to it. */
  readonly minuteReference: string | null;
}

/** The response that a conversation has in hand, as loaded at the beginning of a turn. */
export interface ResponseInHand {
  readonly id: string;
  readonly aboutYouKey: string;
  readonly consultationKey: string;
  readonly versionNumber: number;
  readonly reference: string;
  readonly submitted: boolean;
  /** See `StartedResponse.council`. */
  readonly council: string | null;
  /** Answers and about-you answers together, by question key. */
  readonly answers: Readonly<Record<string, Value>>;
}

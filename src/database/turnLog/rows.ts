import type { ConsultationFact, ResponseInHand } from '#consultations/facts.ts';
import type { OutcomesStanding } from '#people/outcomes.ts';

/** What the turn log needs to know to find where a conversation stands. */
export interface Ask {
  readonly channel: string;
  /** Keyed hash of the address. */
  readonly lookup: Uint8Array;
  /** The provider's id of the message that was just heard. */
  readonly providerId: string;
  /** The kept address may have to be renewed: bring it along. */
  readonly withAddress?: boolean;
}

/** Where a conversation stood before the message was heard. */
export interface Loaded {
  /** Absent for somebody we never heard of. */
  readonly conversation: LoadedConversation | undefined;
  /** Moves whenever a consultation is imported, published or closed. */
  readonly catalogueRevision: number;
  /** This very message was heard before: what we answered then. */
  readonly answeredBefore: readonly object[] | undefined;
}

export interface LoadedConversation {
  readonly id: string;
  readonly contactPointId: string;
  readonly version: number;
  readonly lastSequence: number;
  readonly language: string | null;
  readonly state: object;
  readonly optedOut: boolean;
  readonly unreachable: boolean;
  /** Encrypted; where it was asked for. */
  readonly address: Uint8Array | undefined;
  readonly inHand: ResponseInHand | undefined;
  /** Where the person stands with hearing what came of things; where a response is in hand. */
  readonly outcomes: OutcomesStanding | undefined;
}

/** A turn, decided: recorded together or not at all. */
export interface DecidedTurn {
  readonly conversation: ConversationAfter;
  /** For somebody new: their contact point. */
  readonly newcomer: Newcomer | undefined;
  readonly messages: readonly MessageRow[];
  readonly facts: readonly ConsultationFact[];
  readonly at: Date;
}

export interface ConversationAfter {
  readonly id: string;
  readonly contactPointId: string;
  /** The version that the turn was decided on; 0 for a new conversation. */
  readonly version: number;
  readonly lastSequence: number;
  readonly language: string | null;
  readonly state: object;
  readonly responseId: string | null;
  readonly aboutYouKey: string | null;
}

export interface Newcomer {
  readonly personId: string;
  readonly channel: string;
  readonly lookup: Uint8Array;
  /** Encrypted address. */
  readonly address: Uint8Array;
}

export interface MessageRow {
  readonly sequence: number;
  readonly direction: 'in' | 'out';
  readonly providerId: string | null;
  readonly replyTo: number | null;
  readonly activity: object;
}

import type { Topic } from './topics.ts';

/** What somebody wishes to hear about from now on, in place of what they wished before. No topics: nothing any more. */
export interface SubscriptionFact {
  readonly kind: 'subscribed';
  readonly contactPointId: string;
  readonly topics: readonly Topic[];
  /** Keys of places, or `everywhere`. */
  readonly places: readonly string[];
  /** Names the words by which they were asked. */
  readonly wording: string;
  readonly channel: string;
  readonly language: string;
}

/** Whether to be told what comes of one's answers: it was asked, whatever was said to it; and wanted, by a clear yes. */
export type OutcomesFact =
  | { readonly kind: 'outcomesOffered'; readonly contactPointId: string }
  | { readonly kind: 'outcomesWanted'; readonly contactPointId: string; readonly channel: string; readonly language: string };

/** What happens to a contact point in a turn. */
export type PeopleFact =
  | SubscriptionFact
  | OutcomesFact
  | { readonly kind: 'optedOut'; readonly contactPointId: string }
  | { readonly kind: 'optedIn'; readonly contactPointId: string }
  /** The provider says that nothing can be delivered any more; `reason` is for an officer to read. */
  | { readonly kind: 'becameUnreachable'; readonly contactPointId: string; readonly reason: string }
  | { readonly kind: 'becameReachable'; readonly contactPointId: string }
  /** Where to send changed; `address` is encrypted. */
  | { readonly kind: 'addressChanged'; readonly contactPointId: string; readonly address: Uint8Array };

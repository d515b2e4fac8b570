/** What a group may offer in a conversation, to be listed once an officer has read it. */
export const offerKinds = ['service', 'event', 'opportunity'] as const;
export type OfferKind = (typeof offerKinds)[number];

/** A group offered something. The record is as its feature takes it in; a number that is not to be published is in it as `sealedPhone`. */
export interface OfferFact {
  readonly kind: 'offerMade';
  readonly id: string;
  readonly offer: OfferKind;
  readonly record: object;
  readonly language: string;
}

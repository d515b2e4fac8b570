/** With whom: the person of a contact point, or an address, which is sealed, and its keyed hash. */
export type Recipient =
  | { readonly contactPointId: string }
  | { readonly channel: string; readonly lookup: Uint8Array; readonly address: Uint8Array };

/** What a dialog may plan: that we begin something with somebody at a time. */
export type ApproachFact =
  /** The same key again plans it anew, unless it was begun. */
  | {
      readonly kind: 'approachPlanned';
      readonly key: string;
      readonly with: Recipient;
      readonly dialog: string;
      readonly options: object;
      readonly dueAt: Date;
      /** Worth nothing from then on. What has such an end is tried again for longer, where it could not be sent. */
      readonly notAfter?: Date;
    }
  /** Somebody gave a number for one text, which says what they read on another device. The number is sealed, and gone once that is over. */
  | {
      readonly kind: 'textAsked';
      readonly id: string;
      readonly lookup: Uint8Array;
      readonly address: Uint8Array;
      readonly text: string;
      /** Their contact point where they asked. */
      readonly askedBy: string;
      readonly dueAt: Date;
    }
  /** No longer wished for. What was begun stays. */
  | { readonly kind: 'approachDropped'; readonly key: string };

/** What a dialog may plan: that we begin something with somebody at a time. */
export type ApproachFact =
  /** Planned with the person of this contact point. The same key again plans it anew, unless it was begun. */
  | {
      readonly kind: 'approachPlanned';
      readonly key: string;
      readonly contactPointId: string;
      readonly dialog: string;
      readonly options: object;
      readonly dueAt: Date;
    }
  /** No longer wished for. What was begun stays. */
  | { readonly kind: 'approachDropped'; readonly key: string };

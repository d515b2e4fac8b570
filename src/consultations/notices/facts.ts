/**
 * What somebody said to the notice of a consultation, other than by responding: that they have no comment, that their council will
 * respond, or that they want to be reminded. Who responds is never recorded here, as nothing links a response to a person.
 */
export interface NoticeFact {
  readonly kind: 'noticeAnswered';
  readonly contactPointId: string;
  readonly consultationKey: string;
  readonly answer: 'noComment' | 'council' | 'remind';
  /** The day to be reminded on, `YYYY-MM-DD`. */
  readonly remindOn?: string;
}

/** What a channel can show and how much. Dialogs fit their words to the room and never ask which channel it is. */
export interface Room {
  /** Options are shown as buttons; otherwise they are numbered in the text. */
  readonly buttons: boolean;
  /** Length is paid for: use the shorter wording of a question where there is one. */
  readonly brief: boolean;
  /** The channel itself offers the languages that we speak, so that we need not name them. */
  readonly offersLanguages?: boolean;
  /** All is said by forms of ours: between questions there is nowhere to type a keyword, and the way on is on the page. */
  readonly byForms?: boolean;
  /** All that is said comes to a phone of theirs: whoever is to call or text them can do it there. */
  readonly isTheirPhone?: boolean;
  /** Nobody is written to there who did not just speak: what we promise to tell has to come another way. */
  readonly answersOnly?: boolean;
  /** STOP and START are answered by the provider, so we say nothing. */
  readonly providerAnswersStop: boolean;
  /** Whether a text may be put as one question. */
  fits(text: string): boolean;
}

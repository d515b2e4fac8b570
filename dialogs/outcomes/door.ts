export const outcomesDialogId = 'outcomes';

export interface OutcomesOptions {
  /** Keys of the places for which somebody has just answered; none: everybody is asked. */
  readonly places: readonly string[];
}

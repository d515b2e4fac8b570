/** How many responses there are, each counted once: people's own, and apart from them the formal ones of councils. */
export interface Counts {
  /** Begun, and nothing answered yet. */
  readonly started: number;
  /** Something answered, and not sent. */
  readonly partial: number;
  readonly submitted: number;
  /** Taken back by the person: nothing of it is left but this number. */
  readonly withdrawn: number;
  /** Formal responses of councils that were sent. They are in none of the other counts. */
  readonly councils: number;
}

const none: Counts = { started: 0, partial: 0, submitted: 0, withdrawn: 0, councils: 0 };

export function countsOf(key: string, counts: readonly (Counts & { readonly consultationKey: string })[]): Counts {
  const found = counts.find(({ consultationKey }) => consultationKey === key);
  if (!found) return none;
  const { started, partial, submitted, withdrawn, councils } = found;
  return { started, partial, submitted, withdrawn, councils };
}

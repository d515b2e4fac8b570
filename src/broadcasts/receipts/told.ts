/** What a provider says of a delivery that it took. */
export interface ReceiptLater {
  /** Names the delivery and the attempt, as it was given to the provider. */
  readonly reference: string;
  readonly providerId: string;
  readonly fact: 'sent' | 'delivered' | 'failed';
  readonly failure?: {
    readonly reason: string;
    /** How often it is worth another try. */
    readonly tries: number;
    readonly afterMs: number;
  };
}

export interface Told extends Omit<ReceiptLater, 'reference'> {
  readonly id: number;
  readonly attempt: number;
  readonly at: Date;
}

const rank = { sent: 0, failed: 1, delivered: 2 } as const;

/** Of several things told at once of one delivery, the one that says most. */
export function tellingMost(told: readonly Told[]): readonly Told[] {
  const most = new Map<string, Told>();
  for (const one of told) {
    const name = `${one.id}.${one.attempt}`;
    const before = most.get(name);
    if (!before || rank[one.fact] > rank[before.fact]) most.set(name, one);
  }
  return [...most.values()];
}

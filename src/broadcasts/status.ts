export const broadcastStatuses = ['draft', 'scheduled', 'sending', 'paused', 'sent', 'cancelled'] as const;
export type BroadcastStatus = (typeof broadcastStatuses)[number];

/** The facts from which a broadcast's status is worked out. */
export interface BroadcastFacts {
  readonly confirmedAt: Date | null;
  readonly fanOutBegunAt: Date | null;
  readonly pausedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly finishedAt: Date | null;
}

export function statusOf({ confirmedAt, fanOutBegunAt, pausedAt, cancelledAt, finishedAt }: BroadcastFacts): BroadcastStatus {
  if (cancelledAt) return 'cancelled';
  if (finishedAt) return 'sent';
  if (!confirmedAt) return 'draft';
  if (pausedAt) return 'paused';
  return fanOutBegunAt ? 'sending' : 'scheduled';
}

/** The facts from which a delivery's status is worked out. */
export interface DeliveryFacts {
  readonly leaseAt: Date | null;
  readonly sentAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly failedAt: Date | null;
  readonly endedAt: Date | null;
  readonly unknownAt: Date | null;
}

export const deliveryStatuses = ['waiting', 'inHand', 'sent', 'delivered', 'failed', 'notSent', 'unknown'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** Whatever came in whichever order: what arrived has arrived, and what the provider has taken is no longer unknown. */
export function deliveryStatus(facts: DeliveryFacts): DeliveryStatus {
  if (facts.deliveredAt) return 'delivered';
  if (facts.leaseAt) return 'inHand';
  if (facts.failedAt) return 'failed';
  if (facts.endedAt) return 'notSent';
  if (facts.sentAt) return 'sent';
  return facts.unknownAt ? 'unknown' : 'waiting';
}

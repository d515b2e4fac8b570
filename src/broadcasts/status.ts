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

/** What is known of a delivery, from which its status is worked out. */
export interface DeliveryFacts {
  readonly inHand: boolean;
  readonly sent: boolean;
  readonly delivered: boolean;
  readonly failed: boolean;
  readonly ended: boolean;
  readonly unknown: boolean;
}

export type DeliveryStatus = 'waiting' | 'inHand' | 'sent' | 'delivered' | 'failed' | 'notSent' | 'unknown';

/** Whatever came in whichever order: what arrived has arrived, and what the provider has taken is no longer unknown. */
export function deliveryStatus({ inHand, sent, delivered, failed, ended, unknown }: DeliveryFacts): DeliveryStatus {
  if (delivered) return 'delivered';
  if (inHand) return 'inHand';
  if (failed) return 'failed';
  if (ended) return 'notSent';
  if (sent) return 'sent';
  return unknown ? 'unknown' : 'waiting';
}

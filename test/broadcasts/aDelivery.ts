import { type DeliveryStatus, deliveryStatus } from '#broadcasts/status.ts';

/** A row of the ledger, as far as it tells of itself what became of it. */
type Row = Readonly<Record<'leaseAt' | 'sentAt' | 'deliveredAt' | 'failedAt' | 'endedAt' | 'unknownAt', Date | null>>;

export function statusOf({ leaseAt, sentAt, deliveredAt, failedAt, endedAt, unknownAt }: Row): DeliveryStatus {
  const [inHand = false, sent = false, delivered = false, failed = false, ended = false, unknown = false] = [
    leaseAt,
    sentAt,
    deliveredAt,
    failedAt,
    endedAt,
    unknownAt,
  ].map((at) => at !== null);
  return deliveryStatus({ inHand, sent, delivered, failed, ended, unknown });
}

/** Deliveries of which there is more to come: in somebody's hand, due again, or waiting for their turn. */
export const notOver = { OR: [{ dueAt: { not: null } }, { attempts: 0, endedAt: null }] };

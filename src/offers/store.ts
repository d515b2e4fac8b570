import type { Prisma, PrismaClient } from '#database/generated/client.ts';
import type { OfferFact, OfferKind } from './facts.ts';

/** Records inside the transaction of the turn. */
export async function recordOffer(tx: Prisma.TransactionClient, fact: OfferFact, offeredAt: Date): Promise<void> {
  const { id, offer: kind, record, language } = fact;
  await tx.listingOffer.create({ data: { id, kind, record: record as Prisma.InputJsonObject, language, offeredAt } });
}

export interface OfferRow {
  readonly id: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly language: string;
  readonly offeredAt: Date;
}

export type OfferStore = ReturnType<typeof createOfferStore>;

export function createOfferStore({ listingOffer }: Pick<PrismaClient, 'listingOffer'>) {
  return {
    /** What nobody has decided on, the oldest first. */
    async pending(kind: OfferKind): Promise<readonly OfferRow[]> {
      const select = { id: true, record: true, language: true, offeredAt: true } as const;
      const rows = await listingOffer.findMany({ where: { kind, decidedAt: null }, orderBy: { offeredAt: 'asc' }, select });
      return rows.map((row) => ({ ...row, record: row.record as OfferRow['record'] }));
    },

    /** Decides once: false where it is decided already. */
    async decide(id: string, decision: { readonly approved: boolean; readonly reason: string | null }, decidedAt: Date): Promise<boolean> {
      return (await listingOffer.updateMany({ where: { id, decidedAt: null }, data: { decidedAt, ...decision } })).count > 0;
    },
  };
}

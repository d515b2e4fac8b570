import type { PrismaClient } from '#database/generated/client.ts';
import type { OfferKind } from './facts.ts';
import { createOfferStore, type OfferRow } from './store.ts';

export { type OfferFact, type OfferKind, offerKinds } from './facts.ts';
export { recordOffer } from './store.ts';

/** There is no such offer to decide on, or it cannot be listed as it is. The words are for the officer. */
export class OfferRefused extends Error {}

/** Whose officers decide on what was offered: the command. */
const desks: Readonly<Record<OfferKind, string>> = { service: 'directory', event: 'events', opportunity: 'volunteering' };

/** Lists what was offered and says what it is called. Done again it changes nothing. Throws where it does not hold. */
export type ListOffered = (id: string, record: object) => Promise<string>;

export interface OffersNeeds {
  readonly database: Pick<PrismaClient, 'listingOffer'>;
  readonly clock: () => Date;
  /** Opens a sealed number. */
  open(sealed: Uint8Array): string;
  /** Each kind is listed by its own feature. */
  readonly list: Readonly<Record<OfferKind, ListOffered>>;
}

export type Offers = ReturnType<typeof createOffers>;

/** What groups offer in conversations: it waits for an officer, who lists it or does not. */
export function createOffers({ database, clock, open, list }: OffersNeeds) {
  const store = createOfferStore(database);

  /** As an officer reads it and a feature takes it in. */
  const opened = ({ record: { sealedPhone, ...record }, ...row }: OfferRow): OfferRow => ({
    ...row,
    record: typeof sealedPhone === 'string' ? { ...record, phone: open(Buffer.from(sealedPhone, 'base64')) } : record,
  });

  async function find(kind: OfferKind, id: string): Promise<OfferRow> {
    const found = (await store.pending(kind)).find((offer) => offer.id === id);
    if (!found) throw new OfferRefused(`There is no offer ${id} to decide on. To see what there is: ${desks[kind]} pending`);
    return opened(found);
  }

  return {
    pending: async (kind: OfferKind): Promise<readonly OfferRow[]> => (await store.pending(kind)).map(opened),

    /** Lists it, then marks it as decided: what cannot be listed still waits. Says what it is called. */
    async approve(kind: OfferKind, id: string): Promise<string> {
      const { record } = await find(kind, id);
      const name = await list[kind](id, record);
      await store.decide(id, { approved: true, reason: null }, clock());
      return name;
    },

    async refuse(kind: OfferKind, id: string, reason: string): Promise<void> {
      await find(kind, id);
      await store.decide(id, { approved: false, reason }, clock());
    },
  };
}

import type { Pool } from 'pg';
import { largestId } from '../ledger.ts';
import { createReceiptStore } from './store.ts';
import type { ReceiptLater } from './told.ts';

export type { ReceiptLater } from './told.ts';

/** What providers say later of what they took, in any order and however often. Those that come at the same moment share a statement. */
export function createReceipts({ pool, now }: { readonly pool: Pool; readonly now: () => Date }) {
  const store = createReceiptStore(pool);
  return {
    async record(receipt: ReceiptLater): Promise<void> {
      const [, id, attempt] = /^(\d{1,10})\.(\d{1,4})$/.exec(receipt.reference) ?? [];
      if (attempt && Number(id) <= largestId) await store.record({ ...receipt, id: Number(id), attempt: Number(attempt), at: now() });
    },
  };
}

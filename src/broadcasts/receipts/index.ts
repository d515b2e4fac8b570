import type { Pool } from 'pg';
import { createReceiptStore } from './store.ts';
import type { ReceiptLater } from './told.ts';

export type { ReceiptLater } from './told.ts';

/** What providers say later of what they took, in any order and however often. Those that come at the same moment share a statement. */
export function createReceipts({ pool, now }: { readonly pool: Pool; readonly now: () => Date }) {
  const store = createReceiptStore(pool);
  return {
    async record(receipt: ReceiptLater): Promise<void> {
      const [, id, attempt] = /^([0-9a-f-]{36})\.(\d{1,4})$/.exec(receipt.reference) ?? [];
      if (id && attempt) await store.record({ ...receipt, id, attempt: Number(attempt), at: now() });
    },
  };
}

import type { Consultations } from '#consultations';
import type { PrismaClient } from '#database/generated/client.ts';
import type { Words } from '#language/words.ts';
import type { Staff } from '#staff';
import { createAudience } from './audience/index.ts';
import { type Prices, textCosts } from './cost.ts';
import type { BroadcastDefinition } from './definition.ts';
import { createFeedbackDesk } from './feedback/index.ts';
import type { NoticeWords } from './notices.ts';
import { createOffice } from './office.ts';
import { createReport } from './report/index.ts';
import { createStore } from './store.ts';
import { createSweep } from './sweep/index.ts';

export { createReceipts, type ReceiptLater } from './receipts/index.ts';
export { BroadcastRefused } from './refusal.ts';
export { type Sending, startSending } from './sending/index.ts';

export interface BroadcastsNeeds {
  readonly database: PrismaClient;
  readonly clock: () => Date;
  readonly staff: Staff;
  readonly consultations: Consultations;
  readonly prices: Prices;
  readonly noticeWords: NoticeWords;
  readonly words: Words;
  /** The most that a person is asked in 28 days, reminders among it. */
  readonly mostAsks: number;
}

export type Broadcasts = ReturnType<typeof createBroadcasts>;

export function createBroadcasts({ database, clock, staff, consultations, prices, noticeWords, words, mostAsks }: BroadcastsNeeds) {
  const store = createStore(database);
  const audience = createAudience({ database, consultations, mostAsks, clock });
  const { known, putDraft, ...office } = createOffice({ store, staff, consultations, clock, prices, noticeWords });

  return {
    ...office,
    ...createReport({ database, store, consultations }),
    ...createSweep({ database, store, consultations, noticeWords, clock }),
    ...createFeedbackDesk({ store, staff, consultations, clock, prices, words }),

    /** Who would be told what came of a consultation, and what the texts cost. */
    async previewOutcome(definition: BroadcastDefinition) {
      const counts = await audience.count({ key: definition.key, definition, reminderOf: null });
      return { counts, texts: textCosts(definition, counts, prices) };
    },

    /** Who would get it now, who would not and why, and what the texts cost. */
    async preview(key: string) {
      const broadcast = await known(key);
      const counts = await audience.count(broadcast);
      return { broadcast, counts, texts: textCosts(broadcast.definition, counts, prices) };
    },

    /** Works out the next part of a broadcast's audience; true once it is whole. */
    async fanOut(key: string): Promise<boolean> {
      const broadcast = await store.find(key);
      return broadcast === undefined || audience.fanOut(broadcast);
    },
  };
}

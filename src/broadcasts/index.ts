import type { Consultations, PlacesKnown } from '#consultations';
import type { PrismaClient } from '#database/generated/client.ts';
import type { Words } from '#language/words.ts';
import type { Staff } from '#staff';
import { createAudience } from './audience/index.ts';
import { type Prices, teamsTexts, textCosts } from './cost.ts';
import type { BroadcastDefinition } from './definition.ts';
import { createFeedbackDesk } from './feedback/index.ts';
import type { NoticeWords } from './notices.ts';
import { createOffice, reminderOf } from './office.ts';
import { BroadcastRefused } from './refusal.ts';
import { createReport } from './report/index.ts';
import { statusOf } from './status.ts';
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
  readonly places: PlacesKnown['places'];
  readonly prices: Prices;
  readonly noticeWords: NoticeWords;
  readonly words: Words;
  /** The most that a person is asked in 28 days, reminders among it. */
  readonly mostAsks: number;
}

export type Broadcasts = ReturnType<typeof createBroadcasts>;

export function createBroadcasts(needs: BroadcastsNeeds) {
  const { database, clock, staff, consultations, places, prices, noticeWords, words, mostAsks } = needs;
  const store = createStore(database);
  const audience = createAudience({ database, consultations, mostAsks, clock });
  const { known, putDraft, ...office } = createOffice({ store, staff, consultations, places, clock, prices, noticeWords });

  /** Who would get it now, who would not and why, what they would read, and what the texts cost. */
  async function preview(addressed: Parameters<typeof audience.count>[0]) {
    const counts = await audience.count(addressed);
    const reading = (definition: BroadcastDefinition) => ({
      texts: textCosts(definition, counts, prices),
      teams: teamsTexts(definition, counts, prices.howToStop),
    });
    const { definition } = addressed;
    return { counts, ...reading(definition), reminder: definition.reminder && reading(reminderOf(definition)) };
  }

  return {
    ...office,
    ...createReport({ database, store, consultations }),
    ...createSweep({ database, store, consultations, noticeWords, clock }),
    ...createFeedbackDesk({ store, staff, consultations, clock, prices, words }),

    /** Who would be told what came of a consultation, and what the texts cost. */
    previewOutcome: (definition: BroadcastDefinition) => preview({ key: definition.key, definition, reminderOf: null }),

    /** Throws `BroadcastRefused` where it has begun or will not: then it is no question any more who would get it. */
    async preview(key: string) {
      const broadcast = await known(key);
      const status = statusOf(broadcast);
      if (broadcast.fanOutBegunAt || status === 'sent' || status === 'cancelled')
        throw new BroadcastRefused(`"${key}" is ${status}: whom it is for is settled. To see who was told: broadcast report ${key}`);
      return { broadcast, ...(await preview(broadcast)) };
    },

    /** Works out the next part of a broadcast's audience; true once it is whole. */
    async fanOut(key: string): Promise<boolean> {
      const broadcast = await store.find(key);
      return broadcast === undefined || audience.fanOut(broadcast);
    },
  };
}

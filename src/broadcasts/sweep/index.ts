import { openWindow } from '#calendar/sendWindow.ts';
import type { Consultations } from '#consultations';
import type { PrismaClient } from '#database/generated/client.ts';
import { following, type NoticeWords } from '../notices.ts';
import type { Store } from '../store.ts';
import { createSweepStore } from './store.ts';

export interface SweepNeeds {
  readonly database: PrismaClient;
  readonly store: Store;
  readonly consultations: Pick<Consultations, 'catalogueNow'>;
  readonly noticeWords: NoticeWords;
  readonly clock: () => Date;
}

/** Networks that take us for spam: our own figures, to be set by what providers say. */
const filteredPart = 0.05;
const filteredLeast = 100;

/** What is done every minute: which broadcasts begin, which are over, which need somebody to look at their words. */
export function createSweep({ database, store, consultations, noticeWords, clock }: SweepNeeds) {
  const sweep = createSweepStore(database);

  /** Broadcasts about a consultation go with it as it stands now. */
  async function follow(now: Date): Promise<void> {
    const about = await sweep.aboutConsultations();
    if (about.length === 0) return;
    const { live } = await consultations.catalogueNow();
    for (const each of about) {
      const consultation = live.find(({ key }) => key === each.consultationKey);
      if (!consultation) continue;
      const next = following(each, consultation, noticeWords, now);
      if (next === 'cancel') await store.cancel(each.key, now);
      else if (next !== 'as it is') await sweep.move(each.key, next);
    }
  }

  return {
    /** Keys of the broadcasts whose audience is to be worked out now. None while nobody may be written to: who is in it is asked when it is sent. */
    async sweep(): Promise<readonly string[]> {
      const now = clock();
      await follow(now);
      await sweep.finish(now);
      await sweep.pauseFiltered(now, filteredPart, filteredLeast);
      return openWindow(now) ? sweep.due(now) : [];
    },
  };
}

import { openWindow } from '#calendar/sendWindow.ts';
import type { PrismaClient } from '#database/generated/client.ts';
import { createSweepStore } from './store.ts';

/** Networks that take us for spam: our own figures, to be set by what providers say. */
const filteredPart = 0.05;
const filteredLeast = 100;

/** What is done every minute: which broadcasts begin, which are over, which need somebody to look at their words. */
export function createSweep({ database, clock }: { readonly database: PrismaClient; readonly clock: () => Date }) {
  const store = createSweepStore(database);
  return {
    /** Keys of the broadcasts whose audience is to be worked out now. None while nobody may be written to: who is in it is asked when it is sent. */
    async sweep(): Promise<readonly string[]> {
      const now = clock();
      await store.finish(now);
      await store.pauseFiltered(now, filteredPart, filteredLeast);
      return openWindow(now) ? store.due(now) : [];
    },
  };
}

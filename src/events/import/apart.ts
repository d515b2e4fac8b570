import { Worker } from 'node:worker_threads';
import { mostHeldUp, readingMs, recordMs } from '#events/limits.ts';
import { type FeedRead, FeedRefused, type Reading } from './listing.ts';
import type { Format } from './readFeed.ts';

/** What the reader's thread is given. */
export interface Task {
  readonly text: string;
  readonly format: Format | undefined;
  readonly reading: Omit<Reading, 'watch'>;
  readonly heldUp: readonly number[];
  /** Place of the record at hand; -1 before the first. */
  readonly progress: Int32Array<SharedArrayBuffer>;
}

/** What it hands back. */
export type Done = { readonly read: FeedRead } | { readonly refused: string };

/** Megabytes. The largest feed takes about a tenth of it. */
const memory = { maxOldGenerationSizeMb: 512 };

/**
 * Reads a feed in a thread of its own, so that no conversation waits for it. A record over which the reading stands still is left out and named,
 * and the rest is read: a library may look for ever for a day that there never is.
 */
export async function readApart(text: string, format: Format | undefined, reading: Omit<Reading, 'watch'>): Promise<FeedRead> {
  const heldUp: number[] = [];
  for (;;) {
    const progress = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
    const done = await attempt({ text, format, reading, heldUp, progress });
    if (done !== 'held up') {
      if ('refused' in done) throw new FeedRefused(done.refused);
      return done.read;
    }
    const place = progress[0] ?? -1;
    if (place < 0 || heldUp.length >= mostHeldUp) throw new FeedRefused('It takes too long to read, so nothing was changed.');
    heldUp.push(place);
  }
}

function attempt(task: Task): Promise<Done | 'held up'> {
  const worker = new Worker(new URL('./reader.ts', import.meta.url), { workerData: task, resourceLimits: memory });
  return new Promise<Done | 'held up'>((resolve, reject) => {
    let seen = -2;
    // Looks in every so often; a record that is still at hand at the next look is held up.
    const watch = setInterval(() => {
      const place = Atomics.load(task.progress, 0);
      if (place >= 0 && place === seen) resolve('held up');
      seen = place;
    }, recordMs);
    const most = setTimeout(() => resolve('held up'), readingMs);
    worker.once('message', resolve);
    worker.once('error', (reason: NodeJS.ErrnoException) =>
      reason.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? resolve({ refused: 'It is too large to read, so nothing was changed.' })
        : reject(reason),
    );
    worker.once('exit', () => {
      clearInterval(watch);
      clearTimeout(most);
    });
  }).finally(() => void worker.terminate());
}

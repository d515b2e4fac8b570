import { parentPort, workerData } from 'node:worker_threads';
import type { Done, Task } from './apart.ts';
import { FeedRefused } from './listing.ts';
import { readFeed } from './readFeed.ts';

// Runs in a thread of its own: see apart.ts.
const { text, format, reading, heldUp, progress } = workerData as Task;
parentPort?.postMessage(done());

function done(): Done {
  try {
    const begun = (place: number) => void Atomics.store(progress, 0, place);
    return { read: readFeed(text, format, { ...reading, watch: { begun, heldUp } }) };
  } catch (reason) {
    if (reason instanceof FeedRefused) return { refused: reason.message };
    throw reason;
  }
}

import { writeFile } from 'node:fs/promises';
import type { Session } from 'node:inspector/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Loaded before a server's own code: tells whoever started it what it has used so far, and where. The server itself is as it always is. */
export interface Usage {
  readonly cpuMicros: number;
  readonly residentBytes: number;
  /** What is in use of that: objects, and what they hold outside of V8's heap. */
  readonly heldBytes: number;
}

export type Request =
  | { readonly tell: 'usage' }
  | { readonly tell: 'usage without garbage' }
  | { readonly tell: 'profile' }
  | { readonly tell: 'end of profile'; readonly file: string };

const sampleEveryMicros = 200;
let session: Session | undefined;

process.on('message', async (request: Request) => process.send?.(await answer(request)));
process.channel?.unref();

async function answer(request: Request): Promise<Usage> {
  if (request.tell === 'profile') await beginProfile();
  if (request.tell === 'end of profile') await endProfile(request.file);
  if (request.tell === 'usage without garbage') await collectGarbage();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { cpuMicros: user + system, residentBytes: rss, heldBytes: heapUsed + external };
}

/** More than once, with time in between: what is let go of outside of the heap is given back a little later. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let time = 0; time < 4; time++) {
    collect();
    await pause(250);
  }
}

async function beginProfile(): Promise<void> {
  const inspector = await import('node:inspector/promises');
  session = new inspector.Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: sampleEveryMicros });
  await session.post('Profiler.start');
}

async function endProfile(file: string): Promise<void> {
  if (!session) throw new Error('no profile was begun');
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  await writeFile(file, JSON.stringify(profile));
}

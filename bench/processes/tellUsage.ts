import { writeFile } from 'node:fs/promises';
import type { Session } from 'node:inspector/promises';

/** Loaded before a server's own code: tells whoever started it what it has used so far, and where. The server itself is as it always is. */
export interface Usage {
  readonly cpuMicros: number;
  readonly residentBytes: number;
}

export type Request =
  | { readonly tell: 'usage' }
  | { readonly tell: 'profile' }
  | { readonly tell: 'end of profile'; readonly file: string };

const sampleEveryMicros = 200;
let session: Session | undefined;

process.on('message', async (request: Request) => process.send?.(await answer(request)));
process.channel?.unref();

async function answer(request: Request): Promise<Usage> {
  if (request.tell === 'profile') await beginProfile();
  if (request.tell === 'end of profile') await endProfile(request.file);
  const { user, system } = process.cpuUsage();
  return { cpuMicros: user + system, residentBytes: process.memoryUsage.rss() };
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

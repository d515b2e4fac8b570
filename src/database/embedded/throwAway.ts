import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../embedded.ts';
import { startWatchman } from './watchman.ts';

export interface ThrowAwayServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A server for tests, which forgets everything when it stops. However this process ends, no server is left behind. */
export async function openThrowAway(): Promise<ThrowAwayServer> {
  const watchman = startWatchman();
  const dataDir = await mkdtemp(join(tmpdir(), 'folkmoot-test-'));
  watchman.watch(dataDir);
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const server = await openEmbedded({ dataDir, durable: false, log: silent });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await watchman.finish();
    },
  };
}

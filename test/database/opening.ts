import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readLock } from '#database/embedded/lockFile.ts';
import { pause } from '#database/embedded/postmaster.ts';
import type { Account } from '#database/embedded/runAs.ts';
import { startWatchman } from '#database/embedded/watchman.ts';
import { type EmbeddedDatabase, openEmbedded } from '#database/embedded.ts';

/** Data folders and servers that a test file makes, so that it can clear up after itself. */
export function createOpening() {
  const watchman = startWatchman();
  const children = new Set<ChildProcess>();
  const said: string[] = [];
  const say = (message: string) => void said.push(message);
  const log = { info: say, warn: say, error: say };

  function folder(account?: Account): string {
    const made = mkdtempSync(join(tmpdir(), 'folkmoot-opening-'));
    if (account) chownSync(made, account.uid, account.gid);
    watchman.watch(made);
    return made;
  }

  async function open(dataDir: string): Promise<EmbeddedDatabase> {
    const server = await openEmbedded({ dataDir, log });
    watchman.watch(server.home);
    return server;
  }

  /** Opens a server in a process of its own, which leads its own process group. */
  async function openElsewhere(dataDir: string, account?: Account): Promise<Opened> {
    const script = fileURLToPath(new URL('opener.ts', import.meta.url));
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, dataDir], {
      ...account,
      env: { PATH: process.env.PATH },
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.add(child);
    const lines = createInterface({ input: child.stdout });
    const server = (await nextLine(lines)) as EmbeddedDatabase;
    if (server.home) watchman.watch(server.home);
    return { child, server, stop: () => stopChild(child, lines) };
  }

  async function clearUp(): Promise<void> {
    for (const child of children) child.kill('SIGKILL');
    await watchman.finish();
  }

  return { folder, open, openElsewhere, clearUp, said };
}

export interface Opened {
  readonly child: ChildProcess;
  readonly server: EmbeddedDatabase;
  /** Ends its input and says whether it stopped the server. */
  stop(): Promise<boolean>;
}

async function stopChild(child: ChildProcess, lines: Interface): Promise<boolean> {
  const line = nextLine(lines);
  child.stdin?.end();
  return ((await line) as { stopped: boolean }).stopped;
}

async function nextLine(lines: Interface): Promise<unknown> {
  const [line] = (await Promise.race([once(lines, 'line'), once(lines, 'close').then(() => ['null'])])) as [string];
  return JSON.parse(line);
}

/** Of a server: its lock file is the last thing that it removes. 0 when none runs. */
export const pidOf = async ({ home }: EmbeddedDatabase) => (await readLock(join(home, 'postgres')))?.pid ?? 0;

/** Asks again and again until the answer is yes, for at most ten seconds. */
export async function until(question: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await question())) {
    if (performance.now() > deadline) throw new Error(`Still not so after ten seconds: ${question}`);
    await pause(5);
  }
}

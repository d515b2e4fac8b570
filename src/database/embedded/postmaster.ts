import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, stat, truncate } from 'node:fs/promises';
import { program } from './binaries.ts';
import { isServer, readLock } from './lockFile.ts';
import type { Place } from './place.ts';
import { cleanEnvironment } from './runAs.ts';
import { asArguments, type Settings, settingsOf } from './settings.ts';

/** The server's log is emptied at a start when it has grown beyond this many bytes. */
const longestLog = 10 * 1024 * 1024;

/**
 * Starts the server in a session of its own: Ctrl-C in the terminal reaches us and not it, so that turns under way can still
 * commit. It may end at once, because another is already running there: see `ended`.
 */
export async function spawnServer(place: Place, settings: Settings): Promise<ChildProcess> {
  const written = await stat(place.log).catch(() => undefined);
  if (written && written.size > longestLog) await truncate(place.log);
  const log = await open(place.log, 'a', 0o600);
  try {
    const child = spawn(program(place.binaries, 'postgres'), ['-D', place.cluster, ...asArguments(settingsOf(settings))], {
      ...place.account,
      cwd: '/',
      env: cleanEnvironment(),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await once(child, 'spawn');
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

export const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** How long a server may take to write everything down before it is stopped without; it then recovers at the next start. */
const patienceMs = 30_000;

/** Stops the server of that process id: connections end, everything is written down, and it is gone when this returns. */
export async function stopServer(place: Place, pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if ((await readLock(place.cluster))?.pid !== pid || !(await isServer(place.cluster, pid))) return;
    kill(pid, signal);
    if (await gone(place, pid, patienceMs)) return;
  }
  throw new Error(`The database server (process ${pid}) does not stop.`);
}

/** The server removes its lock file as the last thing that it does. */
async function gone(place: Place, pid: number, withinMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < withinMs; waitedMs += 10) {
    const lock = await readLock(place.cluster);
    if (lock?.pid !== pid) return true;
    await pause(10);
  }
  return false;
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

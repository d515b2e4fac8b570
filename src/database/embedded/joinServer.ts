import { readFile } from 'node:fs/promises';
import { role } from './cluster.ts';
import { disownStaleLock, isServer, readLock } from './lockFile.ts';
import { makePrivate, makeSocketDir, type Place } from './place.ts';
import { ended, pause, spawnServer, stopServer } from './postmaster.ts';
import { type Presence, takePresence } from './presence.ts';

interface Joining {
  readonly place: Place;
  readonly durable: boolean;
  /** Where the socket was when we joined before, so that the address stays as it was. */
  readonly socketDir: string | undefined;
  readonly onLost: () => void;
}

interface Joined {
  readonly presence: Presence;
  readonly socketDir: string;
  /** The server's process. */
  readonly pid: number;
  readonly adopted: boolean;
}

/** A server that puts a crash right answers "starting up" for as long as that takes; this is how long we wait for it. */
const recoveryMs = 300_000;
/** A server that lives but has no socket (a cleaner of temporary files took its folder) is stopped after this long and started anew. */
const unreachableMs = 15_000;
const stepMs = 10;

/**
 * Adopts the server that runs in a place, or starts one. There is no lock of our own: of two that start one, PostgreSQL lets
 * the first live, and the second adopts that.
 */
export async function joinServer(joining: Joining): Promise<Joined> {
  const { place } = joining;
  for (let waitedMs = 0, unreachedMs = 0; waitedMs < recoveryMs; waitedMs += stepMs) {
    const lock = await readLock(place.cluster);
    if (!lock || !(await isServer(place.cluster, lock.pid))) return (await startServer(joining)) ?? (await joinServer(joining));
    const answer = await tryPresence(lock.socketDir, joining.onLost);
    if (answer.presence) return { presence: answer.presence, socketDir: lock.socketDir, pid: lock.pid, adopted: true };
    unreachedMs = answer.reached ? 0 : unreachedMs + stepMs;
    if (unreachedMs >= unreachableMs) await stopServer(place, lock.pid);
    await pause(stepMs);
  }
  throw new Error(`The database server does not answer. Its log is ${place.log}.`);
}

/** Undefined when another was faster. */
async function startServer({ place, durable, socketDir: before, onLost }: Joining): Promise<Joined | undefined> {
  const socketDir = before ?? (await makeSocketDir(place));
  await makePrivate(socketDir, place.account);
  await disownStaleLock(place.cluster);
  const child = await spawnServer(place, { socketDir, durable });
  for (let waitedMs = 0; waitedMs < recoveryMs; waitedMs += stepMs) {
    if (ended(child)) {
      const lock = await readLock(place.cluster);
      const said = await endOf(place.log);
      if (said.includes('"postmaster.pid" already exists') || (lock && (await isServer(place.cluster, lock.pid)))) return undefined;
      throw new Error(`The database server did not start. The end of its log, ${place.log}:\n${said}`);
    }
    const pid = (await readLock(place.cluster))?.pid;
    const { presence } = pid === child.pid ? await tryPresence(socketDir, onLost) : {};
    if (pid && presence) return { presence, socketDir, pid, adopted: false };
    await pause(stepMs);
  }
  throw new Error(`The database server does not answer. Its log is ${place.log}.`);
}

async function tryPresence(socketDir: string, onLost: () => void): Promise<{ presence?: Presence | undefined; reached: boolean }> {
  if (socketDir === '') return { reached: false };
  try {
    const url = `postgresql://${role}@localhost/postgres?host=${encodeURIComponent(socketDir)}`;
    return { presence: await takePresence(url, onLost), reached: true };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ECONNRESET') return { reached: false };
    if (code === startingOrStopping || code === undefined) return { reached: true };
    throw error;
  }
}

/** PostgreSQL's `cannot_connect_now`. https://www.postgresql.org/docs/18/errcodes-appendix.html */
const startingOrStopping = '57P03';

async function endOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-8).join('\n');
}

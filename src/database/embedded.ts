import { rm } from 'node:fs/promises';
import { databaseName, ensureCluster, role } from './embedded/cluster.ts';
import { ensureDatabase } from './embedded/ensureDatabase.ts';
import { joinServer } from './embedded/joinServer.ts';
import { findPlace } from './embedded/place.ts';
import { stopServer } from './embedded/postmaster.ts';
import type { DatabaseLog } from './log.ts';

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** False only for a server that is thrown away: a power cut may then lose everything. */
  readonly durable?: boolean;
  readonly log: DatabaseLog;
}

/** A PostgreSQL server of our own, on a Unix socket that nobody else can reach. */
export interface EmbeddedDatabase {
  readonly url: string;
  readonly socketDir: string;
  /** The folder that holds its files: the data folder, or one elsewhere when we are root. */
  readonly home: string;
  /** It was running already: started by another process of ours, or left by one that was killed. */
  readonly adopted: boolean;
  /** Leaves the server; the last process out stops it and returns when it is gone. Says whether it was stopped. */
  stop(): Promise<boolean>;
}

/**
 * Opens the server that belongs to a data folder: makes its files at the first start, adopts it where it runs already, and
 * starts it again should it be killed while we use it.
 */
export async function openEmbedded({ dataDir, durable = true, log }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const place = await findPlace(dataDir);
  await ensureCluster(place, { durable });
  let leaving = false;
  const open = (socketDir?: string) => joinServer({ place, durable, socketDir, onLost: reopen });
  let joined = open();
  const { socketDir, adopted } = await joined;
  const url = urlOf(socketDir);
  await ensureDatabase(urlOf(socketDir, 'postgres'), databaseName);

  function reopen(): void {
    if (leaving) return;
    log.error('The database server ended while it was in use: starting it again.');
    joined = open(socketDir);
    joined.then(
      () => log.info('The database server runs again.'),
      (error: Error) => log.error(`The database server could not be started again. ${error.message}`),
    );
  }

  async function stop(): Promise<boolean> {
    leaving = true;
    const server = await joined.catch(() => undefined);
    if (!server || !(await server.presence.leave())) return false;
    await stopServer(place, server.pid);
    await rm(socketDir, { recursive: true, force: true });
    return true;
  }

  return { url, socketDir, home: place.home, adopted, stop };
}

/** Understood by `pg`, by Prisma's adapter and by `prisma migrate deploy`. */
export function urlOf(socketDir: string, database = databaseName): string {
  return `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(socketDir)}`;
}

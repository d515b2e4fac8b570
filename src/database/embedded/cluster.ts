import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { majorOf, program } from './binaries.ts';
import { makePrivate, type Place } from './place.ts';
import { run } from './runAs.ts';

/** The one role and the one database of a server that is ours alone. */
export const role = 'folkmoot';
export const databaseName = 'folkmoot';

/**
 * Makes the server's files when there are none yet. They are made aside and moved into place whole, so a start that was cut
 * short leaves nothing half made, and of two that start at once one is the first.
 */
export async function ensureCluster(place: Place, { durable }: { readonly durable: boolean }): Promise<void> {
  const version = await versionOf(place.cluster);
  if (version === undefined) return makeCluster(place, durable ? [] : ['--no-sync']);
  if (version !== majorOf(place.binaries.version)) {
    throw new Error(
      `The data in ${place.cluster} was written by PostgreSQL ${version}, and this version of Folkmoot carries ${place.binaries.version}: run the earlier version, take a copy of the data with pg_dump, and restore it into an empty DATA_DIR.`,
    );
  }
}

async function makeCluster(place: Place, more: readonly string[]): Promise<void> {
  const aside = `${place.cluster}.new-${process.pid}`;
  await rm(aside, { recursive: true, force: true });
  await makePrivate(aside, place.account);
  try {
    await run(program(place.binaries, 'initdb'), [...initdbArguments(aside), ...more], place.account);
    await rename(aside, place.cluster);
    await writeDown(place.home);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if ((await versionOf(place.cluster)) !== undefined) return;
    throw new Error(`The database's files could not be made in ${place.cluster}. ${(error as Error).message}`, { cause: error });
  }
}

/** Text is sorted by code point and lower case knows all of Unicode, on every computer alike. Whoever can enter the socket's private folder is trusted. */
const initdbArguments = (folder: string) => [
  `--pgdata=${folder}`,
  `--username=${role}`,
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=trust',
  '--no-instructions',
];

/** A folder's own entries outlive a power cut only once the folder has been synchronised too. */
async function writeDown(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

async function versionOf(cluster: string): Promise<string | undefined> {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(
      `The database's files in ${cluster} cannot be read: ${(error as Error).message}. Start Folkmoot as the user who made them.`,
      {
        cause: error,
      },
    );
  }
}

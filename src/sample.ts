import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { withClient } from '#database/client.ts';
import type { Database } from '#database/open.ts';
import type { Secrets } from './secrets.ts';
import { createServices } from './services.ts';

const folder = new URL('../prisma/sample/', import.meta.url);

/**
 * Fills an empty database with the sample town: its places, services, volunteering and events (they repeat, so that something is always on),
 * and its consultations, each published on the day that it opens, or today if that is still to come. Returns how many consultations; 0
 * where there is one already.
 */
export async function loadSample(database: Pick<Database, 'prisma' | 'url'>, secrets: Secrets, now: Date): Promise<number> {
  if (await isInUse(database)) return 0;
  return withClient(database.url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [lock]);
    return loadIfEmpty(database, secrets, now);
  });
}

/** A number of our own choosing for PostgreSQL's advisory locks: of two processes that start at once on one database, one loads. */
const lock = 3978_0003;

async function loadIfEmpty(database: Pick<Database, 'prisma'>, secrets: Secrets, now: Date): Promise<number> {
  if (await isInUse(database)) return 0;
  let day = now;
  const { consultations, places, directory, volunteering, events } = createServices(database, secrets, () => day);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const keys = new Set<string>();
  for (const name of files) keys.add((await consultations.importFile(await readFile(new URL(name, folder), 'utf8'))).key);
  for (const { key, opensAt } of await consultations.list()) {
    day = opensAt < now ? opensAt : now;
    if (keys.has(key)) await consultations.publish(key);
  }
  for (const name of ['places.csv', 'postcodes.csv']) await places.importFrom(createReadStream(new URL(name, folder)), refusedInASample);
  const opportunities = 'volunteering.csv';
  await volunteering.importFrom(opportunities, createReadStream(new URL(opportunities, folder)), refusedInASample);
  const refused = { refused: refusedInASample, leftOut: refusedInASample };
  await directory.importCsv(createReadStream(new URL('services.csv', folder)), 'sample town', refused);
  day = now;
  await events.importFeed({ source: 'sample', text: await readFile(new URL('events.csv', folder), 'utf8') });
  return files.length;
}

function refusedInASample(where: number | string, reason: string): never {
  throw new Error(`line ${where} of a sample ${reason}`);
}

const isInUse = async ({ prisma }: Pick<Database, 'prisma'>) => (await prisma.consultation.count()) > 0;

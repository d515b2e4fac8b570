import { join } from 'node:path';
import { withClient } from '#database/client.ts';
import type { Prisma } from '#database/generated/client.ts';
import { openDatabase } from '#database/open.ts';
import { createSecrets } from '../src/secrets.ts';
import { createServices, type Services } from '../src/services.ts';
import { inFolder } from './folder.ts';
import { watchMachine } from './machine.ts';
import { readOptions } from './options.ts';
import { manyPlaces, manyPostcodes, manyServices } from './search/county.ts';
import { eventSearches, seedEvents } from './search/events.ts';
import { nameSearches } from './search/names.ts';
import { opportunitySearches, seedOpportunities } from './search/opportunities.ts';
import { serviceSearches } from './search/services.ts';
import { sideBySide } from './search/sideBySide.ts';
import { hundredths, table, whole } from './table.ts';
import { report, type Target } from './targets.ts';

const usual = { services: 10_000, postcodes: 10_000, opportunities: 2_000, events: 50_000, searches: 1_000 };

/**
 * The services, volunteering and events of a large county: how long the import of the services takes and what memory it needs; then searches
 * through the service layer, one at a time, each beside the same statements sent by `pg` alone in the same run.
 */
export async function search(given: readonly string[]): Promise<boolean> {
  const { searches, ...counts } = readOptions(given, usual);
  return inFolder(async (folder) => {
    const quiet = { info: () => undefined, warn: () => undefined };
    const database = await openDatabase({ databaseUrl: undefined, dataDir: join(folder, 'data') }, quiet as never);
    try {
      const sent: Prisma.Sql[] = [];
      const { read } = database.prisma;
      const prisma = Object.assign(database.prisma, {
        read: (statement: Prisma.Sql) => {
          sent.push(statement);
          return read(statement);
        },
      }) as typeof database.prisma;
      const now = new Date();
      const services = createServices({ prisma }, createSecrets('a key for benchmarks only, long enough'), () => now);
      const targets = await takeIn(services, counts, now);
      // What the import leaves to do in the background is done first: searches are measured as they are the day after.
      await withClient(database.url, async (client) => {
        await client.query('VACUUM ANALYZE');
        await client.query('CHECKPOINT');
      });

      const asked = {
        ...serviceSearches(services),
        ...opportunitySearches(services.volunteering),
        ...eventSearches(services.events, now),
        ...nameSearches(services, now),
      };
      const busy = watchMachine();
      const lines = [['ms', 'p50', 'p99', 'CPU p50', 'p99', 'pg alone: p50', 'p99', 'CPU p50', 'p99', 'ours / pg']];
      for (const [name, ours] of Object.entries(asked)) {
        const { ours: mine, floor } = await sideBySide({ ours, sent, read, url: database.url, searches });
        const ratio = mine.ms.p50 / floor.ms.p50;
        lines.push([
          name,
          ...[mine, floor].flatMap(({ ms, cpuMs }) => [ms.p50, ms.p99, cpuMs.p50, cpuMs.p99]).map(hundredths),
          hundredths(ratio),
        ]);
        targets.push({ says: `${name}: p99 in ms`, figure: mine.ms.p99, most: 10 });
        targets.push({ says: `${name}: beside the same statements by pg alone`, figure: ratio, most: 2 });
      }
      process.stdout.write(
        `${table(lines)}\n\nthe processors were ${whole(100 * busy())} % busy; one client by itself takes one of them at most\n\n`,
      );
      return report(targets);
    } finally {
      await database.close();
    }
  });
}

/** Takes the county in, and says how long that took. */
async function takeIn(services: Services, counts: Omit<typeof usual, 'searches'>, now: Date): Promise<Target[]> {
  const beforeBytes = process.memoryUsage().rss;
  let most = beforeBytes;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const began = performance.now();
  await services.places.importFrom(manyPostcodes(counts.postcodes), refuse);
  const { places } = await services.places.importFrom(manyPlaces(), refuse);
  const placesMs = performance.now() - began;
  const listing = manyServices(counts.services, counts.postcodes);
  const { taken } = await services.directory.importCsv(listing, 'bench', { refused: refuse, leftOut: refuse });
  const importMs = performance.now() - began - placesMs;
  clearInterval(watch);
  const megabytes = (most - beforeBytes) / 1e6;
  const listed = await seedOpportunities(services.volunteering, counts.opportunities, counts.postcodes);
  const eventsBegan = performance.now();
  const sessions = await seedEvents(services.events, counts.events, now);
  const eventsMs = performance.now() - eventsBegan;
  process.stdout.write(
    `${whole(counts.postcodes)} postcodes and ${whole(places)} places in ${hundredths(placesMs / 1000)} s, ${whole(taken)} services in ${hundredths(importMs / 1000)} s; memory grew by ${whole(megabytes)} MB; ${whole(listed)} opportunities, ${whole(sessions)} sessions of events in ${hundredths(eventsMs / 1000)} s\n\n`,
  );
  return [
    { says: 'import of the services in s', figure: importMs / 1000, most: 60 },
    { says: 'memory that the import added in MB', figure: megabytes, most: 350 },
  ];
}

function refuse(where: number | string, reason: string): never {
  throw new Error(`${where} ${reason}`);
}

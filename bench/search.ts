import { join } from 'node:path';
import pg from 'pg';
import type { Prisma } from '#database/generated/client.ts';
import { openDatabase } from '#database/open.ts';
import { createSecrets } from '../src/secrets.ts';
import { createServices } from '../src/services.ts';
import { percentile } from './figures.ts';
import { inFolder } from './folder.ts';
import { readOptions } from './options.ts';
import { manyPostcodes, manyServices } from './search/county.ts';
import { eventSearches, seedEvents } from './search/events.ts';
import { opportunitySearches, seedOpportunities } from './search/opportunities.ts';
import { type Search, serviceSearches } from './search/services.ts';
import { hundredths, table, whole } from './table.ts';
import { report, type Target } from './targets.ts';

/** The same statements first, so that neither side meets a cold cache. */
const warmUps = 60;

/**
 * The services, volunteering and events of a large county: how long the import of the services takes and what memory it needs; then searches
 * through the service layer, one at a time, each beside the same statement sent by `pg` alone in the same run.
 */
export async function search(given: readonly string[]): Promise<boolean> {
  const usual = { services: 10_000, postcodes: 10_000, opportunities: 2_000, events: 50_000, searches: 1_000 };
  const { services: count, postcodes, opportunities, events, searches } = readOptions(given, usual);
  return inFolder(async (folder) => {
    const quiet = { info: () => undefined, warn: () => undefined };
    const database = await openDatabase({ databaseUrl: undefined, dataDir: join(folder, 'data') }, quiet as never);
    const client = new pg.Client({ connectionString: database.url });
    try {
      await client.connect();
      const clock = () => new Date();
      const services = createServices(database, createSecrets('a key for benchmarks only, long enough'), clock);
      const nothing = { refused: refuse, leftOut: refuse };

      const beforeBytes = process.memoryUsage().rss;
      let most = beforeBytes;
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
      const began = performance.now();
      await services.places.importFrom(manyPostcodes(postcodes), refuse);
      const placesMs = performance.now() - began;
      const { taken } = await services.directory.importCsv(manyServices(count), 'bench', nothing);
      const importMs = performance.now() - began - placesMs;
      clearInterval(watch);
      const listed = await seedOpportunities(services.volunteering, opportunities);
      const sessions = await seedEvents(services.events, events, clock());
      // What the import leaves to do in the background is done first: searches are measured as they are the day after.
      await client.query('VACUUM ANALYZE');
      await client.query('CHECKPOINT');
      process.stdout.write(
        `${whole(postcodes)} postcodes in ${hundredths(placesMs / 1000)} s, ${whole(taken)} services in ${hundredths(importMs / 1000)} s; memory grew by ${whole((most - beforeBytes) / 1e6)} MB; ${whole(listed)} opportunities, ${whole(sessions)} sessions of events\n\n`,
      );

      const targets: Target[] = [
        { says: 'import of the services in s', figure: importMs / 1000, most: 60 },
        { says: 'memory that the import added in MB', figure: (most - beforeBytes) / 1e6, most: 350 },
      ];
      const lines: string[][] = [['', 'p50 ms', 'p99 ms', 'pg alone p50', 'p99', 'ours / pg (p50)']];
      const searchesOf = {
        ...serviceSearches(services),
        ...opportunitySearches(services.volunteering),
        ...eventSearches(services.events, clock()),
      };
      for (const [row, { ours, floor }] of Object.entries<Search>(searchesOf)) {
        const times = { ours: new Float64Array(searches), floor: new Float64Array(searches) };
        const timed = async (work: () => Promise<unknown>) => {
          const from = performance.now();
          await work();
          return performance.now() - from;
        };
        const alone = async (statements: Prisma.Sql | readonly Prisma.Sql[]) => {
          for (const { text, values } of [statements].flat()) await client.query(text, values as unknown[]);
        };
        for (let at = 0; at < warmUps; at++) {
          await ours(at);
          await alone(floor(at));
        }
        // Turn by turn, so that a busy moment of the machine falls on both alike.
        for (let at = 0; at < searches; at++) {
          times.ours[at] = await timed(() => ours(at));
          times.floor[at] = await timed(() => alone(floor(at)));
        }
        const [mine, pure] = [times.ours.sort(), times.floor.sort()];
        const ratio = percentile(mine, 50) / percentile(pure, 50);
        lines.push([
          row,
          ...[percentile(mine, 50), percentile(mine, 99), percentile(pure, 50), percentile(pure, 99), ratio].map(hundredths),
        ]);
        targets.push({ says: `${row}: p99 in ms`, figure: percentile(mine, 99), most: 10 });
        if (!row.startsWith('a p')) targets.push({ says: `${row}: beside the same statement by pg alone`, figure: ratio, most: 2 });
      }
      process.stdout.write(`${table(lines)}\n\n`);
      return report(targets);
    } finally {
      await client.end();
      await database.close();
    }
  });
}

function refuse(where: number | string, reason: string): never {
  throw new Error(`${where} ${reason}`);
}

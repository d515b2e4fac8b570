import { join } from 'node:path';
import pg from 'pg';
import { Prisma } from '#database/generated/client.ts';
import { openDatabase } from '#database/open.ts';
import { createNeedWords, needs } from '#directory/needs.ts';
import { byTitle, byWords, corrected, type SearchAsked } from '#directory/search/store.ts';
import { loadWords } from '#language/words.ts';
import { metresInAMile } from '#places';
import { createSecrets } from '../src/secrets.ts';
import { createServices } from '../src/services.ts';
import { percentile } from './figures.ts';
import { inFolder } from './folder.ts';
import { readOptions } from './options.ts';
import { manyPostcodes, manyServices } from './search/county.ts';
import { hundredths, table, whole } from './table.ts';
import { report, type Target } from './targets.ts';

/** The same statements first, so that neither side meets a cold cache. */
const warmUps = 60;

/**
 * The directory of a large county: how long the import takes and what memory it needs; then searches by need, place, own words and typo through
 * the service layer, one at a time, each beside the same statement sent by `pg` alone in the same run.
 */
export async function search(given: readonly string[]): Promise<boolean> {
  const { services: count, postcodes, searches } = readOptions(given, { services: 10_000, postcodes: 10_000, searches: 1_000 });
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
      // What the import leaves to do in the background is done first: searches are measured as they are the day after.
      await client.query('VACUUM ANALYZE');
      await client.query('CHECKPOINT');
      process.stdout.write(
        `${whole(postcodes)} postcodes in ${hundredths(placesMs / 1000)} s, ${whole(taken)} services in ${hundredths(importMs / 1000)} s; memory grew by ${whole((most - beforeBytes) / 1e6)} MB\n\n`,
      );

      const needWords = createNeedWords(loadWords());
      const anyOf = (phrases: readonly string[]) => phrases.map((phrase) => `"${phrase}"`).join(' or ');
      const near = (at: number) => ({ easting: 480_000 + ((at * 7919) % 20_000), northing: 270_000 + ((at * 104_729) % 20_000) });
      const asked = (query: string, at: number, place: boolean): SearchAsked => ({
        query,
        near: place ? near(at) : undefined,
        withinMetres: place ? 10 * metresInAMile : undefined,
        freshSince: new Date(Date.now() - 183 * 86_400_000),
        rotation: 20_000,
        limit: 9,
      });
      const needAt = (at: number) => needs[at % needs.length] ?? 'food';
      const typos = [
        ['demntia memroy', 'dementia memory'],
        ['comunity pantri', 'community pantry'],
        ['befreinding companny', 'befriending company'],
        ['toddlr grouup', 'toddler group'],
        ['housng helpp', 'housing help'],
      ] as const;
      const rows = ['by need', 'by need and place', 'by own words', 'by typo', 'a postcode', 'a place by name'] as const;
      const ways: Readonly<
        Record<(typeof rows)[number], { ours(at: number): Promise<unknown>; floor(at: number): Prisma.Sql | readonly Prisma.Sql[] }>
      > = {
        'by need': {
          ours: (at) => services.directory.search.find({ wanted: { need: needAt(at) } }),
          floor: (at) => byTitle(asked(anyOf(needWords.searchedFor(needAt(at))), at, false)),
        },
        'by need and place': {
          ours: (at) => services.directory.search.find({ wanted: { need: needAt(at) }, near: near(at), withinMiles: 10 }),
          floor: (at) => byTitle(asked(anyOf(needWords.searchedFor(needAt(at))), at, true)),
        },
        'by own words': {
          ours: (at) => services.directory.search.find({ wanted: { words: `chess group ${19 + 20 * (at % 100)}` }, near: near(at) }),
          floor: (at) => byWords({ ...asked(`chess group ${19 + 20 * (at % 100)}`, at, true), withinMetres: undefined }),
        },
        'by typo': {
          ours: (at) => services.directory.search.find({ wanted: { words: typos[at % typos.length]?.[0] ?? '' }, near: near(at) }),
          floor: (at) => {
            const [said, meant] = typos[at % typos.length] ?? ['', ''];
            const anywhere = (query: string) => byWords({ ...asked(query, at, true), withinMetres: undefined });
            return [anywhere(said), corrected(said.split(' ')), anywhere(meant)];
          },
        },
        'a postcode': {
          ours: (at) => services.places.find(`NN9${at % 10} ${at % 9}AA`, 'en-GB'),
          floor: (at) =>
            Prisma.sql`SELECT postcode.*, ward.key, parish.key FROM postcode LEFT JOIN place ward ON ward.code = ward_code LEFT JOIN place parish ON parish.code = parish_code WHERE postcode = ${`NN9${at % 10} ${at % 9}AA`}`,
        },
        'a place by name': {
          ours: (at) => services.places.find(`village ${at % 200}`, 'en-GB'),
          floor: (at) =>
            Prisma.sql`SELECT * FROM place WHERE plain = ANY(${[`village ${at % 200}`]}) OR words @> string_to_array(${`village ${at % 200}`}, ' ') OR plain % ${`village ${at % 200}`}`,
        },
      };

      const targets: Target[] = [
        { says: 'import of the services in s', figure: importMs / 1000, most: 60 },
        { says: 'memory that the import added in MB', figure: (most - beforeBytes) / 1e6, most: 350 },
      ];
      const lines: string[][] = [['', 'p50 ms', 'p99 ms', 'pg alone p50', 'p99', 'ours / pg (p50)']];
      for (const row of rows) {
        const { ours, floor } = ways[row];
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
        if (row.startsWith('by')) targets.push({ says: `${row}: beside the same statement by pg alone`, figure: ratio, most: 2 });
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

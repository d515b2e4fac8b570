import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withClient } from '#database/client.ts';
import { openEmbedded } from '#database/embedded.ts';
import { inFolder } from './folder.ts';
import { people } from './load/people.ts';
import { measure } from './measure.ts';
import { readOptions } from './options.ts';
import { dataDirIn, startFolkmoot } from './servers/folkmoot.ts';
import { hundredths, table, tenths, whole } from './table.ts';
import { report } from './targets.ts';

/** A turn may cost so much more in a full database than in an empty one: everything that it reads is found by an index. */
const mostGrowth = 1.5;

/** How the cost of a turn grows with people, answers and open conversations: the same load, with more and more already there. */
export async function growth(given: readonly string[]): Promise<boolean> {
  const { most, numbers } = readOptions(given, { most: 1_000_000, numbers: 500 });
  return inFolder(async (folder) => {
    const server = await startFolkmoot(folder);
    try {
      await measure(server, { connections: 32, people: people(0, 200) });
      const rows: { already: number; cpu: number; databaseCpu: number; p50: number; p99: number }[] = [];
      for (const already of [0, most / 100, most / 10, most]) {
        await fill(dataDirIn(folder), already);
        const from = 1000 + rows.length * numbers;
        const { serverCpu, databaseCpu, p50Ms, p99Ms } = await measure(server, { connections: 32, people: people(from, numbers) });
        rows.push({ already, cpu: serverCpu, databaseCpu, p50: p50Ms, p99: p99Ms });
      }
      const cells = rows.map((row) => [whole(row.already), whole(row.cpu), whole(row.databaseCpu), tenths(row.p50), tenths(row.p99)]);
      process.stdout.write(`${table([['people already there', 'server CPU µs', 'PostgreSQL CPU µs', 'p50 ms', 'p99 ms'], ...cells])}\n\n`);
      const cost = (row = rows[0]) => (row ? row.cpu + row.databaseCpu : Number.NaN);
      process.stdout.write(`A turn in the fullest database beside one in the empty: ${hundredths(cost(rows.at(-1)) / cost())}\n`);
      return report([{ says: 'growth of a turn', figure: cost(rows.at(-1)) / cost(), most: mostGrowth }]);
    } finally {
      await server.stop();
    }
  });
}

/** Brings the database to so many people, each in the middle of a response with five answers and sixteen messages. */
async function fill(dataDir: string, people: number): Promise<void> {
  const sql = await readFile(join(import.meta.dirname, 'growth.sql'), 'utf8');
  const database = await openEmbedded({ dataDir, log: { info: () => {}, warn: () => {}, error: () => {} } });
  await withClient(database.url, async (client) => {
    for (const statement of sql.split(';\n'))
      if (statement.trim() !== '') await client.query(statement.replaceAll(':people', String(people)));
    await client.query('ANALYZE');
  });
  await database.stop();
}

import { join } from 'node:path';
import { inFolder } from './folder.ts';
import { grow, knownPeople } from './growth/crowd.ts';
import { drive } from './load/drive.ts';
import { people, person } from './load/people.ts';
import { type Figures, measure } from './measure.ts';
import { readOptions } from './options.ts';
import { publishConsultation, startFolkmoot } from './servers/folkmoot.ts';
import { table, tenths, whole } from './table.ts';

const connections = 32;
const warmUpPeople = 2000;
/** How many are measured at each size: of those who were in the middle, and of new ones. */
const measured = 1000;
/** The crowd stands after the keyword, the beginning and the first answer. */
const stepsDone = 3;

/** What a turn costs as people, messages, answers and open conversations grow. */
export async function growth(given: readonly string[]): Promise<boolean> {
  const { most } = readOptions(given, { most: 1_000_000 });
  return inFolder(async (folder) => {
    const dataDir = join(folder, 'folkmoot');
    const server = await startFolkmoot(dataDir);
    try {
      await publishConsultation(dataDir);
      await drive({ port: server.port, connections, people: people(0, warmUpPeople) });
      const pattern = person(warmUpPeople);
      await drive({ port: server.port, connections: 1, people: [pattern], to: stepsDone });

      const rows = [['people in the middle', 'MB', 'who', 'turns/s', 'server CPU µs', 'PostgreSQL CPU µs', 'p50 ms', 'p99 ms']];
      let serial = warmUpPeople + 1;
      for (let size = 0, before = 0; size <= most; before = size, size = size === 0 ? 10_000 : size * 10) {
        const bytes = await grow(dataDir, { pattern: pattern.number, from: before, to: size });
        const fresh = people(serial, measured);
        const known = size === 0 ? [] : people(serial + measured, measured);
        serial += 2 * measured;
        await knownPeople(dataDir, { people: known, among: size });
        const name = whole(size);
        if (known.length > 0)
          rows.push([
            name,
            whole(bytes / 1e6),
            'in the middle',
            ...figures(await measure(server, { connections, people: known, from: stepsDone })),
          ]);
        rows.push([name, whole(bytes / 1e6), 'new', ...figures(await measure(server, { connections, people: fresh }))]);
      }
      process.stdout.write(`${table(rows)}\n`);
      return true;
    } finally {
      await server.stop();
    }
  });
}

function figures({ turnsPerSecond, serverCpu, databaseCpu, p50Ms, p99Ms }: Figures): string[] {
  return [whole(turnsPerSecond), whole(serverCpu), whole(databaseCpu), tenths(p50Ms), tenths(p99Ms)];
}

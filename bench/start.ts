import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median } from './figures.ts';
import { inFolder } from './folder.ts';
import { drive } from './load/drive.ts';
import { people, turnsEach } from './load/people.ts';
import { readOptions } from './options.ts';
import type { RunningServer } from './processes/server.ts';
import { publishConsultation, startFolkmoot } from './servers/folkmoot.ts';
import { whole } from './table.ts';
import { report } from './targets.ts';

const firstStarts = 3;
const laterStarts = 5;
const connections = 32;
/** The memory is looked at after this many turns, and must be flat from there. */
const settledAt = 20_000;
const everyTurns = 10_000;

/** Each number is counted for a minute, so that its texts are limited: 25,000 numbers in a run of 200,000 turns. */
const limitsCountMs = 61_000;

/** How long a start takes, on nothing and on what is there; then how memory goes with turns. `--long` for 200,000 of them. */
export async function start(given: readonly string[]): Promise<boolean> {
  const long = given.includes('--long');
  const { turns } = readOptions(
    given.filter((word) => word !== '--long'),
    { turns: long ? 200_000 : 60_000 },
  );
  return inFolder(async (folder) => {
    const first: number[] = [];
    for (let time = 0; time < firstStarts; time++) first.push(await startOnce(join(folder, `first-${time}`)));
    const later: number[] = [];
    for (let time = 0; time < laterStarts; time++) later.push(await startOnce(join(folder, 'first-0')));
    process.stdout.write(`Ready after, in ms: on nothing ${first.map(whole).join(' ')}; on what is there ${later.map(whole).join(' ')}\n`);

    const { settled, last } = await memory(join(folder, 'first-0'), { turns, long });
    return report([
      { says: 'first start in s', figure: median(first) / 1000, most: 10 },
      { says: 'start on what is there in s', figure: median(later) / 1000, most: 3 },
      { says: `memory after ${whole(settledAt)} turns in MB`, figure: settled, most: 350 },
      { says: `memory after ${whole(turns)} turns, beside that`, figure: last / settled, most: 1.15 },
    ]);
  });
}

async function startOnce(dataDir: string): Promise<number> {
  const server = await startFolkmoot(dataDir, { sample: true });
  await server.stop();
  return server.readyAfterMs;
}

interface Turns {
  readonly turns: number;
  readonly long: boolean;
}

async function memory(dataDir: string, { turns, long }: Turns): Promise<{ settled: number; last: number }> {
  const server = await startFolkmoot(dataDir);
  try {
    await publishConsultation(dataDir);
    process.stdout.write(`Memory in MB: at the start ${whole(await megabytes(server))}`);
    let settled = Number.NaN;
    let last = Number.NaN;
    const step = everyTurns / turnsEach;
    for (let done = 0; done < turns; done += everyTurns) {
      await drive({ port: server.port, connections, people: people((done / everyTurns) * step, step) });
      last = await megabytes(server);
      if (done + everyTurns === settledAt) settled = last;
      process.stdout.write(`, ${whole((done + everyTurns) / 1000)}k ${whole(last)}`);
    }
    if (long) {
      await pause(limitsCountMs);
      process.stdout.write(`; a minute later ${whole((await server.settledUsage()).heldBytes / 1e6)} are in use`);
    }
    process.stdout.write('\n\n');
    return { settled, last };
  } finally {
    await server.stop();
  }
}

const megabytes = async (server: RunningServer): Promise<number> => (await server.usage()).residentBytes / 1e6;

import { inFolder } from './folder.ts';
import { drive } from './load/drive.ts';
import { people, turnsEach } from './load/people.ts';
import { readOptions } from './options.ts';
import type { RunningServer } from './processes/server.ts';
import { restartFolkmoot, startFolkmoot } from './servers/folkmoot.ts';
import { hundredths, table, tenths, whole } from './table.ts';
import { report } from './targets.ts';

/** How often the memory is looked at while the turns go through. */
const looks = 10;
const connections = 32;
const bytesInMiB = 1024 * 1024;

/** How long it takes to be ready, on nothing and on existing data, and what the server's memory comes to after many turns. */
export async function start(given: readonly string[]): Promise<boolean> {
  const { turns, starts } = readOptions(given, { turns: 60_000, starts: 5 });
  return inFolder(async (folder) => {
    const first = await startFolkmoot(folder);
    const memory = await memoryOver(first, turns).finally(() => first.stop());
    const again: number[] = [];
    for (let count = 0; count < starts; count++) {
      const server = await restartFolkmoot(folder);
      again.push(server.readyAfterMs);
      await server.stop();
    }
    process.stdout.write(`${table([['turns', 'resident MiB'], ...memory.map(({ done, mib }) => [whole(done), tenths(mib)])])}\n\n`);
    process.stdout.write(`Ready for the first time (no data): ${whole(first.readyAfterMs)} ms\n`);
    process.stdout.write(`Ready on existing data, ${starts} times: ${again.map(whole).join(', ')} ms\n\n`);

    const after = (least: number) => memory.find(({ done }) => done >= least)?.mib ?? Number.NaN;
    const last = memory.at(-1)?.mib ?? Number.NaN;
    process.stdout.write(`Memory at the end beside that after a third of the turns: ${hundredths(last / after(turns / 3))}\n`);
    return report([
      { says: 'ready on existing data in ms, the slowest', figure: Math.max(...again), most: 3000 },
      { says: 'MiB after 20,000 turns', figure: after(20_000), most: 350 },
      { says: 'MiB at the end', figure: last, most: 350 },
    ]);
  });
}

async function memoryOver(server: RunningServer, turns: number): Promise<readonly { readonly done: number; readonly mib: number }[]> {
  const each = Math.ceil(turns / looks / turnsEach);
  const seen = [];
  for (let look = 0; look < looks; look++) {
    await drive({ port: server.port, connections, people: people(look * each, each) });
    const { residentBytes } = await server.usage();
    seen.push({ done: (look + 1) * each * turnsEach, mib: residentBytes / bytesInMiB });
  }
  return seen;
}

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../figures.ts';
import { drive } from '../load/drive.ts';
import { socketsToHave } from '../load/openFiles.ts';
import { people } from '../load/people.ts';
import { openSlowCrowd } from '../load/slowCrowd.ts';
import type { RunningServer } from '../processes/server.ts';
import { publishConsultation, startFolkmoot } from '../servers/folkmoot.ts';
import { tenths, whole } from '../table.ts';
import type { Target } from '../targets.ts';

const connections = 8;
const textsFrom = 200;
/** Whoever answers no ping is gone at the second, and pings are 25 s apart. */
const goneWithinMs = 60_000;

/** Texts beside many web sockets that read nothing or a byte at a time; what these cost, and whether they are got rid of. */
export async function slow(folder: string, wished: number): Promise<readonly Target[]> {
  const sockets = await socketsToHave(wished);
  if (sockets < wished) process.stdout.write(`This machine lets a process open too few files for ${whole(wished)}.\n`);
  const dataDir = join(folder, 'slow');
  const server = await startFolkmoot(dataDir);
  try {
    await publishConsultation(dataDir);
    const { port } = server;
    let serial = 0;
    const p99 = async (): Promise<number> => {
      const { latenciesMs } = await drive({ port, connections, people: people(serial, textsFrom) });
      serial += textsFrom;
      return percentile(latenciesMs, 99);
    };
    for (let time = 0; time < 3; time++) await p99();
    const memoryBefore = await residentMegabytes(server);
    const before = await p99();
    const crowd = await openSlowCrowd(port, sockets);
    const opened = await openSockets(port);
    const [, during] = await Promise.all([crowd.speak(), p99()]);
    const memory = (await residentMegabytes(server)) - memoryBefore;
    let left = opened;
    for (const deadline = performance.now() + goneWithinMs; left > 0 && performance.now() < deadline; await pause(500))
      left = await openSockets(port);
    crowd.close();
    process.stdout.write(
      `${whole(opened)} slow web sockets: p99 of a text ${tenths(before)} ms before, ${tenths(during)} ms beside them; `,
    );
    process.stdout.write(`${whole(memory)} MB more memory; ${whole(left)} of them left after ${goneWithinMs / 1000} s.\n\n`);
    return [
      { says: 'p99 of a text beside slow web sockets, in ms', figure: during, most: Math.max(100, 3 * before) },
      { says: 'memory for each slow web socket in KB', figure: (memory * 1000) / opened, most: 64 },
      { says: 'slow web sockets left in the end', figure: left, most: 0 },
    ];
  } finally {
    await server.stop();
  }
}

const residentMegabytes = async (server: RunningServer): Promise<number> => (await server.settledUsage()).residentBytes / 1e6;

/** As the server itself counts them. */
export async function openSockets(port: number): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^folkmoot_web_sockets (\d+)$/m.exec(metrics)?.[1]);
}

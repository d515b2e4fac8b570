import { readdir, readFile } from 'node:fs/promises';

/** Linux counts in hundredths of a second. */
const microsPerTick = 10_000;

interface Status {
  readonly pid: number;
  readonly parent: number;
  readonly cpuMicros: number;
}

/** What the children of a process and theirs have used of the processors: here, PostgreSQL's. Undefined where there is no `/proc`. */
export async function cpuOfChildren(pid: number): Promise<number | undefined> {
  const all = await allProcesses();
  if (all.length === 0) return undefined;
  let micros = 0;
  const parents = new Set([pid]);
  for (let found = true; found; ) {
    found = false;
    for (const each of all) {
      if (!parents.has(each.parent) || parents.has(each.pid)) continue;
      parents.add(each.pid);
      micros += each.cpuMicros;
      found = true;
    }
  }
  return micros;
}

async function allProcesses(): Promise<readonly Status[]> {
  const names = await readdir('/proc').catch(() => []);
  const statuses = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map((name) => status(Number(name))));
  return statuses.filter((each) => each !== undefined);
}

/** The fields after the name, which may hold anything: state, parent, … the 12th and 13th are time used, the 14th and 15th that of children that ended. */
async function status(pid: number): Promise<Status | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (line === undefined) return undefined;
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { pid, parent: Number(fields[1]), cpuMicros: ticks * microsPerTick };
}

import { readFileSync } from 'node:fs';
import { withClient } from '#database/client.ts';
import { Prisma } from '#database/generated/client.ts';
import type { Read } from '#database/reading.ts';
import { percentile } from '../figures.ts';
import type { Search } from './services.ts';

/** The same searches first, so that neither side meets a cold cache or makes a plan that is kept. */
const warmUps = 60;

export interface Contest {
  readonly ours: Search;
  /** Where every statement is noted that ours sends by `read`. */
  readonly sent: Prisma.Sql[];
  readonly read: Read;
  readonly url: string;
  readonly searches: number;
}

interface Figures {
  /** By the clock. */
  readonly ms: Spread;
  /** What a search takes of this process and of its connection's server process: on a busy machine the clock tells of other programs. */
  readonly cpuMs: Spread;
}

interface Spread {
  readonly p50: number;
  readonly p99: number;
}

/** Turn by turn, so that a busy moment falls on both alike: a search, then the statements that it sent by `pg` alone, prepared as ours are. */
export function sideBySide({ ours, sent, read, url, searches }: Contest): Promise<{ readonly ours: Figures; readonly floor: Figures }> {
  return withClient(url, async (alone) => {
    const names = new Map<string, string>();
    const floor = async (statements: readonly Prisma.Sql[]) => {
      for (const { text, values } of statements) {
        const name = names.get(text) ?? `alone-${names.size}`;
        names.set(text, name);
        await alone.query({ name, text, values: values as unknown[] });
      }
    };
    const whose = Prisma.sql`SELECT pg_backend_pid() AS pid`;
    const [mine] = await read<{ pid: number }>(whose);
    const [its] = (await alone.query<{ pid: number }>(whose.text)).rows;
    const sides = { ours: watched(searches, mine?.pid), floor: watched(searches, its?.pid) };
    for (let at = 0; at < warmUps + searches; at++) {
      sent.length = 0;
      const isTimed = at >= warmUps;
      await sides.ours.time(isTimed, () => ours(at));
      const statements = [...sent];
      await sides.floor.time(isTimed, () => floor(statements));
    }
    return { ours: sides.ours.figures(), floor: sides.floor.figures() };
  });
}

function watched(searches: number, pid: number | undefined) {
  const times = new Float64Array(searches);
  const cpuTimes = new Float64Array(searches);
  let timed = 0;
  return {
    async time(isTimed: boolean, work: () => Promise<unknown>): Promise<void> {
      const before = cpuOf(pid);
      const own = process.cpuUsage();
      const from = performance.now();
      await work();
      const ms = performance.now() - from;
      if (!isTimed) return;
      const { user, system } = process.cpuUsage(own);
      times[timed] = ms;
      cpuTimes[timed++] = (user + system) / 1_000 + cpuOf(pid) - before;
    },
    figures: (): Figures => ({ ms: spreadOf(times), cpuMs: spreadOf(cpuTimes) }),
  };
}

function spreadOf(times: Float64Array): Spread {
  const sorted = times.toSorted();
  return { p50: percentile(sorted, 50), p99: percentile(sorted, 99) };
}

/** In milliseconds; nothing where there is no `/proc`. The scheduler's own count is exact, where `stat` counts in hundredths of a second. */
function cpuOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1_000_000;
  } catch {
    return 0;
  }
}

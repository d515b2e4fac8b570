import { availableParallelism } from 'node:os';
import { percentile } from './figures.ts';
import { type Drive, type Driven, drive } from './load/drive.ts';
import { watchMachine } from './machine.ts';
import type { RunningServer } from './processes/server.ts';

/** What a server did with a load. Times of the processors are microseconds a turn. */
export interface Figures {
  readonly turnsPerSecond: number;
  readonly serverCpu: number;
  /** NaN where it has no database, or where there is no `/proc`. */
  readonly databaseCpu: number;
  /** Of the load itself. */
  readonly loadCpu: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** The share of the machine that other programs took meanwhile, from 0 to 1. */
  readonly others: number;
}

export function measure(server: RunningServer, load: Omit<Drive, 'port'>): Promise<Figures> {
  return measureWork([server], () => drive({ ...load, port: server.port }));
}

/** What some servers, together, did with some work. */
export async function measureWork(servers: readonly RunningServer[], work: () => Promise<Driven>): Promise<Figures> {
  const busy = watchMachine();
  const before = await usageOf(servers);
  const { turns, seconds, latenciesMs } = await work();
  const after = await usageOf(servers);
  const [serverCpu, databaseCpu, loadCpu] = [after.server - before.server, after.database - before.database, after.load - before.load];
  const ours = (serverCpu + (databaseCpu || 0) + loadCpu) / 1e6 / seconds / availableParallelism();
  return {
    turnsPerSecond: turns / seconds,
    serverCpu: serverCpu / turns,
    databaseCpu: (databaseCpu || Number.NaN) / turns,
    loadCpu: loadCpu / turns,
    p50Ms: percentile(latenciesMs, 50),
    p95Ms: percentile(latenciesMs, 95),
    p99Ms: percentile(latenciesMs, 99),
    others: Math.max(0, busy() - ours),
  };
}

async function usageOf(servers: readonly RunningServer[]) {
  const usages = await Promise.all(servers.map((server) => server.usage()));
  const databases = await Promise.all(servers.map((server) => server.databaseCpu()));
  const { user, system } = process.cpuUsage();
  return {
    server: usages.reduce((sum, { cpuMicros }) => sum + cpuMicros, 0),
    database: databases.reduce((sum: number, micros) => sum + (micros ?? Number.NaN), 0),
    load: user + system,
  };
}

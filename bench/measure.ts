import { availableParallelism } from 'node:os';
import { percentile } from './figures.ts';
import { type Drive, drive } from './load/drive.ts';
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

export async function measure(server: RunningServer, load: Omit<Drive, 'port'>): Promise<Figures> {
  const busy = watchMachine();
  const before = await usageOf(server);
  const { turns, seconds, latenciesMs } = await drive({ ...load, port: server.port });
  const after = await usageOf(server);
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

async function usageOf(server: RunningServer) {
  const [usage, database] = await Promise.all([server.usage(), server.databaseCpu()]);
  const { user, system } = process.cpuUsage();
  return { server: usage.cpuMicros, database: database ?? Number.NaN, load: user + system };
}

import { percentile } from './figures.ts';
import { type Drive, drive } from './load/drive.ts';
import type { RunningServer } from './processes/server.ts';

/** What a server did with a load. Times of the processors are microseconds a turn. */
export interface Figures {
  readonly turnsPerSecond: number;
  readonly serverCpu: number;
  /** NaN where it has no database, or where there is no `/proc`. */
  readonly databaseCpu: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

export async function measure(server: RunningServer, load: Omit<Drive, 'port'>): Promise<Figures> {
  const before = await usageOf(server);
  const { turns, seconds, latenciesMs } = await drive({ ...load, port: server.port });
  const after = await usageOf(server);
  return {
    turnsPerSecond: turns / seconds,
    serverCpu: (after.server - before.server) / turns,
    databaseCpu: (after.database - before.database || Number.NaN) / turns,
    p50Ms: percentile(latenciesMs, 50),
    p95Ms: percentile(latenciesMs, 95),
    p99Ms: percentile(latenciesMs, 99),
  };
}

async function usageOf(server: RunningServer) {
  const [usage, database] = await Promise.all([server.usage(), server.databaseCpu()]);
  return { server: usage.cpuMicros, database: database ?? Number.NaN };
}

import pg from 'pg';

/** One loads and one commits at a time; the rest is for a slow one beside them. */
const mostConnections = 4;
/** Long enough for a busy disk, shorter than the 15 s that Twilio waits. */
const patienceMs = 8_000;

/** Whose connections they are, how many at most, how many stay when nobody asks, and what each is told before its first statement. */
export interface PoolUse {
  readonly name: string;
  readonly max: number;
  readonly min?: number;
  readonly told?: string;
  /** Some are borrowed for good, to listen: none is broken off. */
  readonly listens?: true;
}

/**
 * A statement's plan is made once for each connection and kept. Made while the tables were nearly empty it would read all of a table, or of
 * an index, every time, for as long as the connection lasts. Where everything is found by an index no other plan is allowed; nor is it
 * worth the time to compile one.
 */
export const byIndexAlone = `SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;
SET plan_cache_mode = force_generic_plan; SET jit = off`;

const forTurns: PoolUse = { name: 'turns', max: mostConnections, told: byIndexAlone };

/** Connections for plain statements, each borrowed for one: the turn log's, unless `use` names another with its own. One that breaks is replaced at the next use. */
export function createPool(url: string, report: (reason: Error) => void, use: PoolUse = forTurns): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: use.max,
    min: use.min ?? 0,
    connectionTimeoutMillis: patienceMs,
    application_name: `folkmoot ${use.name}`,
    ...(use.told !== undefined && { onConnect: telling(use.told) }),
  });
  pool.on('error', report);
  // A connection that breaks while it is borrowed tells whoever borrowed it; where nobody listened the process would end.
  pool.on('connect', (client) => client.on('error', () => undefined));
  if (!use.listens) breakLateQueries(pool);
  return pool;
}

function telling(what: string) {
  return async (client: pg.ClientBase) => void (await client.query(what));
}

/**
 * A connection that is borrowed for longer than our patience is broken off. pg's own `query_timeout` does it too, but with it each query,
 * and every turn that waits for it, stays in memory until the next full collection (see docs/performance.md).
 */
function breakLateQueries(pool: pg.Pool): void {
  const deadlines = new Map<pg.PoolClient, NodeJS.Timeout>();
  pool.on('acquire', (client) => deadlines.set(client, setTimeout(breakOff, patienceMs, client)));
  pool.on('release', (_reason, client) => {
    clearTimeout(deadlines.get(client));
    deadlines.delete(client);
  });
}

function breakOff(client: pg.PoolClient): void {
  void (client as unknown as pg.Client).end();
}

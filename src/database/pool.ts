import pg from 'pg';

/** One loads and one commits at a time; the rest is for a slow one beside them. */
const mostConnections = 4;
/** Long enough for a busy disk, shorter than the 15 s that Twilio waits. */
const patienceMs = 8_000;

export interface PoolUse {
  readonly name: string;
  readonly max: number;
  /** Told to PostgreSQL for each connection, as on its command line. */
  readonly settings?: string;
}

/** Connections for plain statements, each borrowed for one: the turn log's, unless `use` names another with its own. One that breaks is replaced at the next use. */
export function createPool(url: string, report: (reason: Error) => void, use: PoolUse = { name: 'turns', max: mostConnections }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: use.max,
    connectionTimeoutMillis: patienceMs,
    application_name: `folkmoot ${use.name}`,
    ...(use.settings && { options: use.settings }),
  });
  pool.on('error', report);
  breakLateQueries(pool);
  return pool;
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

import pg from 'pg';

/** One loads and one commits at a time; the rest is for a slow one beside them. */
const mostConnections = 4;
/** Long enough for a busy disk, shorter than the 15 s that Twilio waits. */
const patienceMs = 8_000;

/** The connections of the turn log. A connection that breaks is replaced at the next use. */
export function createPool(url: string, report: (reason: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    application_name: 'folkmoot turns',
  });
  pool.on('error', report);
  return pool;
}

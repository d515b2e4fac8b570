import pg from 'pg';

/** One loads and one commits at a time; the rest is for a slow one beside them. */
const mostConnections = 4;
/** Long enough for a busy disk, shorter than the 15 s that Twilio waits. */
const patienceMs = 8_000;

/** Connections for plain statements: the turn log's, unless `use` names another with its own. One that breaks is replaced at the next use. */
export function createPool(url: string, report: (reason: Error) => void, use = { name: 'turns', max: mostConnections }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: use.max,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    application_name: `folkmoot ${use.name}`,
  });
  pool.on('error', report);
  return pool;
}

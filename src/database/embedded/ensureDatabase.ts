import pg from 'pg';

/** Makes a database on a server if it is not there. Of two that do this at once, the second finds it made. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (!madeMeanwhile.has((error as pg.DatabaseError).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

/** `unique_violation` and `duplicate_database`. https://www.postgresql.org/docs/18/errcodes-appendix.html */
const madeMeanwhile: ReadonlySet<string> = new Set(['23505', '42P04']);

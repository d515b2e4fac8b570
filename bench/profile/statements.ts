import { withClient } from '#database/client.ts';
import { inDatabase } from '../recorded.ts';

/** A statement that the server ran, as PostgreSQL's own counter saw it. */
export interface Statement {
  readonly text: string;
  readonly calls: number;
  readonly ms: number;
  readonly walBytes: number;
}

/** Tells a server to count statements from its next start on. */
export function countFromNextStart(dataDir: string): Promise<void> {
  return inDatabase(dataDir, (url) =>
    withClient(url, async (client) => {
      await client.query("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
      await client.query('CREATE EXTENSION pg_stat_statements');
    }),
  );
}

/** The statements since the last call, the longest first, and begins anew. */
export function takeStatements(dataDir: string): Promise<readonly Statement[]> {
  return inDatabase(dataDir, (url) =>
    withClient(url, async (client) => {
      const { rows } = await client.query<Statement>(`
        SELECT query AS text, calls::int AS calls, total_exec_time AS ms, wal_bytes::float8 AS "walBytes"
        FROM pg_stat_statements ORDER BY total_exec_time DESC`);
      await client.query('SELECT pg_stat_statements_reset()');
      return rows;
    }),
  );
}

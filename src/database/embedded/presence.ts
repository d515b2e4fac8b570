import pg from 'pg';

/**
 * Every process of ours that uses a server keeps one connection on which it holds a shared lock, and the last one out turns off
 * the light: whoever leaves gives back its own and asks for the lock alone. It gets that exactly when nobody else is left, and
 * whoever comes while it stops the server is turned away until the server is gone.
 */
export interface Presence {
  /** True when nobody else is left: the server is then ours to stop. */
  leave(): Promise<boolean>;
}

/** A number of our own choosing for PostgreSQL's advisory locks. */
const lock = 3978_0001;

/** Undefined when the server is being stopped by another. `onLost` is called when the connection ends before we leave. */
export async function takePresence(url: string, onLost: () => void): Promise<Presence | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'folkmoot presence' });
  let leaving = false;
  client.on('error', () => undefined);
  client.on('end', () => {
    if (!leaving) onLost();
  });
  const end = () => {
    leaving = true;
    return client.end().catch(() => undefined);
  };
  await client.connect().catch(async (error: unknown) => {
    await end();
    throw error;
  });
  if (!(await asks(client, 'pg_try_advisory_lock_shared'))) {
    await end();
    return undefined;
  }
  return {
    async leave() {
      leaving = true;
      try {
        await asks(client, 'pg_advisory_unlock_shared');
        if (await asks(client, 'pg_try_advisory_lock')) return true;
      } catch {
        return false;
      }
      await end();
      return false;
    },
  };
}

async function asks(client: pg.Client, what: string): Promise<boolean> {
  const { rows } = await client.query<{ yes: boolean }>(`SELECT ${what}($1) AS yes`, [lock]);
  return rows[0]?.yes === true;
}

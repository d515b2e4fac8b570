import { createPool } from '#database/pool.ts';
import { createTurnLog } from '#database/turnLog/index.ts';
import { testDatabase } from '#test/setup/database.ts';
import { aConsultation, aStart, ask, aTurn, somebody } from './aTurn.ts';

export type Logs = Awaited<ReturnType<typeof createLogs>>;

/** Turn logs on one database, as several processes have them, and a consultation to answer. */
export async function createLogs() {
  const database = await testDatabase();
  await aConsultation(database);
  const pools: ReturnType<typeof createPool>[] = [];
  function aLog() {
    const pool = createPool(database.url, () => undefined);
    pools.push(pool);
    return createTurnLog(pool, database.prisma);
  }
  const log = aLog();

  /** Somebody who has a response in hand. */
  async function aRespondent() {
    const who = somebody();
    const start = aStart();
    await log.commit(aTurn(await log.load(ask(who)), { who, facts: [start], inHand: start.response }));
    return { who, response: start.response };
  }

  async function close(): Promise<void> {
    for (const pool of pools) await pool.end();
    await database.close();
  }
  return { database, aLog, aRespondent, close };
}

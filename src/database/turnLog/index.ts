import type { Pool } from 'pg';
import type { Prisma, PrismaClient } from '#database/generated/client.ts';
import { commitSql, commitValues } from './commit.ts';
import { gather } from './gather.ts';
import { load } from './load.ts';
import type { Ask, DecidedTurn, Loaded } from './rows.ts';

const sharing = {
  /** Enough to share a commit among everybody who waits; small enough that a statement stays in milliseconds. */
  mostAtOnce: 64,
  /** Data that does not hold (22), a broken constraint (23), a deadlock between two processes (40): the others may well succeed. */
  isOnesOwn: (reason: unknown) => /^(22|23|40)/.test(String((reason as { code?: unknown })?.code ?? '')),
};

export type CommitResult = 'recorded' | 'moved';

export interface TurnLog {
  /** Where a conversation stands; conversations asked for at the same moment share a statement. */
  load(ask: Ask): Promise<Loaded>;
  /** Records a turn together with whichever others are ready; 'moved' says that the conversation has changed since it was loaded. */
  commit(turn: DecidedTurn): Promise<CommitResult>;
  /** Records a turn and what a feature's own store adds, in one transaction. */
  commitWith(turn: DecidedTurn, record: (transaction: Prisma.TransactionClient) => Promise<void>): Promise<CommitResult>;
}

export function createTurnLog(pool: Pool, prisma: PrismaClient): TurnLog {
  return {
    load: gather((asks: readonly Ask[]) => load(pool, asks), sharing),
    commit: gather((turns: readonly DecidedTurn[]) => commit(pool, turns), sharing),
    commitWith: (turn, record) =>
      prisma.$transaction(async (transaction) => {
        const done = await transaction.$queryRawUnsafe<{ id: string }[]>(commitSql, ...commitValues([turn]));
        if (done.length === 0) return 'moved';
        await record(transaction);
        return 'recorded';
      }),
  };
}

async function commit(pool: Pool, turns: readonly DecidedTurn[]): Promise<CommitResult[]> {
  const { rows } = await pool.query<{ id: string }>({ name: 'turn-commit', text: commitSql, values: commitValues(turns) });
  const done = new Set(rows.map((row) => row.id));
  return turns.map((turn) => (done.has(turn.conversation.id) ? 'recorded' : 'moved'));
}

import type { Pool } from 'pg';
import { isAway } from '#database/away.ts';
import type { Prisma, PrismaClient } from '#database/generated/client.ts';
import { unbroken } from '../unbroken.ts';
import { commitStatement } from './commit.ts';
import { gather } from './gather.ts';
import { load } from './load.ts';
import { Overtaken } from './overtaken.ts';
import type { Ask, DecidedTurn, Loaded } from './rows.ts';

const sharing = {
  /** Enough to share a commit among everybody who waits; small enough that a statement stays in milliseconds. */
  mostAtOnce: 64,
  /** Data that does not hold, a broken constraint, a deadlock between two processes: the others may well succeed. */
  isOnesOwn: (reason: unknown) => !isAway(reason),
};

export type CommitResult = 'recorded' | 'moved';

export interface TurnLog {
  /** Where a conversation stands; conversations asked for at the same moment share a statement. */
  load(ask: Ask): Promise<Loaded>;
  /** Records a turn together with whichever others are ready; 'moved' says that the conversation has changed since it was loaded. */
  commit(turn: DecidedTurn): Promise<CommitResult>;
  /** Records a turn and what a feature's own store adds, in one transaction; 'moved' also where that throws `Overtaken`. */
  commitWith(turn: DecidedTurn, record: (transaction: Prisma.TransactionClient) => Promise<void>): Promise<CommitResult>;
}

/** A commit that went through although its connection broke finds the conversation moved, and the turn that loads it again finds that its message was heard. */
export function createTurnLog(pool: Pool, prisma: PrismaClient): TurnLog {
  return {
    load: gather((asks: readonly Ask[]) => unbroken(() => load(pool, asks)), sharing),
    commit: gather((turns: readonly DecidedTurn[]) => unbroken(() => commit(pool, turns)), sharing),
    commitWith: (turn, record) =>
      unbroken(() =>
        prisma.$transaction(async (transaction): Promise<CommitResult> => {
          const { text, values } = commitStatement([turn]);
          const done = await transaction.$queryRawUnsafe<{ id: string }[]>(text, ...values);
          if (done.length === 0) return 'moved';
          await record(transaction);
          return 'recorded';
        }),
      ).catch(movedIfOvertaken),
  };
}

function movedIfOvertaken(reason: unknown): CommitResult {
  if (reason instanceof Overtaken) return 'moved';
  throw reason;
}

async function commit(pool: Pool, turns: readonly DecidedTurn[]): Promise<CommitResult[]> {
  const { name, text, values } = commitStatement(turns.toSorted(lockOrder));
  const { rows } = await pool.query<{ id: string }>({ name, text, values: [...values] });
  const done = new Set(rows.map((row) => row.id));
  return turns.map((turn) => (done.has(turn.conversation.id) ? 'recorded' : 'moved'));
}

/** Two processes that record the same people at once lock them in the same order, so that neither has what the other waits for. */
function lockOrder(one: DecidedTurn, other: DecidedTurn): number {
  const [a, b] = [one, other].map(({ newcomer, conversation }) => newcomer?.lookup ?? Buffer.from(conversation.id)) as [
    Uint8Array,
    Uint8Array,
  ];
  return Buffer.compare(a, b);
}

import type { Prisma, PrismaClient } from '#database/generated/client.ts';
import { asks, type BroadcastDefinition } from './definition.ts';
import { largestId, untried } from './ledger.ts';

export type StoredBroadcast = Awaited<ReturnType<Store['all']>>[number];

export interface Draft {
  readonly definition: BroadcastDefinition;
  readonly startsAt: Date;
  readonly expiresAt: Date;
  readonly noticeOf?: string;
}

export interface Confirmed extends Draft {
  readonly confirmedBy: string;
  readonly reminderOf?: string;
}

export type Store = ReturnType<typeof createStore>;

export function createStore(database: PrismaClient) {
  const { broadcast } = database;

  return {
    find: async (key: string) => asStored(await broadcast.findUnique({ where: { key } })),
    /** The newest first. */
    all: async () => (await broadcast.findMany({ orderBy: [{ draftedAt: 'desc' }, { key: 'asc' }] })).map(stored),
    noticesOf: async (noticeOf: string) => (await broadcast.findMany({ where: { noticeOf }, orderBy: { startsAt: 'asc' } })).map(stored),

    /** False where there is one of this key that is no draft any more. */
    async putDraft(draft: Draft, now: Date): Promise<boolean> {
      const { key } = draft.definition;
      const columns = { ...columnsOf(draft), draftedAt: now };
      const { count } = await broadcast.updateMany({ where: { key, confirmedAt: null, cancelledAt: null }, data: columns });
      if (count > 0) return true;
      const made = await broadcast.createMany({ data: [{ key, ...columns }], skipDuplicates: true });
      return made.count > 0;
    },

    /** A broadcast and the reminder that goes with it, or what belongs together otherwise: all or none. False where one was no draft any more. */
    async confirm(confirmed: readonly Confirmed[], now: Date): Promise<boolean> {
      return database.$transaction(async (tx) => {
        for (const each of confirmed) {
          const { reminderOf, confirmedBy } = each;
          const columns = { ...columnsOf(each), confirmedBy, confirmedAt: now };
          const { key } = each.definition;
          if (reminderOf) await tx.broadcast.create({ data: { key, ...columns, reminderOf, draftedAt: now } });
          else if ((await tx.broadcast.updateMany({ where: { key, confirmedAt: null, cancelledAt: null }, data: columns })).count === 0)
            return false;
        }
        return true;
      });
    },

    /** A broadcast that nobody drafted, confirmed with whatever else `record` records. All or nothing: false where that is false or there is one of this key. */
    async confirmWith(confirmed: Confirmed, now: Date, record: (tx: Prisma.TransactionClient) => Promise<boolean>): Promise<boolean> {
      const { confirmedBy, definition } = confirmed;
      const data = [{ key: definition.key, ...columnsOf(confirmed), draftedAt: now, confirmedBy, confirmedAt: now }];
      return database
        .$transaction(async (tx) => {
          if (!(await record(tx)) || (await tx.broadcast.createMany({ data, skipDuplicates: true })).count === 0) throw new Undone();
          return true;
        })
        .catch((reason: unknown) => {
          if (reason instanceof Undone) return false;
          throw reason;
        });
    },

    /** Whether there was something to pause. */
    pause: async (key: string, now: Date) =>
      (await broadcast.updateMany({ where: { key, pausedAt: null, ...underWay }, data: { pausedAt: now, pauseReason: 'officer' } })).count >
      0,
    resume: async (key: string) =>
      (await broadcast.updateMany({ where: { key, pausedAt: { not: null }, ...underWay }, data: { pausedAt: null, pauseReason: null } }))
        .count > 0,

    /** Ends what is not in hand; with it goes the reminder. Whether there was something to cancel. */
    async cancel(key: string, now: Date): Promise<boolean> {
      return database.$transaction(async (tx) => {
        const which = { OR: [{ key }, { reminderOf: key }], finishedAt: null, cancelledAt: null };
        const { count } = await tx.broadcast.updateMany({ where: which, data: { cancelledAt: now } });
        await tx.$executeRawUnsafe(cancelSql, key, now);
        return count > 0;
      });
    },
  };
}

/** Takes the rest of a broadcast's ($1) queues, as a claim would, and ends whatever is in nobody's hand. */
const cancelSql = `
WITH rest AS MATERIALIZED (
  SELECT broadcast_key, channel, claimed_to FROM broadcast_queue
  WHERE broadcast_key IN (SELECT key FROM broadcast WHERE key = $1::text OR reminder_of = $1::text) FOR UPDATE),
taken AS (
  UPDATE broadcast_queue q SET claimed_to = ${largestId} FROM rest WHERE q.broadcast_key = rest.broadcast_key AND q.channel = rest.channel)
UPDATE delivery d SET ended_at = $2::timestamptz, due_at = NULL, reason = 'cancelled'
FROM rest WHERE d.broadcast_key = rest.broadcast_key AND d.channel = rest.channel
  AND (d.id > rest.claimed_to AND ${untried('d')} OR d.due_at IS NOT NULL AND d.lease_at IS NULL)`;

/** Takes back what a transaction has done so far. */
class Undone extends Error {}

const underWay = { confirmedAt: { not: null }, cancelledAt: null, finishedAt: null } as const;

function columnsOf({ definition, startsAt, expiresAt, noticeOf }: Draft) {
  return {
    definition: definition as unknown as Prisma.InputJsonObject,
    topic: definition.topic,
    asks: asks(definition),
    consultationKey: definition.consultation ?? null,
    draftedBy: definition.author,
    startsAt,
    expiresAt,
    noticeOf: noticeOf ?? null,
  };
}

type Row = Awaited<ReturnType<PrismaClient['broadcast']['findMany']>>[number];
const stored = (row: Row) => ({ ...row, definition: row.definition as unknown as BroadcastDefinition });
const asStored = (row: Row | null) => (row ? stored(row) : undefined);

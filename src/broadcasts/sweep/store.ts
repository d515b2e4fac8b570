import { Prisma, type PrismaClient } from '#database/generated/client.ts';
import type { BroadcastDefinition } from '../definition.ts';
import { untried } from '../ledger.ts';
import type { Draft } from '../store.ts';

export function createSweepStore(database: PrismaClient) {
  return {
    /** Confirmed broadcasts about a consultation that are not over. */
    async aboutConsultations() {
      const rows = await database.broadcast.findMany({
        where: { confirmedAt: { not: null }, cancelledAt: null, finishedAt: null, consultationKey: { not: null } },
        select: {
          key: true,
          definition: true,
          noticeOf: true,
          consultationKey: true,
          confirmedAt: true,
          expiresAt: true,
          fanOutBegunAt: true,
        },
      });
      return rows.map(({ definition, confirmedAt, fanOutBegunAt, ...row }) => ({
        ...row,
        confirmedAt: confirmedAt ?? new Date(0),
        definition: definition as unknown as BroadcastDefinition,
        begun: fanOutBegunAt !== null,
      }));
    },

    /** Gives one that has not begun other times and words. */
    async move(key: string, { definition, startsAt, expiresAt }: Omit<Draft, 'noticeOf'>): Promise<void> {
      const data = { definition: definition as unknown as Prisma.InputJsonObject, startsAt, expiresAt };
      await database.broadcast.updateMany({ where: { key, fanOutBegunAt: null }, data });
    },

    /** Broadcasts whose time has come and whose audience is not worked out yet, or not to its end. */
    async due(now: Date): Promise<readonly string[]> {
      const rows = await database.broadcast.findMany({
        where: {
          confirmedAt: { not: null },
          startsAt: { lte: now },
          expiresAt: { gt: now },
          fannedOutAt: null,
          pausedAt: null,
          cancelledAt: null,
          finishedAt: null,
        },
        orderBy: [{ startsAt: 'asc' }, { key: 'asc' }],
        select: { key: true },
      });
      return rows.map(({ key }) => key);
    },

    /** A broadcast is over when its audience is whole, or never will be, and nothing is left to do for anybody in it. */
    finish: (now: Date) => database.$executeRaw`
      UPDATE broadcast b SET finished_at = ${now}
      WHERE b.confirmed_at IS NOT NULL AND b.finished_at IS NULL
        AND (b.fanned_out_at IS NOT NULL OR b.cancelled_at IS NOT NULL OR b.expires_at <= ${now})
        AND NOT EXISTS (SELECT FROM delivery d WHERE d.broadcast_key = b.key AND (d.due_at IS NOT NULL OR ${Prisma.raw(untried('d'))}))`,

    /** Pauses what is filtered as spam: more than so large a part of at least so many. */
    pauseFiltered: (now: Date, part: number, least: number) => database.$executeRaw`
      UPDATE broadcast b SET paused_at = ${now}, pause_reason = 'filtered'
      WHERE b.fan_out_begun_at IS NOT NULL AND b.finished_at IS NULL AND b.paused_at IS NULL AND b.cancelled_at IS NULL
        AND (SELECT count(*) FILTER (WHERE d.reason = 'filtered') > ${part}::float8 * count(*) AND count(*) >= ${least}::int
             FROM delivery d WHERE d.broadcast_key = b.key AND d.sent_at IS NOT NULL)`,
  };
}

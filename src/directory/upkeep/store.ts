import { Prisma, type PrismaClient } from '#database/generated/client.ts';
import type { DirectoryFact } from '../facts.ts';
import { londonClock } from '../hours/london.ts';
import { isUuid } from '../record/ids.ts';
import type { ServiceRecord } from '../record/record.ts';

/** Records in a turn's transaction what somebody needed, reported or confirmed. */
export async function recordDirectoryFact(transaction: Prisma.TransactionClient, fact: DirectoryFact, at: Date): Promise<void> {
  const today = new Date(londonClock(at).day);
  if (fact.kind === 'needUnmet') {
    const { id, need, place, language } = fact;
    await transaction.unmetNeed.create({ data: { id, need, place, language, on: today } });
  } else if (fact.kind === 'entryReported') {
    const { id, serviceId, what, words } = fact;
    await transaction.entryReport.create({ data: { id, serviceId, what, words, reportedAt: at } });
  } else if (fact.kind === 'listingAsked') {
    await recordAsked(transaction, fact, at);
  } else {
    const { confirmationId, serviceId, answer } = fact;
    await transaction.confirmation.updateMany({ where: { id: confirmationId, answer: null }, data: { answer, answeredAt: at } });
    await transaction.service.update({ where: { id: serviceId }, data: { unanswered: 0, ...sinceAnswered[answer](today, at) } });
  }
}

/** The question is not known to have been refused or lost on its way: whoever may have got it was asked. */
const didNotArrive = Prisma.sql`approach.id = confirmation.approach_id AND approach.failed_at IS NOT NULL AND approach.reason <> 'unknown'`;
const arrived = Prisma.sql`NOT EXISTS (SELECT FROM approach WHERE ${didNotArrive})`;

/** A group was asked. Whoever did not answer the last time has one more to their name. */
async function recordAsked(
  tx: Prisma.TransactionClient,
  { confirmationId: id, serviceId, contactPointId, approach }: Extract<DirectoryFact, { kind: 'listingAsked' }>,
  askedAt: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE service SET unanswered = (SELECT count(*) FROM confirmation WHERE service_id = ${serviceId}::uuid AND answer IS NULL AND ${arrived}
      AND asked_at > coalesce((SELECT max(answered_at) FROM confirmation WHERE service_id = ${serviceId}::uuid), '-infinity'))
    WHERE id = ${serviceId}::uuid`;
  const { lookup } = await tx.contactPoint.findUniqueOrThrow({ where: { id: contactPointId }, select: { lookup: true } });
  await tx.confirmation.create({ data: { id, serviceId, askedAt, lookup, approachId: approach ?? null } });
}

/** A group that says that it still runs has vouched for its listing; one that has changed has not, until it is put right. */
const sinceAnswered = {
  running: (today: Date) => ({ assuredOn: today, assuredByGroup: true, stoppedAt: null }),
  changed: () => ({}),
  stopped: (_today: Date, at: Date) => ({ stoppedAt: at }),
} as const;

export interface UnmetCount {
  readonly need: string;
  readonly place: string | null;
  readonly language: string;
  readonly times: number;
}

/** What is listed, as far as asking its group goes. */
export interface ListedRow {
  readonly id: string;
  readonly record: ServiceRecord;
  readonly assuredOn: Date | null;
  readonly lastAskedAt: Date | null;
}

export type UpkeepStore = ReturnType<typeof createUpkeepStore>;

export function createUpkeepStore(database: PrismaClient) {
  return {
    async unmetSince(day: Date): Promise<readonly UnmetCount[]> {
      return database.$queryRaw<UnmetCount[]>`
        SELECT need, place, language, count(*)::int AS times FROM unmet_need WHERE "on" >= ${day}::date
        GROUP BY need, place, language ORDER BY times DESC, need, place, language`;
    },

    async openReports() {
      return database.entryReport.findMany({
        where: { settledAt: null },
        orderBy: { reportedAt: 'asc' },
        include: { service: { select: { name: true } } },
      });
    },

    async settle(id: string, at: Date): Promise<boolean> {
      if (!isUuid(id)) return false;
      return (await database.entryReport.updateMany({ where: { id, settledAt: null }, data: { settledAt: at } })).count > 0;
    },

    /** What is listed and was not asked about since a moment, as far as anybody knows: each with what its group could be asked by. */
    async listedNotAskedSince(since: Date): Promise<readonly ListedRow[]> {
      return database.$queryRaw<ListedRow[]>`
        SELECT service.id, record, assured_on AS "assuredOn", asked.at AS "lastAskedAt"
        FROM service LEFT JOIN LATERAL (SELECT max(asked_at) AS at FROM confirmation WHERE service_id = service.id AND ${arrived}) AS asked ON true
        WHERE status = 'active' AND vanished_at IS NULL AND stopped_at IS NULL AND (asked.at IS NULL OR asked.at < ${since})
          AND (assured_on IS NULL OR assured_on < ${since}::date)
        ORDER BY assured_on NULLS FIRST, service.id`;
    },

    /** What a contact point was asked and has not answered, the newest question for each service. */
    async unansweredBy(
      contactPointId: string,
    ): Promise<readonly { readonly confirmationId: string; readonly serviceId: string; readonly name: string }[]> {
      return database.$queryRaw`
        SELECT DISTINCT ON (service.id) confirmation.id AS "confirmationId", service.id AS "serviceId", service.name
        FROM confirmation JOIN contact_point ON contact_point.lookup = confirmation.lookup JOIN service ON service.id = confirmation.service_id
        WHERE contact_point.id = ${contactPointId}::uuid AND confirmation.answer IS NULL ORDER BY service.id, confirmation.asked_at DESC`;
    },

    async forgetNotArrived(dueBefore: Date): Promise<void> {
      await database.$executeRaw`
        DELETE FROM confirmation USING approach WHERE ${didNotArrive} AND approach.due_at < ${dueBefore} AND confirmation.answer IS NULL`;
    },

    async anyListed(): Promise<boolean> {
      const [row] = await database.$queryRaw<{ any: boolean }[]>`
        SELECT EXISTS (SELECT FROM service WHERE status = 'active' AND vanished_at IS NULL AND stopped_at IS NULL) AS any`;
      return row?.any ?? false;
    },
  };
}

import type { Prisma, PrismaClient } from '#database/generated/client.ts';
import { tables } from './tables/store.ts';
import type { Them } from './them.ts';

/** A number is looked for in all that was ever said, which takes seconds in a large log. */
const withinMs = 120_000;

/** One person's rows, by table; none of what holds nothing. */
export type HeldRows = Readonly<Partial<Record<Prisma.ModelName, readonly object[]>>>;

/** A respondent key, hex, of one of their contact points in a consultation. */
export interface RespondentKey {
  readonly consultationKey: string;
  readonly respondentKey: string;
}

export type HeldStore = ReturnType<typeof createHeldStore>;

export function createHeldStore(database: PrismaClient) {
  return {
    /** Does something with one person's rows while no turn of theirs is recorded. */
    alone: <Result>(contactPointId: string | undefined, work: (desk: HeldDesk) => Promise<Result>): Promise<Result> =>
      database.$transaction(
        async (tx) => {
          const points = await lock(tx, contactPointId);
          return work(deskIn(tx, points));
        },
        { timeout: withinMs },
      ),
  };
}

export type HeldDesk = ReturnType<typeof deskIn>;

function deskIn(tx: Prisma.TransactionClient, points: Awaited<ReturnType<typeof lock>>) {
  return {
    tx,
    points,

    conversations: async () => {
      const rows = await tx.conversation.findMany({ where: { contactPointId: { in: points.map(({ id }) => id) } }, select: { id: true } });
      return rows.map(({ id }) => id);
    },

    /** Responses that were begun with one of these keys, or gone on with. */
    responses: async (keys: readonly RespondentKey[]) =>
      tx.$queryRaw<{ id: string; consultationKey: string; submitted: boolean }[]>`
        WITH own AS (
          SELECT * FROM unnest(${keys.map(({ consultationKey }) => consultationKey)}::text[],
            ${keys.map(({ respondentKey }) => respondentKey)}::text[]) AS k(consultation, respondent))
        SELECT r.id, r.consultation_key AS "consultationKey", r.submitted_at IS NOT NULL AS submitted
        FROM own JOIN response r ON r.consultation_key = own.consultation AND r.respondent_key = decode(own.respondent, 'hex')
        UNION
        SELECT r.id, r.consultation_key, r.submitted_at IS NOT NULL
        FROM own JOIN resumed_elsewhere e ON e.consultation_key = own.consultation AND e.respondent_key = decode(own.respondent, 'hex')
        JOIN response r ON r.id = e.response_id`,

    /** Wishes to help that are not over: whose they are is sealed in them. */
    enquiries: () => tx.enquiry.findMany({ where: { contact: { not: null } }, select: { id: true, contact: true } }),

    async find(them: Them): Promise<HeldRows> {
      const found: Partial<Record<Prisma.ModelName, readonly object[]>> = {};
      for (const [name, table] of Object.entries(tables)) {
        if ('nobody' in table) continue;
        const rows = await table.find(tx, them);
        if (rows.length > 0) found[name as Prisma.ModelName] = rows;
      }
      return found;
    },

    async erase(them: Them, at: Date): Promise<void> {
      for (const table of Object.values(tables)) if (!('nobody' in table)) await table.erase(tx, them, at);
    },
  };
}

/** Their contact points and conversations, which no turn moves on until we are done; a turn that is under way finds them gone and begins anew. */
async function lock(tx: Prisma.TransactionClient, contactPointId: string | undefined) {
  if (contactPointId === undefined) return [];
  await tx.$queryRaw`
    SELECT 1 AS locked FROM contact_point theirs JOIN contact_point known ON known.person_id = theirs.person_id
    JOIN conversation ON conversation.contact_point_id = theirs.id
    WHERE known.id = ${contactPointId}::uuid FOR UPDATE OF theirs, conversation`;
  const { personId } = await tx.contactPoint.findUniqueOrThrow({ where: { id: contactPointId }, select: { personId: true } });
  return tx.contactPoint.findMany({ where: { personId }, orderBy: { createdAt: 'asc' } });
}

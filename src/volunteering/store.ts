import { randomUUID } from 'node:crypto';
import { Prisma } from '#database/generated/client.ts';
import { keepWords } from '#database/listedWords.ts';
import type { Prisma as Database } from '#database/prisma.ts';
import { nameWords } from '#language/hearing/nameWords.ts';
import type { GridPoint } from '#places';
import type { EnquiryFacts } from './enquiry.ts';
import type { VolunteeringFact } from './facts.ts';
import type { OpportunityRow } from './opportunity.ts';

/** A row with its place found and its number sealed. */
export interface Taken {
  readonly row: OpportunityRow;
  readonly point: GridPoint | undefined;
  readonly phone: Uint8Array<ArrayBuffer> | undefined;
}

export interface SearchAsked {
  /** In the words of PostgreSQL's websearch_to_tsquery. Nothing: whatever there is. */
  readonly query: string | undefined;
  readonly near: GridPoint | undefined;
  readonly barriers: Barriers;
  /** Changes the order among equals. */
  readonly rotation: string;
  readonly limit: number;
}

/** What keeps people from helping: only what fits is shown. */
export interface Barriers {
  readonly oneOff?: boolean;
  readonly underTwoHours?: boolean;
  readonly expensesPaid?: boolean;
  readonly stepFree?: boolean;
  readonly noDbs?: boolean;
}

export interface FoundRow {
  readonly id: string;
  readonly organisation: string;
  readonly title: string;
  readonly description: string;
  readonly placeName: string | null;
  readonly remote: boolean;
  readonly hoursPerWeek: number | null;
  readonly oneOff: boolean;
  readonly times: string | null;
  readonly expensesPaid: boolean;
  readonly stepFree: boolean;
  readonly dbsNeeded: boolean;
  readonly minimumAge: number | null;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly phone: Uint8Array | null;
  readonly email: string | null;
  /** Null where it is done anywhere, or there is nowhere to measure from. */
  readonly metres: number | null;
}

/** Within one of these circles distances are as good as equal, and who comes first takes turns. Metres: half a mile, 1, 2, 5, 10, 20 miles. */
const circles = [805, 1609, 3219, 8047, 16_093, 32_187];
/** What is done from home comes in after what is within two miles. */
const remoteAt = 3_220;

const columns = Prisma.sql`id, organisation, title, description, place_name AS "placeName", remote, hours_per_week AS "hoursPerWeek", one_off AS "oneOff",
  times, expenses_paid AS "expensesPaid", step_free AS "stepFree", dbs_needed AS "dbsNeeded", minimum_age AS "minimumAge", skills, languages, phone, email`;

export type Store = ReturnType<typeof createStore>;

export function createStore(database: Database) {
  return {
    /** Takes rows of a source in; one that is there already is brought up to date. */
    async save(source: string, taken: readonly Taken[]): Promise<void> {
      await database.$transaction([
        ...taken.map(({ row, point, phone }) => {
          const data = {
            organisation: row.organisation,
            title: row.title,
            description: row.description,
            placeName: row.place ?? null,
            easting: point?.easting ?? null,
            northing: point?.northing ?? null,
            remote: row.remote,
            hoursPerWeek: row.hours_per_week ?? null,
            oneOff: row.one_off,
            times: row.times ?? null,
            expensesPaid: row.expenses_paid,
            stepFree: row.step_free,
            dbsNeeded: row.dbs_needed,
            minimumAge: row.minimum_age ?? null,
            skills: row.skills,
            languages: row.languages,
            phone: phone ?? null,
            email: row.email ?? null,
            vanishedAt: null,
          };
          return database.opportunity.upsert({
            where: { source_sourceId: { source, sourceId: row.id } },
            create: { id: randomUUID(), source, sourceId: row.id, ...data },
            update: data,
          });
        }),
        database.$executeRaw`
          UPDATE opportunity SET search = setweight(to_tsvector('english', title), 'A')
            || to_tsvector('english', concat_ws(' ', organisation, times, array_to_string(skills, ' '), description))
          WHERE source = ${source} AND source_id = ANY (${taken.map(({ row }) => row.id)})`,
        database.$executeRaw(keepWords(taken.flatMap(({ row }) => nameWords(row.title)))),
      ]);
    },

    /** Marks what a source no longer names; counts them. */
    async markVanished(source: string, kept: readonly string[], now: Date): Promise<number> {
      const { count } = await database.opportunity.updateMany({
        where: { source, sourceId: { notIn: [...kept] }, vanishedAt: null },
        data: { vanishedAt: now },
      });
      return count;
    },

    /** Best and nearest first, equals taking turns. */
    search: (asked: SearchAsked) => database.read<FoundRow>(searchSql(asked)),
    /** As `search`, by words all of which the title holds. */
    called: (asked: SearchAsked) => database.read<FoundRow>(searchSql(asked, titled)),

    async find(id: string): Promise<FoundRow | undefined> {
      const rows = await database.$queryRaw<FoundRow[]>`
        SELECT ${columns}, NULL::float8 AS metres FROM opportunity WHERE id = ${id}::uuid AND vanished_at IS NULL`;
      return rows[0];
    },

    /** The newest enquiries of a group, for how soon it replies. */
    answersOf: (organisation: string) =>
      database.enquiry.findMany({
        where: { opportunity: { organisation }, answeredAt: { not: null } },
        orderBy: { sentAt: 'desc' },
        take: 20,
        select: { sentAt: true, answeredAt: true },
      }),

    async enquiry(id: string) {
      return database.enquiry.findUnique({ where: { id }, include: { opportunity: true } });
    },

    /** Enquiries that still hold whose they are. */
    unanswered: () => database.enquiry.findMany({ where: { contact: { not: null } }, select: { id: true, sentAt: true } }),

    /** The person's name and number go; what came of it stays. */
    async forget(ids: readonly string[]): Promise<void> {
      await database.enquiry.updateMany({ where: { id: { in: [...ids] } }, data: { name: null, contact: null } });
    },

    enquiries: (since: Date): Promise<readonly (EnquiryFacts & { opportunity: { organisation: string; title: string } })[]> =>
      database.enquiry.findMany({
        where: { sentAt: { gte: since } },
        orderBy: { sentAt: 'asc' },
        select: {
          sentAt: true,
          answeredAt: true,
          startedAt: true,
          declinedAt: true,
          opportunity: { select: { organisation: true, title: true } },
        },
      }),

    isAny: async () => (await database.opportunity.findFirst({ where: { vanishedAt: null }, select: { id: true } })) !== null,
  };
}

/** How what was asked is looked for. */
type Matches = (query: string) => Prisma.Sql;
const anywhere: Matches = (query) => Prisma.sql`search @@ websearch_to_tsquery('english', ${query})`;
/** A title's words weigh A. */
const titled: Matches = (query) =>
  Prisma.sql`search @@ to_tsquery('english', ${query
    .split(' ')
    .map((word) => `${word}:A`)
    .join(' & ')})`;

function searchSql({ query, near, barriers, rotation, limit }: SearchAsked, matches = anywhere): Prisma.Sql {
  const metres = near ? Prisma.sql`point(easting, northing) <-> point(${near.easting}, ${near.northing})` : Prisma.sql`NULL::float8`;
  const fits = [
    Prisma.sql`vanished_at IS NULL`,
    ...(query ? [matches(query)] : []),
    ...(barriers.oneOff ? [Prisma.sql`one_off`] : []),
    ...(barriers.underTwoHours ? [Prisma.sql`(hours_per_week <= 2 OR one_off)`] : []),
    ...(barriers.expensesPaid ? [Prisma.sql`expenses_paid`] : []),
    ...(barriers.stepFree ? [Prisma.sql`(step_free OR remote)`] : []),
    ...(barriers.noDbs ? [Prisma.sql`NOT dbs_needed`] : []),
  ];
  return Prisma.sql`
    WITH fitting AS (SELECT *, CASE WHEN remote THEN NULL ELSE ${metres} END AS metres FROM opportunity WHERE ${Prisma.join(fits, ' AND ')})
    SELECT ${columns}, metres FROM fitting
    ORDER BY width_bucket(coalesce(metres, ${remoteAt}), ${circles}::float8[]), md5(source || source_id || ${rotation}) LIMIT ${limit}`;
}

/** Records inside the transaction of the turn. */
export async function recordVolunteeringFact(tx: Prisma.TransactionClient, fact: VolunteeringFact, at: Date): Promise<void> {
  if (fact.kind === 'enquiryAnswered') return recordAnswer(tx, fact, at);
  const { enquiryId: id, opportunityId, name, contact, consent } = fact;
  const address =
    'contactPointId' in contact
      ? (await tx.contactPoint.findUniqueOrThrow({ where: { id: contact.contactPointId } })).address
      : contact.sealed;
  await tx.enquiry.create({
    data: { id, opportunityId, name: new Uint8Array(name), contact: new Uint8Array(address), consent, sentAt: at },
  });
}

/** The first answer keeps its time. Once a group has answered, the person's name and number have done their work. */
async function recordAnswer(tx: Prisma.TransactionClient, { enquiryId: id, answer }: EnquiryAnswered, at: Date): Promise<void> {
  const named = answer === 'started' ? { startedAt: at } : answer === 'declined' ? { declinedAt: at } : {};
  await tx.enquiry.updateMany({ where: { id, answeredAt: null }, data: { answeredAt: at } });
  await tx.enquiry.updateMany({ where: { id }, data: { ...named, name: null, contact: null } });
}

type EnquiryAnswered = Extract<VolunteeringFact, { kind: 'enquiryAnswered' }>;

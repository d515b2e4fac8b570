import { Prisma, type PrismaClient } from '#database/generated/client.ts';
import type { Read } from '#database/reading.ts';
import type { Session } from '#events/kinds.ts';
import { cutWord } from '#events/word.ts';
import { plain } from '#language/hearing/clean.ts';
import type { GridPoint } from '#places';
import { audiencesFitting, type Wanted } from './wanted.ts';

/** A session that was found: the soonest that fits of its event. */
export interface Found {
  readonly session: Session;
  readonly metres: number | undefined;
}

export interface FoundPage {
  readonly found: readonly Found[];
  /** Whether there are others. */
  readonly more: boolean;
}

/** Steps of nearness in metres: a walk, a short ride, a ride. Inside a step the soonest comes first. */
export const nearness = [1_609, 4_828, 16_093] as const;
/** Of what has begun already, at least this much must be left. Minutes. */
const leastLeft = 30;
/** Sessions that are looked at to find a few events: an event that is on every day is met often. */
const mostLookedAt = 60;

/** Events with a session that fits, nearest and soonest first, each once, at most `limit`. */
export async function findSessions({ read }: { readonly read: Read }, wanted: Wanted, limit: number): Promise<FoundPage> {
  const rows = await read<FoundRow>(fittingSessions(wanted, limit + 1));
  return { found: rows.slice(0, limit).map(foundOf), more: rows.length > limit };
}

/**
 * The statement by which they are found. A long time near a place is looked through step by step, each with an index of its own and only while
 * the steps before it gave too few; what is narrow is looked through at once.
 */
export function fittingSessions(wanted: Wanted, limit: number): Prisma.Sql {
  const step = stepOf(wanted.near);
  const branches = branchesOf(wanted).map(
    (where) => Prisma.sql`(SELECT session.id, session.event_id, session.starts_at, ${step} AS step FROM event_session session
      WHERE ${where} AND ${whatFits(wanted)} ORDER BY step, session.starts_at LIMIT ${mostLookedAt})`,
  );
  return Prisma.sql`
    SELECT session.*, event.organiser, event.description, event.url, event.cost, event.online, ${metresFrom(wanted.near)} AS metres
    FROM (
      SELECT * FROM (
        SELECT DISTINCT ON (event_id) id, step, starts_at
        FROM (${Prisma.join(branches, ' UNION ALL ')} LIMIT ${mostLookedAt}) AS near
        ORDER BY event_id, step, starts_at
      ) AS once ORDER BY step, starts_at, id LIMIT ${limit}
    ) AS page JOIN event_session session USING (id) JOIN event ON event.id = session.event_id
    ORDER BY page.step, session.starts_at, session.id`;
}

/** Days that are few enough to be looked through at once. */
const fewDaysMs = 3 * 86_400_000;

/** What goes on for days first, as there is little of it; then what begins on one, where it is worth it step by step away from the place. */
function branchesOf({ from, to, near, within, words = [], venue }: Wanted): readonly Prisma.Sql[] {
  const isLeft = Prisma.sql`session.ends_at >= ${from}::timestamptz + make_interval(mins => ${leastLeft})`;
  const goesOn = Prisma.sql`session.lasting AND session.starts_at < ${from}::timestamptz AND session.starts_at < ${to}::timestamptz AND ${isLeft}`;
  const begins = Prisma.sql`session.starts_at >= ${from}::timestamptz - interval '1 day' AND session.starts_at < ${to}::timestamptz
    AND (session.starts_at >= ${from}::timestamptz OR NOT session.lasting AND ${isLeft})`;
  if (near && within !== undefined) return [goesOn, begins].map((when) => Prisma.sql`${when} AND ${isWithin(near, within)}`);
  const isNarrow = words.length > 0 || venue !== undefined || to.getTime() - from.getTime() <= fewDaysMs;
  if (!near || isNarrow) return [goesOn, begins];
  const rings = nearness.map((metres, place) => {
    const inner = nearness[place - 1];
    return inner === undefined ? isWithin(near, metres) : Prisma.sql`${isWithin(near, metres)} AND NOT ${isWithin(near, inner)}`;
  });
  const beyond = Prisma.sql`NOT coalesce(${isWithin(near, nearness[nearness.length - 1] ?? 0)}, false)`;
  return [goesOn, ...[...rings, beyond].map((ring) => Prisma.sql`${ring} AND ${begins}`)];
}

/** 1 is within a walk; what is beyond a ride, or nobody knows where, is the last. */
function stepOf(near: GridPoint | undefined): Prisma.Sql {
  if (!near) return Prisma.sql`1`;
  const cases = nearness.map((metres, place) => Prisma.sql`WHEN ${isWithin(near, metres)} THEN ${place + 1}::int`);
  return Prisma.sql`CASE ${Prisma.join(cases, ' ')} ELSE ${nearness.length + 1}::int END`;
}

/** In words that the index of points knows: a circle. */
function isWithin({ easting, northing }: GridPoint, metres: number): Prisma.Sql {
  return Prisma.sql`point(session.easting, session.northing) <@ circle(point(${easting}::int, ${northing}::int), ${metres}::int)`;
}

function metresFrom(near: GridPoint | undefined): Prisma.Sql {
  if (!near) return Prisma.sql`NULL::float8`;
  return Prisma.sql`point(session.easting, session.northing) <-> point(${near.easting}::int, ${near.northing}::int)`;
}

function whatFits({ hours, audience, free, stepFree, venue, words = [], besides = [] }: Wanted): Prisma.Sql {
  const begun = beginnings(words);
  const conditions = [
    Prisma.sql`session.cancelled_at IS NULL AND session.vanished_at IS NULL`,
    begun !== '' && Prisma.sql`array_to_tsvector(array_remove(string_to_array(session.words, ' '), '')) @@ ${begun}::tsquery`,
    besides.length > 0 && Prisma.sql`session.event_id <> ALL (${[...besides]}::uuid[])`,
    venue && Prisma.sql`strpos(lower(session.venue), lower(${venue})) > 0`,
    audience && Prisma.sql`session.audiences && ${[...audiencesFitting(audience)]}::text[]`,
    free && Prisma.sql`session.free`,
    stepFree && Prisma.sql`session.step_free`,
    hours &&
      Prisma.sql`(session.all_day OR extract(hour FROM session.starts_at AT TIME ZONE 'Europe/London') BETWEEN ${hours.from}::int AND ${hours.to}::int - 1)`,
  ].filter((condition) => typeof condition === 'object');
  return Prisma.join(conditions, ' AND ');
}

/** As PostgreSQL asks for words that begin so, all of them. */
function beginnings(words: readonly string[]): string {
  const telling = words.flatMap((word) => plain(word).split(' ')).filter(Boolean);
  return telling.map((word) => `'${cutWord(word)}':*`).join(' & ');
}

/** Whether any session is still to come. */
export async function isAnyAhead(database: PrismaClient, now: Date): Promise<boolean> {
  return (
    (await database.eventSession.findFirst({
      where: { startsAt: { gt: now }, cancelledAt: null, vanishedAt: null },
      select: { id: true },
    })) !== null
  );
}

/** One session, whatever became of it. */
export async function sessionById(database: PrismaClient, id: string): Promise<Session | undefined> {
  const row = await database.eventSession.findUnique({ where: { id }, include: { event: true } });
  return row ? sessionOf({ ...row.event, ...row }) : undefined;
}

/** How far ahead a feed tells of, and how much. */
export interface FeedLimits {
  readonly from: Date;
  readonly to: Date;
  readonly most: number;
}

/** The next `most` sessions for a feed, those that are off among them, so that whoever took them in hears of it. */
export async function sessionsForFeed(
  database: PrismaClient,
  wanted: FeedWanted,
  { from, to, most }: FeedLimits,
): Promise<readonly ListedSession[]> {
  const { near, within, topic, id } = wanted;
  const box = near && within !== undefined ? { low: -within, high: within } : undefined;
  const rows = await database.eventSession.findMany({
    where: {
      endsAt: { gte: from },
      startsAt: { lt: to },
      ...(id && { id }),
      ...(topic && { event: { topics: { has: topic } } }),
      ...(near &&
        box && {
          easting: { gte: near.easting + box.low, lte: near.easting + box.high },
          northing: { gte: near.northing + box.low, lte: near.northing + box.high },
        }),
    },
    include: { event: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: most,
  });
  // The square was for the database; the circle is what was asked for.
  const isNear = ({ easting, northing }: (typeof rows)[number]) =>
    !near || within === undefined || Math.hypot((easting ?? 0) - near.easting, (northing ?? 0) - near.northing) <= within;
  return rows.filter(isNear).map((row) => ({
    ...sessionOf({ ...row.event, ...row }),
    topics: row.event.topics,
    revision: row.revision,
    changedAt: later(row.changedAt, row.event.changedAt),
  }));
}

const later = (one: Date, other: Date) => new Date(Math.max(one.getTime(), other.getTime()));

/** What a feed is of: a place and what is so many metres round it, a topic, or one session. */
export type FeedWanted = Pick<Wanted, 'near' | 'within'> & { readonly topic?: string; readonly id?: string };

/** A session with what a feed says of its history. */
export interface ListedSession extends Session {
  readonly topics: readonly string[];
  readonly revision: number;
  readonly changedAt: Date;
}

type SessionColumns = Omit<
  Session,
  'venue' | 'address' | 'free' | 'cost' | 'stepFree' | 'description' | 'url' | 'cancelledAt' | 'vanishedAt' | 'audiences'
> & {
  readonly audiences: readonly string[];
  readonly venue: string | null;
  readonly address: string | null;
  readonly free: boolean | null;
  readonly cost: string | null;
  readonly stepFree: boolean | null;
  readonly description: string | null;
  readonly url: string | null;
  readonly cancelledAt: Date | null;
  readonly vanishedAt: Date | null;
};

function sessionOf(row: SessionColumns): Session {
  return {
    id: row.id,
    eventId: row.eventId,
    title: row.title,
    organiser: row.organiser,
    venue: row.venue ?? undefined,
    address: row.address ?? undefined,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    allDay: row.allDay,
    online: row.online,
    audiences: row.audiences as Session['audiences'],
    free: row.free ?? undefined,
    cost: row.cost ?? undefined,
    stepFree: row.stepFree ?? undefined,
    description: row.description ?? undefined,
    url: row.url ?? undefined,
    cancelledAt: row.cancelledAt ?? undefined,
    vanishedAt: row.vanishedAt ?? undefined,
  };
}

interface FoundRow extends Omit<SessionColumns, 'eventId' | 'startsAt' | 'endsAt' | 'allDay' | 'stepFree' | 'cancelledAt' | 'vanishedAt'> {
  readonly event_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly all_day: boolean;
  readonly step_free: boolean | null;
  readonly metres: number | null;
}

function foundOf(row: FoundRow): Found {
  const { event_id: eventId, starts_at: startsAt, ends_at: endsAt, all_day: allDay, step_free: stepFree } = row;
  return {
    session: sessionOf({ ...row, eventId, startsAt, endsAt, allDay, stepFree, cancelledAt: null, vanishedAt: null }),
    metres: row.metres ?? undefined,
  };
}

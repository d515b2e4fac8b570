import type { PrismaClient } from '#database/generated/client.ts';
import { everywhere, ownAnswers } from '#people';
import { hasResponse } from '../answered.ts';
import type { Audience, BroadcastChannel } from '../definition.ts';
import type { LeftOut } from './leftOut.ts';

/** All that it takes to work an audience out in the database. */
export interface AudienceRule extends Audience {
  readonly topic: string;
  readonly asks: boolean;
  readonly consultation: { readonly key: string; readonly inner: Uint8Array; readonly outer: Uint8Array } | undefined;
  /** Only who got this broadcast. */
  readonly reminderOf: string | null;
  readonly now: Date;
  /** The most that a person is asked in 28 days. */
  readonly mostAsks: number;
}

export interface AudienceCount {
  readonly channel: BroadcastChannel;
  readonly language: string;
  /** Null: they get it. */
  readonly leftOut: LeftOut | null;
  readonly count: number;
}

const dayMs = 86_400_000;
const askedWithinDays = 28;

/** People looked at in one statement: some tens of milliseconds, so that turns that lock the same rows do not wait long. */
const peopleAtOnce = 2000;
/** A number of our own choosing for PostgreSQL's advisory locks: audiences are worked out one batch at a time, so that two broadcasts do not ask one person at the same moment. */
const lock = 3978_0010;

interface Done {
  /** How many people were looked at. */
  readonly looked: number;
  /** It is still to be worked out. */
  readonly there: boolean;
  readonly first: boolean;
}

export type AudienceStore = ReturnType<typeof createAudienceStore>;

export function createAudienceStore(database: PrismaClient) {
  return {
    /** How many would get it, and why the others would not. */
    count: (rule: AudienceRule) =>
      database.$queryRawUnsafe<AudienceCount[]>(
        `SELECT channel, language, left_out AS "leftOut", count(*)::int AS count FROM (${candidates('person')}) candidate GROUP BY 1, 2, 3`,
        ...values(rule),
      ),

    /**
     * Works out the audience of the next so many people, and remembers how far it came in the same transaction: it can be repeated and
     * resumed without harm. True once everybody was looked at, or the broadcast was cancelled.
     */
    async fanOut(key: string, rule: AudienceRule): Promise<boolean> {
      const { first, whole } = await database.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 AS done FROM (SELECT pg_advisory_xact_lock(${lock})) locked`;
        const [done] = await tx.$queryRawUnsafe<[Done]>(fanOutSql, ...values(rule), key, rule.asks, rule.now);
        const whole = !done.there || done.looked < peopleAtOnce;
        if (done.there && whole) await tx.broadcast.update({ where: { key }, data: { fannedOutAt: rule.now } });
        return { first: done.first, whole };
      });
      // Senders that looked at an empty ledger keep a plan that goes through all of it, until PostgreSQL looks at its size anew.
      if (first) await database.$executeRaw`ANALYZE delivery`;
      return whole;
    },
  };
}

/** The statement's parameters from $1 on. */
function values(rule: AudienceRule): unknown[] {
  const { channels, topic, places, languages, answered, consultation, asks, notAskedFor, now, mostAsks, reminderOf } = rule;
  const since = (days: number) => new Date(now.getTime() - days * dayMs);
  const nothing = Buffer.alloc(0);
  return [
    channels,
    topic,
    places,
    languages,
    answered ?? null,
    consultation?.key ?? null,
    Buffer.from(consultation?.inner ?? nothing),
    Buffer.from(consultation?.outer ?? nothing),
    notAskedFor === undefined ? null : since(notAskedFor),
    since(askedWithinDays),
    asks ? mostAsks : null,
    reminderOf,
  ];
}

const answered = hasResponse('p.id', { key: 6, inner: 7, outer: 8 }, 'r.submitted_at IS NOT NULL');

/**
 * Each person of `people` with the contact point that would be written to, and why they are left out, if they are. The first reason that
 * holds is the one that is told. Who cannot be reached on any of the channels is nobody's candidate and not listed.
 */
const candidates = (people: string) => `
SELECT p.id AS person_id, point.id AS contact_point_id, point.channel, coalesce(c.language, 'en-GB') AS language, point.place,
  CASE
    WHEN EXISTS (SELECT FROM contact_point theirs WHERE theirs.person_id = p.id AND theirs.opted_out_at IS NOT NULL) THEN 'optedOut'
    WHEN point.fits IS NULL THEN 'notSubscribed'
    WHEN NOT point.fits THEN CASE WHEN point.place = '${ownAnswers}' THEN 'notAnswered' ELSE 'otherPlace' END
    WHEN point.unreachable_at IS NOT NULL THEN 'unreachable'
    WHEN cardinality($4::text[]) > 0 AND NOT coalesce(c.language, 'en-GB') = ANY($4::text[]) THEN 'otherLanguage'
    WHEN $12::text IS NOT NULL AND NOT EXISTS (
      SELECT FROM delivery before WHERE before.broadcast_key = $12::text AND before.person_id = p.id AND before.sent_at IS NOT NULL AND before.failed_at IS NULL)
      THEN 'notToldBefore'
    WHEN $5::boolean IS NOT NULL AND $5::boolean <> ${answered}
      THEN CASE WHEN $5::boolean THEN 'notAnswered' ELSE 'answered' END
    WHEN $11::int IS NOT NULL AND EXISTS (SELECT FROM notice_answer said JOIN contact_point theirs ON theirs.id = said.contact_point_id
      WHERE theirs.person_id = p.id AND said.consultation_key = $6::text) THEN 'saidToNotice'
    WHEN $9::timestamptz IS NOT NULL AND ${asksSince('$9::timestamptz')} > 0 THEN 'askedLately'
    WHEN $11::int IS NOT NULL AND ${asksSince('$10::timestamptz')} >= $11::int THEN 'askedOften'
  END AS left_out
FROM ${people} p
CROSS JOIN LATERAL (
  SELECT cp.id, cp.channel, cp.unreachable_at, s.place, s.fits
  FROM contact_point cp
  LEFT JOIN LATERAL (
    SELECT s.place, CASE WHEN s.place = '${ownAnswers}' THEN ${answered}
      ELSE cardinality($3::text[]) = 0 OR s.place = '${everywhere}' OR s.place = ANY($3::text[]) END AS fits
    FROM subscription s WHERE s.contact_point_id = cp.id AND s.topic = $2::text
    ORDER BY 2 DESC, s.place = '${ownAnswers}', s.place = '${everywhere}', s.place LIMIT 1) s ON true
  WHERE cp.person_id = p.id AND cp.channel = ANY($1::text[])
  ORDER BY s.fits DESC NULLS LAST, cp.unreachable_at IS NOT NULL, array_position($1::text[], cp.channel) LIMIT 1) point
LEFT JOIN conversation c ON c.contact_point_id = point.id`;

/** What did not reach the person does not count. */
function asksSince(since: string): string {
  return `(SELECT count(*) FROM delivery asked WHERE asked.person_id = p.id AND asked.asks AND asked.queued_at >= ${since}
      AND asked.ended_at IS NULL AND asked.failed_at IS NULL)`;
}

/** Comes before everybody. */
const nobody = '00000000-0000-0000-0000-000000000000';

const fanOutSql = `
WITH here AS MATERIALIZED (
  SELECT key, coalesce(fan_out_at, '${nobody}') AS after FROM broadcast
  WHERE key = $13::text AND cancelled_at IS NULL AND fanned_out_at IS NULL FOR UPDATE),
batch AS MATERIALIZED (
  SELECT id FROM person WHERE id > (SELECT after FROM here) ORDER BY id LIMIT ${peopleAtOnce}),
candidate AS MATERIALIZED (${candidates('batch')}),
queued AS (
  INSERT INTO delivery (broadcast_key, person_id, contact_point_id, channel, language, place, asks, queued_at)
  SELECT $13::text, person_id, contact_point_id, channel, language, place, $14::boolean, $15::timestamptz
  FROM candidate WHERE left_out IS NULL
  ON CONFLICT (person_id, broadcast_key) DO NOTHING),
queues AS (
  INSERT INTO broadcast_queue (broadcast_key, channel) SELECT key, unnest($1::text[]) FROM here ON CONFLICT DO NOTHING),
moved AS (
  UPDATE broadcast b SET
    fan_out_begun_at = coalesce(b.fan_out_begun_at, $15::timestamptz),
    fan_out_at = coalesce((SELECT id FROM batch ORDER BY id DESC LIMIT 1), b.fan_out_at),
    left_out = (SELECT coalesce(jsonb_object_agg(reason, n), '{}') FROM (
      SELECT reason, sum(n) AS n FROM (
        SELECT key AS reason, value::int AS n FROM jsonb_each_text(b.left_out)
        UNION ALL SELECT left_out, count(*) FROM candidate WHERE left_out IS NOT NULL GROUP BY left_out) each
      GROUP BY reason) summed)
  FROM here WHERE b.key = here.key)
SELECT (SELECT count(*)::int FROM batch) AS looked, EXISTS (SELECT FROM here) AS there,
  EXISTS (SELECT FROM here WHERE after = '${nobody}') AS first`;

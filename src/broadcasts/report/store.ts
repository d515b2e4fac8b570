import type { PrismaClient } from '#database/generated/client.ts';
import { hasResponse } from '../answered.ts';

/** Who was told, by place and route, and what they did since; people, not messages. */
export interface ReachRow {
  readonly broadcast: string;
  readonly place: string;
  readonly channel: string;
  /** Days in London, `YYYY-MM-DD`; null where nobody was told. */
  readonly firstTold: string | null;
  readonly lastTold: string | null;
  /** In the audience when it was sent. */
  readonly meant: number;
  readonly told: number;
  /** Of the told: the provider says that it arrived. */
  readonly delivered: number;
  /** Of the told: have sent a response. */
  readonly answered: number;
  /** Of the others: have begun one and not sent it. */
  readonly begun: number;
  /** Of the others: said to the notice that they have no comment, that their council will respond, or that they want to be reminded. */
  readonly noComment: number;
  readonly council: number;
  readonly remind: number;
  /** Of the told: have said STOP since. */
  readonly stopped: number;
}

export interface OutcomeRow {
  readonly broadcast: string;
  readonly channel: string;
  readonly outcome: string;
  /** Why, where it did not arrive. */
  readonly reason: string | null;
  readonly count: number;
}

export interface Asked {
  readonly key: string;
  readonly inner: Uint8Array;
  readonly outer: Uint8Array;
}

export function createReportStore(database: PrismaClient) {
  return {
    reach: (keys: readonly string[], consultation: Asked | undefined) =>
      database.$queryRawUnsafe<ReachRow[]>(
        reachSql,
        keys,
        consultation?.key ?? null,
        Buffer.from(consultation?.inner ?? []),
        Buffer.from(consultation?.outer ?? []),
      ),
    outcomes: (keys: readonly string[]) => database.$queryRawUnsafe<OutcomeRow[]>(outcomeSql, keys),
  };
}

const told = 'd.sent_at IS NOT NULL AND (d.failed_at IS NULL OR d.delivered_at IS NOT NULL)';
const pads = { key: 2, inner: 3, outer: 4 };

/** What somebody did that says most of them, in this order: each counts once. */
const noticeAnswers = ['noComment', 'council', 'remind'] as const;
const steps = ['answered', 'begun', ...noticeAnswers] as const;

function saidToNotice(answer: (typeof noticeAnswers)[number]): string {
  return `EXISTS (SELECT FROM notice_answer said JOIN contact_point theirs ON theirs.id = said.contact_point_id
        WHERE theirs.person_id = d.person_id AND said.consultation_key = $${pads.key}::text AND said.answer = '${answer}')`;
}

const reachSql = `
SELECT broadcast, place, channel,
  to_char(min(told_at) AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS "firstTold",
  to_char(max(told_at) AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS "lastTold",
  count(*)::int AS meant, count(told_at)::int AS told,
  count(*) FILTER (WHERE told_at IS NOT NULL AND arrived)::int AS delivered,
  ${steps.map((step) => `count(*) FILTER (WHERE told_at IS NOT NULL AND did = '${step}')::int AS "${step}"`).join(', ')},
  count(*) FILTER (WHERE told_at IS NOT NULL AND stopped)::int AS stopped
FROM (
  SELECT d.broadcast_key AS broadcast, d.place, d.channel, CASE WHEN ${told} THEN d.sent_at END AS told_at,
    d.delivered_at IS NOT NULL AS arrived,
    CASE WHEN ${hasResponse('d.person_id', pads, 'r.submitted_at IS NOT NULL')} THEN 'answered'
      WHEN ${hasResponse('d.person_id', pads, 'r.started_at IS NOT NULL')} THEN 'begun'
      ${noticeAnswers.map((answer) => `WHEN ${saidToNotice(answer)} THEN '${answer}'`).join(' ')} END AS did,
    EXISTS (SELECT FROM contact_point theirs WHERE theirs.person_id = d.person_id AND theirs.opted_out_at >= d.sent_at) AS stopped
  FROM delivery d WHERE d.broadcast_key = ANY($1::text[])) each
GROUP BY broadcast, place, channel ORDER BY broadcast, place, channel`;

/** In the order of src/broadcasts/status.ts. */
const outcome = `CASE WHEN d.delivered_at IS NOT NULL THEN 'delivered' WHEN d.lease_at IS NOT NULL THEN 'inHand' WHEN d.failed_at IS NOT NULL THEN 'failed'
  WHEN d.ended_at IS NOT NULL THEN 'notSent' WHEN d.sent_at IS NOT NULL THEN 'sent' WHEN d.unknown_at IS NOT NULL THEN 'unknown' ELSE 'waiting' END`;

const outcomeSql = `
SELECT d.broadcast_key AS broadcast, d.channel, ${outcome} AS outcome, d.reason, count(*)::int AS count
FROM delivery d WHERE d.broadcast_key = ANY($1::text[]) GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;

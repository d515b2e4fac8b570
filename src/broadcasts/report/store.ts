import type { PrismaClient } from '#database/generated/client.ts';
import { hasResponse } from '../answered.ts';
import { untried } from '../ledger.ts';
import type { DeliveryFacts } from '../status.ts';

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

/** So many deliveries of which the same is known. */
export interface Known extends DeliveryFacts {
  readonly broadcast: string;
  readonly channel: string;
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
    known: (keys: readonly string[]) => database.$queryRawUnsafe<Known[]>(knownSql, keys),
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

const knownSql = `
SELECT d.broadcast_key AS broadcast, d.channel, d.reason,
  d.lease_at IS NOT NULL OR (${untried('d')} AND d.id <= coalesce(q.claimed_to, 0)) AS "inHand", d.sent_at IS NOT NULL AS sent,
  d.delivered_at IS NOT NULL AS delivered, d.failed_at IS NOT NULL AS failed, d.ended_at IS NOT NULL AS ended, d.unknown_at IS NOT NULL AS unknown,
  count(*)::int AS count
FROM delivery d LEFT JOIN broadcast_queue q ON q.broadcast_key = d.broadcast_key AND q.channel = d.channel
WHERE d.broadcast_key = ANY($1::text[]) GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`;

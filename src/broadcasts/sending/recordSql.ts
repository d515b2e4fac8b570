/**
 * Records what became of deliveries ($1, JSON: see `Decided`; $2 is what was said), and writes what was sent into the person's conversation,
 * so that the history is whole. A result that comes after its lease still counts: it tells what was unknown. A second time does nothing
 * more. No two may be to the same contact point: a conversation is moved on once in a statement.
 */
export const recordSql = `
WITH result AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, attempt int, spent boolean, "dueAt" timestamptz, "sentAt" timestamptz,
    "endedAt" timestamptz, "unknownAt" timestamptz, reason text, "providerId" text, said int, unreachable text, at timestamptz)),
recorded AS (
  UPDATE delivery d SET
    lease_at = NULL,
    due_at = r."dueAt",
    attempts = d.attempts - CASE WHEN r.spent THEN 0 ELSE 1 END,
    sent_at = coalesce(r."sentAt", d.sent_at),
    ended_at = r."endedAt",
    unknown_at = r."unknownAt",
    provider_id = coalesce(r."providerId", d.provider_id),
    reason = r.reason
  FROM result r
  WHERE d.id = r.id AND d.attempts = r.attempt AND (d.lease_at IS NOT NULL OR d.unknown_at IS NOT NULL)
  RETURNING d.id, d.contact_point_id, r."sentAt" AS sent_at, r."endedAt" AS ended_at, r."providerId" AS provider_id, r.reason, r.said, r.unreachable, r.at),
stopped AS (
  UPDATE contact_point point SET opted_out_at = coalesce(point.opted_out_at, recorded.at)
  FROM recorded WHERE point.id = recorded.contact_point_id AND recorded.ended_at IS NOT NULL AND recorded.reason = 'optedOut'),
lost AS (
  UPDATE contact_point point SET unreachable_at = recorded.at, unreachable_reason = recorded.unreachable
  FROM recorded WHERE point.id = recorded.contact_point_id AND recorded.unreachable IS NOT NULL AND point.unreachable_at IS NULL),
moved AS (
  UPDATE conversation c SET version = c.version + 1, last_sequence = c.last_sequence + 1
  FROM recorded WHERE recorded.sent_at IS NOT NULL AND c.contact_point_id = recorded.contact_point_id
  RETURNING c.id, c.last_sequence, recorded.provider_id, recorded.said, recorded.sent_at)
INSERT INTO message (conversation_id, sequence, direction, provider_id, reply_to, activity, sent_at)
SELECT id, last_sequence, 'out', provider_id, NULL, $2::jsonb -> said, sent_at FROM moved`;

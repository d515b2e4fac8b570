/**
 * Records what became of deliveries ($1, JSON: see `Decided`; $2 is what was said), and writes what was sent into the person's conversation, so that the
 * history is whole. A result that comes after its lease still counts: it tells what was unknown. Conversations are taken in the order in
 * which turns take them. A second time does nothing more.
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
said AS MATERIALIZED (
  SELECT recorded.*, c.id AS conversation_id,
    row_number() OVER (PARTITION BY c.id ORDER BY recorded.id) AS place, count(*) OVER (PARTITION BY c.id) AS total
  FROM recorded JOIN conversation c ON c.contact_point_id = recorded.contact_point_id
  WHERE recorded.sent_at IS NOT NULL
  ORDER BY c.id),
moved AS (
  UPDATE conversation c SET version = c.version + 1, last_sequence = c.last_sequence + said.total
  FROM said WHERE c.id = said.conversation_id AND said.place = 1
  RETURNING c.id, c.last_sequence - said.total AS before)
INSERT INTO message (conversation_id, sequence, direction, provider_id, reply_to, activity, sent_at)
SELECT moved.id, moved.before + said.place, 'out', NULL, NULL, $2::jsonb -> said.said, said.sent_at
FROM said JOIN moved ON moved.id = said.conversation_id`;

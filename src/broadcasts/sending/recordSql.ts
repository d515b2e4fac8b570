import { untried } from '../ledger.ts';

/** In hand, or not known to have left. A result that comes after its lease still counts; a second time it does nothing more. */
const open = `(d.attempts = r.attempt AND (d.lease_at IS NOT NULL OR d.unknown_at IS NOT NULL) OR r.attempt = 1 AND ${untried('d')})`;

/** Whoever was erased meanwhile: the row counts for nobody, and nothing that the provider has leads back to it. */
const id = `CASE WHEN d.person_id IS NULL THEN nextval('delivery_id_seq') ELSE d.id END`;

/** Records what the provider took, which is nearly all: ids ($1), attempts ($2), the provider's ids ($3) and times in milliseconds ($4). */
export const recordSentSql = `
UPDATE delivery d SET id = ${id}, attempts = r.attempt, lease_at = NULL, due_at = NULL, ended_at = NULL, unknown_at = NULL, reason = NULL,
  provider_id = CASE WHEN d.person_id IS NOT NULL THEN r.provider_id END, sent_at = to_timestamp(r.at / 1000)
FROM unnest($1::int[], $2::int[], $3::text[], $4::float8[]) AS r(id, attempt, provider_id, at)
WHERE d.id = r.id AND ${open}`;

/** Records whatever became of deliveries ($1, JSON: see `Decided`). */
export const recordSql = `
WITH result AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(id int, attempt int, spent boolean, "dueAt" timestamptz, "sentAt" timestamptz,
    "endedAt" timestamptz, "unknownAt" timestamptz, reason text, unreachable text, at timestamptz)),
recorded AS (
  UPDATE delivery d SET
    id = ${id},
    lease_at = NULL,
    due_at = r."dueAt",
    attempts = r.attempt - CASE WHEN r.spent THEN 0 ELSE 1 END,
    ended_at = r."endedAt",
    unknown_at = r."unknownAt",
    reason = r.reason
  FROM result r
  WHERE d.id = r.id AND ${open}
  RETURNING d.contact_point_id, r."endedAt" AS ended_at, r.reason, r.unreachable, r.at),
stopped AS (
  UPDATE contact_point point SET opted_out_at = coalesce(point.opted_out_at, recorded.at)
  FROM recorded WHERE point.id = recorded.contact_point_id AND recorded.ended_at IS NOT NULL AND recorded.reason = 'optedOut')
UPDATE contact_point point SET unreachable_at = recorded.at, unreachable_reason = recorded.unreachable
FROM recorded WHERE point.id = recorded.contact_point_id AND recorded.unreachable IS NOT NULL AND point.unreachable_at IS NULL`;

/** Time that a channel has not used since, at most a second of it. */
const unusedFrom = `greatest(p.free_at, clock_timestamp() - interval '1 second')`;
const taken = `greatest(0, least($3::int, floor(extract(epoch FROM clock_timestamp() - ${unusedFrom}) * $4::float8)::int))`;

/** Broadcasts that are being sent, or were cancelled while they were. */
const underWay = `SELECT key, cancelled_at, expires_at, starts_at FROM broadcast
  WHERE fan_out_begun_at IS NOT NULL AND finished_at IS NULL AND (paused_at IS NULL OR cancelled_at IS NOT NULL)`;

/** Due, and in nobody's hand, or in the hand of somebody who is gone. */
const free = 'd.due_at <= $2::timestamptz AND (d.lease_at IS NULL OR d.lease_at <= $2::timestamptz)';

/**
 * Takes what is due on a channel ($1) at a time ($2): at most $3, at $4 a second over all processes, in hand until $5. Rows that another
 * process looks at are passed over. Whatever is not to be sent after all ends here, and STOP is looked at last of all, with the claim.
 * An audience is gone through in the order of its people, so that no index changes while it is told; `after` leaves out
 * those before whom this process has come already.
 */
const claim = (after: string) => `
WITH under_way AS MATERIALIZED (${underWay}),
waiting AS MATERIALIZED (
  SELECT EXISTS (SELECT FROM under_way b JOIN delivery d ON d.broadcast_key = b.key AND d.channel = $1::text AND ${after} ${free}) AS any),
pace AS (
  UPDATE channel_pace p SET taken = ${taken}, free_at = ${unusedFrom} + make_interval(secs => ${taken} / $4::float8)
  FROM waiting WHERE p.channel = $1::text AND waiting.any RETURNING p.taken),
due AS MATERIALIZED (
  SELECT d.*, b.cancelled_at, b.expires_at
  FROM (SELECT * FROM under_way ORDER BY starts_at, key) b
  CROSS JOIN LATERAL (
    SELECT d.ctid AS place, person_id, contact_point_id, lease_at, attempts FROM delivery d
    WHERE broadcast_key = b.key AND channel = $1::text AND ${after} ${free}
    ORDER BY person_id LIMIT $3::int FOR UPDATE SKIP LOCKED) d
  LIMIT coalesce((SELECT taken FROM pace), 0)),
judged AS MATERIALIZED (
  SELECT due.place, point.address, CASE
    WHEN due.lease_at IS NOT NULL THEN 'lost'
    WHEN due.cancelled_at IS NOT NULL THEN 'cancelled'
    WHEN due.expires_at <= $2::timestamptz THEN 'tooLate'
    WHEN point.id IS NULL THEN 'erased'
    WHEN EXISTS (SELECT FROM contact_point theirs WHERE theirs.person_id = due.person_id AND theirs.opted_out_at IS NOT NULL) THEN 'optedOut'
    WHEN point.unreachable_at IS NOT NULL THEN 'unreachable'
    WHEN due.attempts >= $6::int THEN 'gaveUp'
  END AS verdict
  FROM due LEFT JOIN contact_point point ON point.id = due.contact_point_id)
UPDATE delivery d SET
  lease_at = CASE WHEN verdict IS NULL THEN $5::timestamptz END,
  due_at = CASE WHEN verdict IS NULL THEN d.due_at END,
  attempts = d.attempts + CASE WHEN verdict IS NULL THEN 1 ELSE 0 END,
  failed_at = CASE WHEN verdict IS NULL THEN NULL ELSE d.failed_at END,
  unknown_at = CASE WHEN verdict = 'lost' THEN $2::timestamptz ELSE d.unknown_at END,
  ended_at = CASE WHEN verdict <> 'lost' THEN $2::timestamptz END,
  reason = coalesce(verdict, d.reason)
FROM judged WHERE d.ctid = judged.place
RETURNING d.id, d.attempts AS attempt, d.broadcast_key AS "broadcastKey", d.person_id AS "personId", d.language, judged.address, judged.verdict`;

/** All that is due, whoever it is for: it takes a look at everybody in each broadcast. */
export const claimAllSql = claim('');
/** From where the last claims ended: it looks at nobody who was told. */
export const claimOnSql = claim(`d.person_id > coalesce(($7::jsonb ->> b.key)::uuid, '00000000-0000-0000-0000-000000000000') AND`);

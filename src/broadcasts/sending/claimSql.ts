import { untried } from '../ledger.ts';

/** Time that a channel has not used since, at most a second of it. */
const unusedFrom = `greatest(p.free_at, clock_timestamp() - interval '1 second')`;
const taken = `greatest(0, least(waiting.most, floor(extract(epoch FROM clock_timestamp() - ${unusedFrom}) * $4::float8)::int))`;

/** Takes what the channel's pace allows now: at $4 a second over all processes, and no more than wait. */
const pace = `UPDATE channel_pace p SET taken = ${taken}, free_at = ${unusedFrom} + make_interval(secs => ${taken} / $4::float8)
  FROM waiting WHERE p.channel = $1::text RETURNING p.taken`;
const allowed = 'coalesce((SELECT taken FROM pace), 0)';

/** Being sent, or cancelled while it was. */
const begun = 'b.fan_out_begun_at IS NOT NULL AND b.finished_at IS NULL';

/**
 * Whoever waits in a queue and was not claimed, in their order. Compared as rows, they are found by the index of queues alone: with the id by itself
 * PostgreSQL would go through all deliveries by their ids.
 */
const inLine = `(d.broadcast_key, d.channel, d.id) > (queue.broadcast_key, $1::text, queue.claimed_to)
    AND (d.broadcast_key, d.channel) <= (queue.broadcast_key, $1::text) AND ${untried('d')}
    ORDER BY d.broadcast_key, d.channel, d.id`;

/** Why there is no call after all, the first that holds. STOP is looked at here, last of all. */
const verdict = (more = '') => `CASE
    ${more}
    WHEN due.expires_at <= $2::timestamptz THEN 'tooLate'
    WHEN point.id IS NULL THEN 'erased'
    WHEN EXISTS (SELECT FROM contact_point theirs WHERE theirs.person_id = due.person_id AND theirs.opted_out_at IS NOT NULL) THEN 'optedOut'
    WHEN point.unreachable_at IS NOT NULL THEN 'unreachable'
  END AS verdict`;

/**
 * Takes whoever is next in a channel's ($1) queues in hand until $5, at a time ($2), at most $3, with one row for all of them: the queue goes
 * on to the last of them, and only from where it was read. Whoever else read it there then takes nothing. Whom there is no call for after all
 * ends here.
 */
export const claimNextSql = `
WITH queue AS MATERIALIZED (
  SELECT q.broadcast_key, q.claimed_to, b.expires_at FROM broadcast_queue q JOIN broadcast b ON b.key = q.broadcast_key
  WHERE q.channel = $1::text AND ${begun} AND b.paused_at IS NULL AND b.cancelled_at IS NULL
  ORDER BY b.starts_at, b.key),
waiting AS MATERIALIZED (
  SELECT queue.*, $3::int AS most FROM queue CROSS JOIN LATERAL (SELECT FROM delivery d WHERE ${inLine} LIMIT 1) first LIMIT 1),
pace AS (${pace}),
due AS MATERIALIZED (
  SELECT d.*, queue.expires_at FROM waiting queue CROSS JOIN LATERAL (
    SELECT id, broadcast_key, person_id, contact_point_id, language FROM delivery d WHERE ${inLine} LIMIT ${allowed}) d),
gone_on AS (
  UPDATE broadcast_queue q SET claimed_to = (SELECT max(id) FROM due) FROM waiting
  WHERE q.broadcast_key = waiting.broadcast_key AND q.channel = $1::text AND q.claimed_to = waiting.claimed_to AND EXISTS (SELECT FROM due)
  RETURNING q.broadcast_key, waiting.claimed_to AS after, q.claimed_to),
claimed AS (
  INSERT INTO delivery_claim (broadcast_key, channel, after, up_to, lease_at)
  SELECT broadcast_key, $1::text, after, claimed_to, $5::timestamptz FROM gone_on),
judged AS MATERIALIZED (
  SELECT due.*, point.address, ${verdict()}
  FROM gone_on CROSS JOIN due LEFT JOIN contact_point point ON point.id = due.contact_point_id),
ended AS (
  UPDATE delivery d SET ended_at = $2::timestamptz, reason = verdict FROM judged WHERE d.id = judged.id AND verdict IS NOT NULL)
SELECT id, 1 AS attempt, broadcast_key AS "broadcastKey", language, address, verdict FROM judged`;

/**
 * Takes what is due again on a channel, as the above: whatever was given back or is worth another try. Each has a lease of its own;
 * rows that another process looks at are passed over. A lease that is over tells that whoever had it is gone.
 */
export const claimDueSql = `
WITH under_way AS MATERIALIZED (
  SELECT key, starts_at, cancelled_at, expires_at FROM broadcast b WHERE ${begun} AND (paused_at IS NULL OR cancelled_at IS NOT NULL)),
free AS MATERIALIZED (
  SELECT d.*, b.cancelled_at, b.expires_at
  FROM (SELECT * FROM under_way ORDER BY starts_at, key) b CROSS JOIN LATERAL (
    SELECT id, person_id, contact_point_id, lease_at, attempts FROM delivery d
    WHERE broadcast_key = b.key AND channel = $1::text AND due_at <= $2::timestamptz AND (lease_at IS NULL OR lease_at <= $2::timestamptz)
    ORDER BY due_at LIMIT $3::int FOR UPDATE SKIP LOCKED) d
  LIMIT $3::int),
waiting AS MATERIALIZED (SELECT count(*)::int AS most FROM free HAVING count(*) > 0),
pace AS (${pace}),
due AS MATERIALIZED (SELECT * FROM free LIMIT ${allowed}),
judged AS MATERIALIZED (
  SELECT due.id, point.address, ${verdict(`WHEN due.lease_at IS NOT NULL THEN 'lost'
    WHEN due.cancelled_at IS NOT NULL THEN 'cancelled'
    WHEN due.attempts >= $6::int THEN 'gaveUp'`)}
  FROM due LEFT JOIN contact_point point ON point.id = due.contact_point_id)
UPDATE delivery d SET
  lease_at = CASE WHEN verdict IS NULL THEN $5::timestamptz END,
  due_at = CASE WHEN verdict IS NULL THEN d.due_at END,
  attempts = d.attempts + CASE WHEN verdict IS NULL THEN 1 ELSE 0 END,
  failed_at = CASE WHEN verdict IS NULL THEN NULL ELSE d.failed_at END,
  unknown_at = CASE WHEN verdict = 'lost' THEN $2::timestamptz ELSE d.unknown_at END,
  ended_at = CASE WHEN verdict <> 'lost' THEN $2::timestamptz END,
  reason = coalesce(verdict, d.reason)
FROM judged WHERE d.id = judged.id
RETURNING d.id, d.attempts AS attempt, d.broadcast_key AS "broadcastKey", d.language, judged.address, judged.verdict`;

/** Claims looked at in one statement: a fast broadcast makes a hundred a second, which are over together. */
const claimsAtOnce = 100;

/** Lets go of claims on a channel ($1) whose lease was over by $2. Whatever is still not known of those in them nobody knows. */
export const endClaimsSql = `
WITH over AS MATERIALIZED (
  SELECT id, broadcast_key, after, up_to FROM delivery_claim WHERE channel = $1::text AND lease_at <= $2::timestamptz
  ORDER BY lease_at LIMIT ${claimsAtOnce} FOR UPDATE SKIP LOCKED),
lost AS (
  UPDATE delivery d SET attempts = 1, unknown_at = $2::timestamptz, reason = 'lost' FROM over
  WHERE d.broadcast_key = over.broadcast_key AND d.channel = $1::text AND d.id > over.after AND d.id <= over.up_to AND ${untried('d')})
DELETE FROM delivery_claim c USING over WHERE c.id = over.id`;

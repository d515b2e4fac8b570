import type { Pool, PoolClient } from 'pg';
import { needsStaff } from '#channels/channel.ts';
import { isAway } from '#database/away.ts';
import { gather } from '#database/turnLog/gather.ts';
import { mostAttempts } from '../attempts.ts';
import { untried } from '../ledger.ts';
import { takesTwo, unreachableInWords } from '../unreachable.ts';
import { type Told, tellingMost } from './told.ts';

const recordedAtOnce = 250;

/** Something that failed, of which nothing was known before. */
interface Failed {
  readonly channel: string;
  readonly reason: string;
}

export function createReceiptStore(pool: Pool) {
  async function note(on: Pick<PoolClient, 'query'>, told: readonly Told[]): Promise<readonly Failed[]> {
    const rows = told.map(({ failure, ...row }) => ({ ...row, ...failure, unreachable: unreachableInWords[failure?.reason ?? ''] }));
    const values = [JSON.stringify(rows), mostAttempts];
    return (await on.query<Failed>({ name: 'receipt-record', text: receiptSql, values })).rows;
  }

  /** What nobody's text gets through holds up whatever else is on its way there. That is recorded with the fact, or neither is. */
  async function noteAndPause(told: readonly Told[], at: Date): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const failed = await note(client, told);
      for (const { channel, reason } of failed) if (needsStaff.has(reason)) await client.query(pauseSql, [channel, reason, at]);
      await client.query('COMMIT');
    } catch (reason) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw reason;
    } finally {
      client.release();
    }
  }

  const record = gather(
    async (told: readonly Told[]) => {
      const telling = tellingMost(told);
      const stopping = telling.find(({ failure }) => failure && needsStaff.has(failure.reason));
      if (stopping) await noteAndPause(telling, stopping.at);
      else await note(pool, telling);
      return told;
    },
    { mostAtOnce: recordedAtOnce, isOnesOwn: (reason) => !isAway(reason) },
  );
  return { record: async (told: Told): Promise<void> => void (await record(told)) };
}

/** Pauses what is being sent on a channel ($1). What was paused before keeps its reason. */
const pauseSql = `
UPDATE broadcast SET paused_at = $3, pause_reason = $2
WHERE key IN (
  SELECT key FROM broadcast
  WHERE fan_out_begun_at IS NOT NULL AND finished_at IS NULL AND cancelled_at IS NULL AND paused_at IS NULL
    AND definition->'audience'->'channels' ? $1
  ORDER BY key FOR UPDATE)`;

/** It was told of this very attempt for the first time, and there are tries left. */
const worthAnotherTry = `t.fact = 'failed' AND d.failed_at IS NULL AND d.delivered_at IS NULL AND d.lease_at IS NULL
  AND t.attempt <= coalesce(t.tries, 0) AND t.attempt < $2::int`;

/**
 * Facts with their times ($1, JSON). What arrived has arrived, whatever else is said of it; whatever the provider speaks of, it has taken,
 * so it is no longer unknown, and whoever called it need say nothing more. A text that failed and is worth another try is due again, and its
 * broadcast with it. Gives back what failed that nobody knew of.
 */
const receiptSql = `
WITH told AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS t(id int, attempt int, fact text, "providerId" text, reason text, tries int, "afterMs" float8,
    unreachable text, at timestamptz)),
noted AS (
  UPDATE delivery d SET
    attempts = t.attempt,
    sent_at = coalesce(d.sent_at, t.at),
    unknown_at = NULL,
    provider_id = coalesce(d.provider_id, t."providerId"),
    delivered_at = CASE WHEN t.fact = 'delivered' THEN coalesce(d.delivered_at, t.at) ELSE d.delivered_at END,
    failed_at = CASE t.fact WHEN 'delivered' THEN NULL WHEN 'failed' THEN CASE WHEN d.delivered_at IS NULL THEN coalesce(d.failed_at, t.at) END ELSE d.failed_at END,
    reason = CASE t.fact WHEN 'delivered' THEN NULL WHEN 'failed' THEN CASE WHEN d.delivered_at IS NULL THEN t.reason END ELSE d.reason END,
    due_at = CASE WHEN ${worthAnotherTry} THEN t.at + make_interval(secs => t."afterMs" / 1000) ELSE d.due_at END
  FROM told t WHERE d.id = t.id AND (d.attempts = t.attempt AND d.ended_at IS NULL OR t.attempt = 1 AND ${untried('d')})
  RETURNING d.id, d.channel, d.person_id, d.broadcast_key, d.contact_point_id, d.failed_at, d.reason, d.due_at, t.unreachable, t.at),
again AS (
  UPDATE broadcast SET finished_at = NULL
  WHERE finished_at IS NOT NULL AND key IN (SELECT broadcast_key FROM noted WHERE due_at IS NOT NULL)),
lost AS (
  UPDATE contact_point point SET unreachable_at = noted.at, unreachable_reason = noted.unreachable
  FROM noted WHERE point.id = noted.contact_point_id AND noted.failed_at IS NOT NULL AND noted.unreachable IS NOT NULL AND point.unreachable_at IS NULL
    AND (noted.reason <> '${takesTwo}' OR EXISTS (
      SELECT FROM delivery before WHERE before.person_id = noted.person_id AND before.id <> noted.id AND before.reason = '${takesTwo}'))),
stopped AS (
  UPDATE contact_point point SET opted_out_at = coalesce(point.opted_out_at, noted.at)
  FROM noted WHERE point.id = noted.contact_point_id AND noted.failed_at IS NOT NULL AND noted.reason = 'optedOut')
SELECT DISTINCT channel, reason FROM noted WHERE failed_at = at`;

import type { Pool } from 'pg';
import { isAway } from '#database/away.ts';
import { gather } from '#database/turnLog/gather.ts';
import { mostAttempts } from '../attempts.ts';
import { takesTwo, unreachableInWords } from '../unreachable.ts';
import { type Told, tellingMost } from './told.ts';

const recordedAtOnce = 250;

export function createReceiptStore(pool: Pool) {
  const record = gather(
    async (told: readonly Told[]) => {
      const rows = tellingMost(told).map(({ failure, ...row }) => ({
        ...row,
        ...failure,
        unreachable: unreachableInWords[failure?.reason ?? ''],
      }));
      await pool.query({ name: 'receipt-record', text: receiptSql, values: [JSON.stringify(rows), mostAttempts] });
      return told;
    },
    { mostAtOnce: recordedAtOnce, isOnesOwn: (reason) => !isAway(reason) },
  );
  return { record: async (told: Told): Promise<void> => void (await record(told)) };
}

/** It was told of this very attempt for the first time, and there are tries left. */
const worthAnotherTry = `t.fact = 'failed' AND d.failed_at IS NULL AND d.delivered_at IS NULL AND d.lease_at IS NULL
  AND d.attempts <= coalesce(t.tries, 0) AND d.attempts < $2::int`;

/**
 * Facts with their times ($1, JSON). What arrived has arrived, whatever else is said of it; whatever the provider speaks of, it has taken,
 * so it is no longer unknown. A text that failed and is worth another try is due again, and its broadcast with it.
 */
const receiptSql = `
WITH told AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS t(id uuid, attempt int, fact text, "providerId" text, reason text, tries int, "afterMs" float8,
    unreachable text, at timestamptz)),
noted AS (
  UPDATE delivery d SET
    sent_at = coalesce(d.sent_at, t.at),
    unknown_at = NULL,
    provider_id = coalesce(d.provider_id, t."providerId"),
    delivered_at = CASE WHEN t.fact = 'delivered' THEN coalesce(d.delivered_at, t.at) ELSE d.delivered_at END,
    failed_at = CASE t.fact WHEN 'delivered' THEN NULL WHEN 'failed' THEN CASE WHEN d.delivered_at IS NULL THEN coalesce(d.failed_at, t.at) END ELSE d.failed_at END,
    reason = CASE t.fact WHEN 'delivered' THEN NULL WHEN 'failed' THEN CASE WHEN d.delivered_at IS NULL THEN t.reason END ELSE d.reason END,
    due_at = CASE WHEN ${worthAnotherTry} THEN t.at + make_interval(secs => t."afterMs" / 1000) ELSE d.due_at END
  FROM told t WHERE d.id = t.id AND d.attempts = t.attempt AND d.ended_at IS NULL
  RETURNING d.id, d.person_id, d.broadcast_key, d.contact_point_id, d.failed_at, d.reason, d.due_at, t.unreachable, t.at),
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
SELECT count(*) FROM noted`;

import type { Pool } from 'pg';
import type { Reply } from '#channels/channel.ts';
import { mostAttempts } from '../attempts.ts';
import type { BroadcastChannel } from '../definition.ts';
import { claimDueSql, claimNextSql, endClaimsSql } from './claimSql.ts';
import { type Decided, isSent, type Sent } from './decide.ts';
import { recordSentSql, recordSql } from './recordSql.ts';

/** A delivery that this process has in hand. */
export interface Claimed {
  readonly id: number;
  /** Counts from 1. */
  readonly attempt: number;
  readonly broadcastKey: string;
  readonly language: string;
  /** Sealed. */
  readonly address: Uint8Array;
}

export interface Claim {
  readonly channel: BroadcastChannel;
  readonly now: Date;
  readonly most: number;
  /** Over all processes. */
  readonly perSecond: number;
}

export interface Claims {
  readonly claimed: readonly Claimed[];
  /** Deliveries that were due but need no call: the person said STOP, it is too late, nobody knows what became of it. */
  readonly ended: number;
}

/** The words of a broadcast on a channel in a language. */
export interface Wording {
  readonly broadcastKey: string;
  readonly channel: BroadcastChannel;
  readonly language: string;
}

/**
 * How long a worker may have a delivery in hand. Longer than a call with all its patience and a database that is away for a while: after it
 * what became of the delivery is unknown.
 */
const leaseMs = 300_000;

export type SendingStore = ReturnType<typeof createSendingStore>;

/** The ledger as the sender uses it: every statement by itself, so that no connection is held while a provider is called. */
export function createSendingStore(pool: Pool) {
  async function take(name: string, text: string, values: readonly unknown[]): Promise<Claims> {
    const { rows } = await pool.query<Claimed & { readonly verdict: string | null }>({ name, text, values: [...values] });
    const claimed = rows.filter(({ verdict }) => verdict === null);
    return { claimed, ended: rows.length - claimed.length };
  }

  return {
    /** Before the first claim on a channel. */
    async prepare(channel: BroadcastChannel): Promise<void> {
      await pool.query(`INSERT INTO channel_pace (channel, free_at, taken) VALUES ($1, clock_timestamp(), 0) ON CONFLICT DO NOTHING`, [
        channel,
      ]);
    },

    /** Takes the next in line, as many as the channel's pace allows; nobody else has them then. */
    claimNext: (claim: Claim) => take('delivery-claim-next', claimNextSql, valuesOf(claim)),

    /** Takes those that are due again; before it, lets go of whatever is in the hand of somebody who is gone. */
    async claimDue(claim: Claim): Promise<Claims> {
      await pool.query({ name: 'delivery-end-claims', text: endClaimsSql, values: [claim.channel, claim.now] });
      return take('delivery-claim-due', claimDueSql, [...valuesOf(claim), mostAttempts]);
    },

    /** Records what became of deliveries. */
    async record(decided: readonly Decided[]): Promise<void> {
      const sent = decided.filter(isSent);
      const others = decided.filter((one) => !isSent(one));
      if (sent.length > 0) await pool.query({ name: 'delivery-record-sent', text: recordSentSql, values: sentValues(sent) });
      if (others.length > 0) await pool.query({ name: 'delivery-record', text: recordSql, values: [JSON.stringify(others)] });
    },

    async pause(key: string, reason: string, now: Date): Promise<void> {
      await pool.query('UPDATE broadcast SET paused_at = $3, pause_reason = $2 WHERE key = $1 AND paused_at IS NULL', [key, reason, now]);
    },

    /** What a broadcast says and until when. */
    async broadcast(key: string): Promise<{ readonly definition: unknown; readonly expiresAt: Date } | undefined> {
      const { rows } = await pool.query<{ definition: unknown; expiresAt: Date }>(
        'SELECT definition, expires_at AS "expiresAt" FROM broadcast WHERE key = $1',
        [key],
      );
      return rows[0];
    },

    /** Keeps the words that are about to be said, and gives back those that were kept first: everybody is told the same. */
    async keepWording<Said extends Reply>({ broadcastKey, channel, language }: Wording, said: Said): Promise<Said> {
      const { rows } = await pool.query<{ activity: Said }>(
        `INSERT INTO broadcast_wording (broadcast_key, channel, language, activity) VALUES ($1, $2, $3, $4)
         ON CONFLICT (broadcast_key, channel, language) DO UPDATE SET activity = broadcast_wording.activity RETURNING activity`,
        [broadcastKey, channel, language, said],
      );
      return rows[0]?.activity ?? said;
    },
  };
}

const valuesOf = ({ channel, now, most, perSecond }: Claim) => [channel, now, most, perSecond, new Date(now.getTime() + leaseMs)];

function sentValues(sent: readonly Sent[]): unknown[] {
  // None of these needs an escape: written here, they cost a tenth of what pg takes for a list.
  const list = (values: readonly (string | number)[]) => `{${values.join(',')}}`;
  return [
    list(sent.map(({ id }) => id)),
    list(sent.map(({ attempt }) => attempt)),
    sent.map(({ providerId }) => providerId),
    list(sent.map(({ sentAt }) => sentAt.getTime())),
  ];
}

import type { Pool } from 'pg';
import { gather } from '#database/turnLog/gather.ts';
import { mostAttempts } from '../attempts.ts';
import type { BroadcastChannel } from '../definition.ts';
import { claimSql } from './claimSql.ts';
import type { Decided } from './decide.ts';
import { recordSql } from './recordSql.ts';

/** A delivery that this process has in hand. */
export interface Claimed {
  readonly id: string;
  /** Counts from 1. */
  readonly attempt: number;
  readonly broadcastKey: string;
  readonly contactPointId: string;
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

/**
 * How long a worker may have a delivery in hand. Longer than a call with all its patience and a database that is away for a while: after it
 * what became of the delivery is unknown.
 */
const leaseMs = 300_000;

/** Enough to share a commit, small enough that a statement stays in tens of milliseconds. */
const recordedAtOnce = 250;
/** One gathers while the other waits for the disk. */
const recordersAtOnce = 2;

export type SendingStore = ReturnType<typeof createSendingStore>;

/** The ledger as the sender uses it: every statement by itself, so that no connection is held while a provider is called. */
export function createSendingStore(pool: Pool) {
  const recorders = Array.from({ length: recordersAtOnce }, () =>
    gather(
      async (decided: readonly Decided[]) => {
        for (const once of eachPersonOnce(decided)) {
          await pool.query({ name: 'delivery-record', text: recordSql, values: recordValues(once) });
        }
        return decided;
      },
      { mostAtOnce: recordedAtOnce, isOnesOwn: () => true },
    ),
  );

  return {
    /** Before the first claim on a channel. */
    async prepare(channel: BroadcastChannel): Promise<void> {
      await pool.query(`INSERT INTO channel_pace (channel, free_at, taken) VALUES ($1, clock_timestamp(), 0) ON CONFLICT DO NOTHING`, [
        channel,
      ]);
    },

    /** Takes the deliveries that are due, as many as the channel's pace allows; nobody else has them then. */
    async claim({ channel, now, most, perSecond }: Claim): Promise<Claims> {
      const { rows } = await pool.query<Claimed & { readonly verdict: string | null }>({
        name: 'delivery-claim',
        text: claimSql,
        values: [channel, now, most, perSecond, new Date(now.getTime() + leaseMs), mostAttempts],
      });
      const claimed = rows.filter(({ verdict }) => verdict === null);
      return { claimed, ended: rows.length - claimed.length };
    },

    /** Records what became of a delivery, together with others that end at the same moment. */
    async record(decided: Decided): Promise<void> {
      // A person's results go to the same recorder, so that no two wait for each other.
      await recorders[Number.parseInt(decided.contactPointId.slice(-1), 16) % recordersAtOnce]?.(decided);
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
  };
}

/** Nearly always one: a person is in two broadcasts at the same moment where two were begun together. */
function eachPersonOnce(decided: readonly Decided[]): readonly (readonly Decided[])[] {
  const first = new Map(decided.toReversed().map((one) => [one.contactPointId, one]));
  if (first.size === decided.length) return [decided];
  return [[...first.values()], ...eachPersonOnce(decided.filter((one) => first.get(one.contactPointId) !== one))];
}

/** What was said is the same for many: it goes once. */
function recordValues(decided: readonly Decided[]): string[] {
  const said: object[] = [];
  const rows = decided.map(({ activity, contactPointId: _, ...facts }) => {
    if (!activity) return facts;
    if (!said.includes(activity)) said.push(activity);
    return { ...facts, said: said.indexOf(activity) };
  });
  return [JSON.stringify(rows), JSON.stringify(said)];
}

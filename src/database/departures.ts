import type { Pool } from 'pg';

/** One thing heard, by the provider's id and the address of the conversation. */
export interface HeardAt {
  readonly id: string;
  readonly address: string;
}

/** A reply that this process has in hand. */
export interface InHand {
  /** It is about to be tried once more. */
  renew(): Promise<void>;
  /** It left, or nobody knows whether it did, or it never will: it is not sent again. */
  settle(): Promise<void>;
  /** It did not leave, that much is sure: whoever comes next may send it. */
  giveBack(): Promise<void>;
}

/** A reply that waits to leave. */
export interface Unsent {
  readonly heard: Pick<HeardAt, 'id'>;
  /** Sealed. */
  readonly address: Uint8Array;
  /** Its place among the replies to what was heard, from 0. */
  readonly place: number;
  readonly reply: object;
}

/** The record of which replies have left, on a channel where we have to call for each. Each is taken in hand by one process and once. */
export interface Departures {
  /** `gone`: it or one after it was taken before. `busy`: one before it is in somebody's hand. */
  begin(heard: HeardAt, place: number): Promise<InHand | 'gone' | 'busy'>;
  /** What should have left by now, conversation by conversation, in order. */
  unsent(): Promise<readonly Unsent[]>;
}

export interface DeparturesNeeds {
  readonly pool: Pick<Pool, 'query'>;
  readonly channel: string;
  /** The keyed hash by which an address is found. */
  lookup(address: string): Uint8Array;
  readonly now: () => Date;
}

/** Longer than a call and the wait before the next. Whoever had a reply in hand for longer is gone, and nobody knows what became of it. */
const leaseMs = 40_000;
/** A process that has just recorded a reply is about to send it. */
const graceMs = 30_000;
/** Who waited longer for an answer has asked again, or does not want it any more. */
const tooOldMs = 60 * 60_000;

export function createDepartures({ pool, channel, lookup, now }: DeparturesNeeds): Departures {
  const before = (ms: number) => new Date(now().getTime() - ms);
  return {
    async begin({ id, address }, place) {
      const values = [channel, Buffer.from(lookup(address)), id, place, now(), before(leaseMs)];
      const { rows } = await pool.query<BeginRow>({ name: 'departure-begin', text: beginSql, values });
      const [row] = rows;
      // What was not recorded, such as an apology, is not kept either.
      if (!row) return { renew: nothing, settle: nothing, giveBack: nothing };
      if (!row.taken) return row.begun !== null && row.begun >= row.sequence ? 'gone' : 'busy';
      const which = [row.conversation, row.sequence];
      return {
        renew: async () => void (await pool.query({ name: 'departure-renew', text: renewSql, values: [...which, now()] })),
        settle: async () => void (await pool.query({ name: 'departure-settle', text: settleSql, values: which })),
        giveBack: async () => void (await pool.query({ name: 'departure-back', text: giveBackSql, values: which })),
      };
    },

    async unsent() {
      const { rows } = await pool.query<UnsentRow>(unsentSql, [channel, before(tooOldMs), before(graceMs)]);
      return rows.map(({ provider_id, ...row }) => ({ ...row, heard: { id: provider_id } }));
    },
  };
}

interface BeginRow {
  readonly conversation: string;
  readonly sequence: number;
  readonly taken: boolean;
  /** As it was before. */
  readonly begun: number | null;
}

interface UnsentRow {
  readonly address: Uint8Array;
  readonly provider_id: string;
  readonly place: number;
  readonly reply: object;
}

/** A reply follows what it replies to at once. */
const beginSql = `
WITH reply AS (
  SELECT c.id AS conversation, heard.sequence + 1 + $4::int AS sequence
  FROM contact_point point
  JOIN conversation c ON c.contact_point_id = point.id
  JOIN message heard ON heard.conversation_id = c.id AND heard.provider_id = $3
  WHERE point.channel = $1 AND point.lookup = $2),
taken AS (
  INSERT INTO departure AS d (conversation_id, begun, begun_at, settled) SELECT conversation, sequence, $5::timestamptz, false FROM reply
  ON CONFLICT (conversation_id) DO UPDATE SET begun = EXCLUDED.begun, begun_at = EXCLUDED.begun_at, settled = false
  WHERE d.begun < EXCLUDED.begun AND (d.settled OR d.begun_at < $6::timestamptz)
  RETURNING conversation_id)
SELECT reply.conversation, reply.sequence, EXISTS (SELECT FROM taken) AS taken, d.begun
FROM reply LEFT JOIN departure d ON d.conversation_id = reply.conversation`;

const nothing = async (): Promise<void> => undefined;

const renewSql = 'UPDATE departure SET begun_at = $3 WHERE conversation_id = $1 AND begun = $2 AND NOT settled';
const settleSql = 'UPDATE departure SET settled = true WHERE conversation_id = $1 AND begun = $2';
const giveBackSql = 'UPDATE departure SET settled = true, begun = begun - 1 WHERE conversation_id = $1 AND begun = $2 AND NOT settled';

/** An approach is sent by whoever began it, and what a broadcast said replies to nothing. */
const unsentSql = `
SELECT point.address, heard.provider_id, reply.sequence - heard.sequence - 1 AS place, reply.activity AS reply
FROM contact_point point
JOIN conversation c ON c.contact_point_id = point.id
LEFT JOIN departure d ON d.conversation_id = c.id
JOIN message reply ON reply.conversation_id = c.id AND reply.sequence > coalesce(d.begun, 0) AND reply.direction = 'out'
JOIN message heard ON heard.conversation_id = c.id AND heard.sequence = reply.reply_to AND heard.provider_id NOT LIKE 'approach:%'
WHERE point.channel = $1 AND point.unreachable_at IS NULL AND c.last_sequence > coalesce(d.begun, 0)
  AND reply.sent_at BETWEEN $2 AND $3
ORDER BY c.id, reply.sequence`;

import type { Pool } from 'pg';
import { isAway } from './away.ts';
import { createHints, type Hints } from './hints.ts';
import { gather } from './turnLog/gather.ts';

/** One message as it was recorded. */
export interface LoggedMessage {
  readonly sequence: number;
  readonly direction: 'in' | 'out';
  readonly providerId: string | null;
  /** The sequence of the message that this one answers; nothing where that was no message. */
  readonly replyTo: number | null;
  readonly activity: object;
  readonly at: Date;
}

export interface Page {
  /** The sequence of the newest message that the conversation has. */
  readonly last: number;
  /** Oldest first, at most `mostOnAPage`. */
  readonly messages: readonly LoggedMessage[];
}

/** What was said on one channel, read by address. */
export interface LogReader {
  /** What was said after a sequence; nothing for a conversation that nobody began. Conversations read at the same moment share a statement. */
  read(address: string, after: number): Promise<Page | undefined>;
  /** The sequence under which a message was heard. */
  heard(address: string, providerId: string): Promise<number | undefined>;
}

/** The same, and word of what is new. */
export interface ActivityLog extends LogReader {
  /** Calls `onMoved` with the newest sequence when another process has recorded something. Returns how to stop. */
  follow(address: string, onMoved: OnMoved): () => void;
  /** Tells the other processes, sooner or later: only a hint. */
  hint(address: string, last: number): void;
  /** Stops following. Call before the pool ends. */
  close(): Promise<void>;
}

type OnMoved = (last: number) => void;

export interface ActivityLogNeeds {
  readonly pool: Pool;
  readonly url: string;
  readonly channel: string;
  /** The keyed hash by which an address is found. */
  lookup(address: string): Uint8Array;
  readonly lookAroundMs?: number;
  /** Told when the connection for hints breaks; it is opened again. */
  report(reason: unknown): void;
}

/** Large enough for most conversations, small enough that nobody's history holds up the others. */
export const mostOnAPage = 100;
/** A hint may be lost with the process that meant to give it, so we look for ourselves now and then. */
const usualLookAroundMs = 10_000;

const sharing = { mostAtOnce: 64, isOnesOwn: (reason: unknown) => !isAway(reason) };

export function createActivityLog({ pool, url, channel, lookup, lookAroundMs = usualLookAroundMs, report }: ActivityLogNeeds): ActivityLog {
  const followers = new Map<string, Set<OnMoved>>();
  /** Of the addresses that are followed: a keyed hash costs more than all the rest of a hint. */
  const names = new Map<string, string>();
  const nameOf = (address: string) => names.get(address) ?? Buffer.from(lookup(address)).toString('base64url');

  function tell(name: string, last: number): void {
    for (const onMoved of followers.get(name) ?? []) onMoved(last);
  }

  const hints: Hints = createHints({ url, onHint: tell, report });
  let looking = false;
  async function lookAround(): Promise<void> {
    if (looking || followers.size === 0) return;
    looking = true;
    try {
      const names = [...followers.keys()];
      const lookups = names.map((name) => Buffer.from(name, 'base64url'));
      const { rows } = await pool.query<LastRow>({ name: 'activity-last', text: lastSql, values: [channel, lookups] });
      for (const { n, last } of rows) tell(names[n - 1] ?? '', last);
    } catch {
      // The database is away: the next time will do.
    } finally {
      looking = false;
    }
  }
  const lookingAround = setInterval(() => void lookAround(), lookAroundMs).unref();

  return {
    ...createLogReader({ pool, channel, lookup }),
    follow(address, onMoved) {
      const name = nameOf(address);
      const together = followers.get(name) ?? new Set();
      followers.set(name, together.add(onMoved));
      names.set(address, name);
      return () => {
        together.delete(onMoved);
        if (together.size > 0 || followers.get(name) !== together) return;
        followers.delete(name);
        names.delete(address);
      };
    },
    hint: (address, last) => hints.give(nameOf(address), last),
    close() {
      clearInterval(lookingAround);
      return hints.close();
    },
  };
}

export function createLogReader({ pool, channel, lookup }: Pick<ActivityLogNeeds, 'pool' | 'channel' | 'lookup'>): LogReader {
  const readTogether = gather((asks: readonly Ask[]) => read(pool, channel, asks), sharing);
  return {
    read: (address, after) => readTogether({ lookup: lookup(address), after }),
    async heard(address, providerId) {
      const { rows } = await pool.query<{ sequence: number }>(heardSql, [channel, Buffer.from(lookup(address)), providerId]);
      return rows[0]?.sequence;
    },
  };
}

interface Ask {
  readonly lookup: Uint8Array;
  readonly after: number;
}

const readSql = `
SELECT asked.n::int AS n, c.last_sequence AS last, m.*
FROM unnest($2::bytea[], $3::int[]) WITH ORDINALITY AS asked(lookup, after, n)
JOIN contact_point point ON point.channel = $1 AND point.lookup = asked.lookup
JOIN conversation c ON c.contact_point_id = point.id
LEFT JOIN LATERAL (
  SELECT said.sequence, said.direction, said.provider_id, said.activity, said.sent_at,
    CASE WHEN heard.activity ->> 'type' = 'message' THEN said.reply_to END AS reply_to
  FROM message said
  LEFT JOIN message heard ON heard.conversation_id = said.conversation_id AND heard.sequence = said.reply_to
  WHERE said.conversation_id = c.id AND said.sequence > asked.after
  ORDER BY said.sequence LIMIT ${mostOnAPage}) m ON true
ORDER BY asked.n, m.sequence`;

interface ReadRow {
  readonly n: number;
  readonly last: number;
  readonly sequence: number | null;
  readonly direction: 'in' | 'out';
  readonly provider_id: string | null;
  readonly reply_to: number | null;
  readonly activity: object;
  readonly sent_at: Date;
}

/** In the order asked. */
async function read(pool: Pool, channel: string, asks: readonly Ask[]): Promise<(Page | undefined)[]> {
  const values = [channel, asks.map((ask) => Buffer.from(ask.lookup)), asks.map((ask) => ask.after)];
  const { rows } = await pool.query<ReadRow>({ name: 'activity-read', text: readSql, values });
  const pages: ({ last: number; messages: LoggedMessage[] } | undefined)[] = new Array(asks.length);
  for (const row of rows) {
    const { n, last, sequence, direction, provider_id, reply_to, activity, sent_at } = row;
    const page = pages[n - 1] ?? { last, messages: [] };
    pages[n - 1] = page;
    if (sequence !== null) page.messages.push({ sequence, direction, providerId: provider_id, replyTo: reply_to, activity, at: sent_at });
  }
  return pages;
}

const lastSql = `
SELECT asked.n::int AS n, c.last_sequence AS last
FROM unnest($2::bytea[]) WITH ORDINALITY AS asked(lookup, n)
JOIN contact_point point ON point.channel = $1 AND point.lookup = asked.lookup
JOIN conversation c ON c.contact_point_id = point.id`;

interface LastRow {
  readonly n: number;
  readonly last: number;
}

const heardSql = `
SELECT m.sequence FROM contact_point point
JOIN conversation c ON c.contact_point_id = point.id
JOIN message m ON m.conversation_id = c.id AND m.provider_id = $3
WHERE point.channel = $1 AND point.lookup = $2`;

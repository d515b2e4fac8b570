import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Word from process to process that a conversation has moved. It may be lost: whoever needs to be sure reads the log. */
export interface Hints {
  give(name: string, last: number): void;
  close(): Promise<void>;
}

export interface HintsNeeds {
  readonly url: string;
  /** Told what other processes hint, never what this one does. */
  onHint(name: string, last: number): void;
  report(reason: unknown): void;
}

const channel = 'folkmoot_said';
/** PostgreSQL takes less than 8,000 bytes; a name takes 43 and its sequence at most 10. */
const mostAtOnce = 100;
/** Nobody notices so short a wait, and under load one notice tells of many turns. */
const gatherMs = 20;
const openAgainMs = 1_000;
/** A hint that waits longer is told by whoever looks around first. */
const patienceMs = 8_000;
/** Each notice is a transaction of its own; unlike what was said, it need not survive a crash, so that it waits for no disk. */
const listenSql = `SET synchronous_commit = off; LISTEN ${channel}`;

/** PostgreSQL's LISTEN and NOTIFY on a connection of their own, opened again when it breaks; notices gather and go together. */
export function createHints({ url, onHint, report }: HintsNeeds): Hints {
  const self = randomUUID();
  const moved = new Map<string, number>();
  let giving: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;
  let opening: NodeJS.Timeout | undefined;
  let closed = false;

  function openAgain(): void {
    if (closed || opening) return;
    opening = setTimeout(() => {
      opening = undefined;
      void open();
    }, openAgainMs).unref();
  }

  async function open(): Promise<void> {
    const own = { keepAlive: true, query_timeout: patienceMs, application_name: 'folkmoot hints' };
    const fresh = new pg.Client({ connectionString: url, ...own });
    client = fresh;
    fresh.on('error', (reason) => {
      report(reason);
      openAgain();
    });
    fresh.on('end', openAgain);
    fresh.on('notification', ({ payload = '' }) => {
      const [from, ...hints] = payload.split(' ');
      if (from === self) return;
      for (const one of hints) {
        const [name = '', last] = one.split(':');
        onHint(name, Number(last));
      }
    });
    try {
      await fresh.connect();
      await fresh.query(listenSql);
    } catch (reason) {
      if (!closed) report(reason);
      await fresh.end().catch(() => undefined);
      openAgain();
    }
  }
  void open();

  /** A hint that is lost is made up for by whoever looks. */
  async function giveAll(): Promise<void> {
    const all = [...moved].map(([name, last]) => `${name}:${last}`);
    moved.clear();
    try {
      for (let at = 0; at < all.length; at += mostAtOnce) {
        const values = [channel, [self, ...all.slice(at, at + mostAtOnce)].join(' ')];
        await client?.query({ name: 'hint', text: 'SELECT pg_notify($1, $2)', values });
      }
    } catch {
      // The connection broke, which is reported where it is opened again.
    } finally {
      giving = undefined;
      if (moved.size > 0) giveSoon();
    }
  }

  function giveSoon(): void {
    if (!closed) giving ??= setTimeout(() => void giveAll(), gatherMs).unref();
  }

  return {
    give(name, last) {
      moved.set(name, last);
      giveSoon();
    },
    async close() {
      closed = true;
      clearTimeout(opening);
      clearTimeout(giving);
      await giveAll();
      await client?.end().catch(() => undefined);
    },
  };
}

import { randomUUID } from 'node:crypto';
import pg, { type Pool } from 'pg';
import { gather } from './turnLog/gather.ts';

/** Word from process to process that a conversation has moved. It may be lost: whoever needs to be sure reads the log. */
export interface Hints {
  give(name: string, last: number): void;
  close(): Promise<void>;
}

export interface HintsNeeds {
  readonly pool: Pool;
  readonly url: string;
  /** Told what other processes hint, never what this one does. */
  onHint(name: string, last: number): void;
  report(reason: unknown): void;
}

const channel = 'folkmoot_said';
/** PostgreSQL takes less than 8,000 bytes; a name takes 43 and its sequence at most 10. */
const mostAtOnce = 100;
const openAgainMs = 1_000;

/** PostgreSQL's LISTEN and NOTIFY: one connection that listens, opened again when it breaks; notices gather and go together. */
export function createHints({ pool, url, onHint, report }: HintsNeeds): Hints {
  const self = randomUUID();
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
    const fresh = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'folkmoot hints' });
    client = fresh;
    fresh.on('error', (reason) => {
      report(reason);
      openAgain();
    });
    fresh.on('end', openAgain);
    fresh.on('notification', ({ payload = '' }) => {
      const [from, ...moved] = payload.split(' ');
      if (from === self) return;
      for (const one of moved) {
        const [name = '', last] = one.split(':');
        onHint(name, Number(last));
      }
    });
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${channel}`);
    } catch (reason) {
      if (!closed) report(reason);
      await fresh.end().catch(() => undefined);
      openAgain();
    }
  }
  void open();

  const giveTogether = gather(
    async (moved: readonly string[]) => {
      await pool.query({ name: 'hint', text: 'SELECT pg_notify($1, $2)', values: [channel, [self, ...moved].join(' ')] });
      return moved;
    },
    { mostAtOnce, isOnesOwn: () => false },
  );

  return {
    // A hint that is lost is made up for by whoever looks.
    give: (name, last) => void giveTogether(`${name}:${last}`).catch(() => undefined),
    async close() {
      closed = true;
      clearTimeout(opening);
      await client?.end().catch(() => undefined);
    },
  };
}

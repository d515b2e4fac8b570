import { createReceipts, type ReceiptLater, startSending } from '#broadcasts';
import type { Sender } from '#channels/channel.ts';
import { isAway } from '#database/away.ts';
import type { Database } from '#database/open.ts';
import { byIndexAlone, createPool } from '#database/pool.ts';
import { jobConnections, startJobs } from '#jobs/index.ts';
import { loadWords } from '#language/words.ts';
import type { Config } from './config.ts';
import { type Log, withoutValues } from './log.ts';
import type { Services } from './services.ts';

export interface OutboxNeeds {
  readonly config: Pick<Config, 'sending'>;
  readonly database: Pick<Database, 'url'>;
  readonly services: Pick<Services, 'broadcasts' | 'people'>;
  readonly senders: readonly Sender[];
  readonly clock: () => Date;
  /** Counts up with every turn that is heard. */
  readonly turnsHeard: () => number;
  /** Sends replies that were recorded and have not left, where there is a channel that needs it. */
  readonly sendUnsent?: (() => Promise<void>) | undefined;
  readonly log: Log;
}

/** What leaves by itself: broadcasts, and what becomes of them. */
export interface Outbox {
  /** Records what a provider says later of what we sent. */
  onReceipt(receipt: ReceiptLater): Promise<void>;
  /** Begins to send. Without a sender there is nothing to begin. */
  start(): void;
  /** Finishes what is under way. */
  stop(): Promise<void>;
}

/** On each of two channels one claims and two record; receipts come in beside them. Each statement finds its few rows by an index. */
const connections = { name: 'broadcasts', max: 7, told: byIndexAlone };

export function createOutbox({ config, database, services, senders, clock, turnsHeard, sendUnsent, log }: OutboxNeeds): Outbox {
  const broke = (reason: Error) => log.warn(withoutValues(reason), 'a database connection broke');
  const pool = createPool(database.url, broke, connections);
  const jobPool = createPool(database.url, broke, jobConnections);
  const words = loadWords();
  const receipts = createReceipts({ pool, now: clock });
  const { broadcasts, people } = services;
  let running: ReturnType<typeof begin> | undefined;

  function begin() {
    const sending = startSending({
      pool,
      senders,
      perSecond: config.sending.perSecond,
      open: people.open,
      howToStop: (language) => words(language, 'updates.howToStop'),
      now: clock,
      random: Math.random,
      turnsHeard,
      isAway,
      report: (reason) => log.error(withoutValues(reason), 'a broadcast met with a mishap'),
    });
    const jobs = startJobs({
      pool: jobPool,
      jobs: {
        sweep: async () => {
          for (const key of await broadcasts.sweep()) await jobs.ask('fan-out', key, { key });
        },
        'fan-out': async (payload) => {
          const { key } = payload as { key: string };
          while (!(await broadcasts.fanOut(key))) sending.wake();
          sending.wake();
        },
        ...(sendUnsent && { replies: sendUnsent }),
      },
      everyMinute: ['sweep', ...(sendUnsent ? ['replies'] : [])],
      report: (reason, job) => log.warn({ job, ...withoutValues(reason) }, 'a job failed and is tried again'),
    });
    return { sending, jobs };
  }

  return {
    onReceipt: receipts.record,
    start() {
      if (senders.length > 0) running ??= begin();
    },
    async stop() {
      await running?.jobs.stop();
      await running?.sending.stop();
      await Promise.all([pool.end(), jobPool.end()]);
    },
  };
}

import { Logger, type Runner, run, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';

/** Something to do, again if it fails, and once however often it was asked for. */
export type Job = (payload: unknown) => Promise<void>;

export interface JobsNeeds {
  /** Ours to use and not to end: a connection that breaks while it is let go would end the process if nobody heard of it. */
  readonly pool: Pool;
  readonly jobs: Readonly<Record<string, Job>>;
  /** Jobs that are begun at once and then every minute, by one process of however many. */
  readonly everyMinute: readonly string[];
  /** Told of a job that failed, and of a database that is away. */
  report(reason: unknown, job: string): void;
}

export interface Jobs {
  /** Asks for a job. While one of the same name and key waits, there is no second. */
  ask(name: string, key: string, payload: object): Promise<void>;
  /** Lets what is under way finish. */
  stop(): Promise<void>;
}

/** Fan-outs are quick and few. */
const atOnce = 2;
/** One listens, each job may take one, one more to fetch. */
export const jobConnections = { name: 'jobs', max: 4, listens: true } as const;
const beginAgainMs = 5_000;
/** A fan-out that fails this often, over about a day, needs somebody to look: it says so in the log each time. */
const mostAttempts = 20;

/**
 * Jobs kept in PostgreSQL by graphile-worker: wake-ups, cron and retries. It makes its own tables, in a schema of its own. Where its
 * connections fail it is begun again, for as long as we run.
 */
export function startJobs({ pool, jobs, everyMinute, report }: JobsNeeds): Jobs {
  let stopping = false;
  let again: NodeJS.Timeout | undefined;
  const taskList: TaskList = Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      async (payload: unknown) => {
        await job(payload).catch((reason) => {
          report(reason, name);
          throw reason;
        });
      },
    ]),
  );

  async function begin(): Promise<Runner | undefined> {
    try {
      const runner = await run({
        pgPool: pool,
        taskList,
        crontab: everyMinute.map((name) => `* * * * * ${name} ?jobKey=${name}`).join('\n'),
        concurrency: atOnce,
        noHandleSignals: true,
        logger: new Logger(() => () => undefined),
      });
      runner.promise.then(
        () => beginAgain(),
        (reason) => {
          report(reason, 'jobs');
          beginAgain();
        },
      );
      return runner;
    } catch (reason) {
      report(reason, 'jobs');
      beginAgain();
      return undefined;
    }
  }

  function beginAgain(): void {
    if (stopping) return;
    again = setTimeout(() => {
      running = begin();
    }, beginAgainMs).unref();
  }

  async function ask(name: string, jobKey: string, payload: object): Promise<void> {
    const runner = await running;
    await runner?.addJob(name, payload, { jobKey, maxAttempts: mostAttempts });
  }

  let running = begin();
  const begun = Promise.all(everyMinute.map((name) => ask(name, `${name} at the start`, {}).catch((reason) => report(reason, name))));
  return {
    ask,
    async stop() {
      stopping = true;
      clearTimeout(again);
      // The database may go right after us.
      await begun;
      await (await running)?.stop().catch(() => undefined);
    },
  };
}

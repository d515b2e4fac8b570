import { createReceipts, startSending } from '#broadcasts';
import { createSmsSender } from '#channels/sms/sender.ts';
import { isAway } from '#database/away.ts';
import { createPool } from '#database/pool.ts';
import { loadWords } from '#language/words.ts';
import { createSecrets } from '#src/secrets.ts';
import { createServices } from '#src/services.ts';
import { testDatabase } from '#test/setup/database.ts';
import type { Twilio } from './aTwilio.ts';
import { secretKey, subscribe } from './people.ts';
import { accountSid, author, from, monday, publicUrl, second } from './setting.ts';

/** A council over a database of its own: two officers, a clock that goes on from Monday at ten and can be put forward, and texts that go to the stand-in. */
export async function aCouncil(twilio: Pick<Twilio, 'url'>) {
  const database = await testDatabase();
  const secrets = createSecrets(secretKey);
  const words = loadWords();
  let aheadMs = monday.getTime() - performance.now();
  const clock = () => new Date(performance.now() + aheadMs);
  const services = createServices(database, secrets, clock);
  const pool = createPool(database.url, () => undefined, { name: 'broadcasts', max: 4 });
  const mishaps: unknown[] = [];
  const receipts = createReceipts({ pool, now: clock });
  const opened: { stop(): Promise<void> }[] = [];
  await services.staff.add(author, 'officer');
  await services.staff.add(second, 'officer');

  /** A sender as one process has it. */
  function aSender(perSecond = 100_000) {
    const sender = createSmsSender({ accountSid, authToken: 'a token', from, apiUrl: twilio.url, publicUrl, now: clock });
    const sending = startSending({
      pool,
      senders: [sender],
      perSecond: { sms: perSecond, teams: 1 },
      open: services.people.open,
      howToStop: (language) => words(language, 'updates.howToStop'),
      now: clock,
      random: () => 0.5,
      turnsHeard: () => 0,
      isAway,
      report: (reason) => void mishaps.push(reason),
    });
    let stopping: Promise<void> | undefined;
    const stop = () => {
      stopping ??= sending.stop().then(() => sender.close());
      return stopping;
    };
    opened.push({ stop });
    return { ...sending, stop };
  }

  return {
    ...services,
    database,
    pool,
    clock,
    receipts,
    mishaps,
    aSender,
    putForward(ms: number): void {
      aheadMs += ms;
    },
    /** People with numbers of their own who wish to hear about consultations. */
    subscribe: (count: number, who?: Parameters<typeof subscribe>[2]) => subscribe(database.url, count, who),

    /** Drafts and confirms a broadcast and works its audience out, as the jobs do when its time has come. */
    async send(file: string): Promise<void> {
      const { key } = await services.broadcasts.draft(file);
      await services.broadcasts.confirm(key, second);
      await this.sweep();
    },
    async sweep(): Promise<void> {
      for (const key of await services.broadcasts.sweep()) while (!(await services.broadcasts.fanOut(key)));
    },
    deliveries: () => database.prisma.delivery.findMany({ orderBy: [{ broadcastKey: 'asc' }, { id: 'asc' }] }),

    async close(): Promise<void> {
      for (const each of opened) await each.stop();
      await pool.end();
      await database.close();
    },
  };
}

export type Council = Awaited<ReturnType<typeof aCouncil>>;

export const aBroadcast = (lines: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ key: 'parks-open', author, topic: 'consultations', text: 'Parks: have your say. Reply PARKS.', ...lines });

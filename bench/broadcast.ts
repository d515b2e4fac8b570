import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withClient } from '#database/client.ts';
import { median } from './figures.ts';
import { inFolder } from './folder.ts';
import { drive } from './load/drive.ts';
import { people } from './load/people.ts';
import { tellReceipts } from './load/receipts.ts';
import { subscribe } from './load/recipients.ts';
import { readOptions } from './options.ts';
import { type RunningServer, startServer } from './processes/server.ts';
import { inDatabase } from './recorded.ts';
import { inOffice, publishConsultation, startFolkmoot } from './servers/folkmoot.ts';
import { hundredths, table, whole } from './table.ts';
import { report } from './targets.ts';

const flags = ['--import', fileURLToPath(new URL('./processes/inWindow.ts', import.meta.url))];
const author = 'ann@folkmoot.example';
const second = 'bob@folkmoot.example';
const firstRecipient = 500_000;
const mebi = 1_048_576;
/** V8 compiles what it uses for thousands of texts: these come first and do not count. */
const warmUp = 10_000;
/** Nobody is asked more than four times in 28 days, and the last broadcast goes out beside turns. */
const mostRounds = 3;

interface Sent {
  readonly perSecond: number;
  readonly cpuMicros: number;
  readonly databaseMicros: number;
  readonly standInMicros: number;
}

/**
 * Rounds of a broadcast, each between two of the floor (the same requests, nothing recorded); what the provider says later of all of the last (receipts); what
 * it all costs in memory, and what is left for the people who answer.
 */
export async function broadcast(given: readonly string[]): Promise<boolean> {
  const { recipients, turns, rounds } = readOptions(given, { recipients: 50_000, turns: 1_500, rounds: 3 });
  if (rounds > mostRounds) throw new Error(`--rounds is at most ${mostRounds}: nobody is asked more often`);
  return inFolder(async (folder) => {
    const dataDir = join(folder, 'folkmoot');
    const twilio = await startServer({ name: 'twilio', script: 'bench/servers/twilio.ts', environment: {} });
    const api = `http://127.0.0.1:${twilio.port}`;
    await fetch(`${api}/behave`, { method: 'POST', body: JSON.stringify({ mode: 'ok', quiet: true }) });
    const more = { TWILIO_API_URL: api, TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`, SMS_PER_SECOND: '100000' };
    const plain = await startServer({ name: 'floor', script: 'bench/servers/plainSender.ts', environment: { TWILIO_API_URL: api } });
    let ours = await startFolkmoot(dataDir, { more, flags });
    const taken = async () => ((await (await fetch(`${api}/count`)).json()) as { count: number }).count;
    const floor = (count: number, by = 'plain') => measured({ sender: plain, twilio, count }, () => sendPlain(plain, count, by));
    try {
      await publishConsultation(dataDir);
      await subscribe(dataDir, 'town:main', firstRecipient, recipients);
      await subscribe(dataDir, 'town:warm', firstRecipient + recipients, warmUp);
      await floor(warmUp);
      const twilioClient = await floor(warmUp, 'twilio');

      // Started anew, a server begins at once with what is confirmed.
      await ours.stop();
      await confirm(dataDir, 'warm-up', 'town:warm');
      await workOut(dataDir, 'warm-up');
      ours = await startFolkmoot(dataDir, { more, flags });
      const restingMiB = (await ours.usage()).residentBytes / mebi;
      const memory = watchMemory(ours);
      await until(async () => (await sent(dataDir, 'warm-up')) === warmUp, 60_000);

      let audienceMicros = 0;
      const floors = [await floor(recipients)];
      const broadcasts: Sent[] = [];
      for (let round = 1; round <= rounds; round++) {
        const key = `round-${round}`;
        audienceMicros = (await makeReady(dataDir, key)) / recipients;
        const before = await taken();
        const send = async () => {
          await resume(dataDir, key);
          await until(async () => (await taken()) >= before + recipients, 120_000);
          await until(async () => (await sent(dataDir, key)) === recipients, 10_000);
          return seconds(dataDir, key);
        };
        broadcasts.push(await measured({ sender: ours, twilio, count: recipients }, send));
        floors.push(await floor(recipients));
      }
      const told = `round-${rounds}`;
      const receiptSeconds = await tellReceipts(ours.port, await ids(dataDir, told));
      await until(async () => (await one(dataDir, 'count(delivered_at)::int', told)) === recipients, 10_000);
      const largestMiB = memory();

      await drive({ port: ours.port, connections: 32, people: people(0, turns) });
      const quiet = await drive({ port: ours.port, connections: 32, people: people(turns, turns) });
      await makeReady(dataDir, 'meanwhile');
      await resume(dataDir, 'meanwhile');
      await until(async () => (await sent(dataDir, 'meanwhile')) > 0, 90_000);
      const began = await taken();
      const during = await drive({ port: ours.port, connections: 32, people: people(2 * turns, turns) });
      const meanwhile = (await taken()) - began;

      const rate = (driven: { turns: number; seconds: number }) => driven.turns / driven.seconds;
      const besideFloor = (figure: (sent: Sent) => number) =>
        broadcasts.map((each, at) => figure(each) / ((figure(floors[at] as Sent) + figure(floors[at + 1] as Sent)) / 2));
      const ratios = besideFloor(({ perSecond }) => perSecond);
      // On a machine that others use too the clock says little; what the processors did says more.
      const work = besideFloor(({ cpuMicros, databaseMicros, standInMicros }) => cpuMicros + databaseMicros + standInMicros);
      process.stdout.write(
        `${table([
          ['', 'texts/s', 'CPU µs', 'PostgreSQL CPU µs', "stand-in's CPU µs"],
          ...floors.flatMap((each, at) => {
            const ours = broadcasts[at];
            return [row('the same requests, nothing recorded', each), ...(ours ? [row('Folkmoot, everything recorded', ours)] : [])];
          }),
          row("Twilio's own client, nothing recorded", twilioClient),
        ])}\n\n`,
      );
      process.stdout.write(`${whole(recipients)} recipients. Beside the floor: ${ratios.map(hundredths).join(', ')} of its texts a second, ${work.map(hundredths).join(', ')} times its CPU for a text. Working out the audience: ${whole(audienceMicros)} µs a person.
Receipts, two for each text of the last round: ${whole((2 * recipients) / receiptSeconds)} a second.
Memory ${whole(restingMiB)} MiB at the start, at most ${whole(largestMiB)} MiB, receipts among it.
Turns a second: ${whole(rate(quiet))} alone, ${whole(rate(during))} during a broadcast, which sent ${whole(meanwhile / during.seconds)} texts a second meanwhile.\n\n`);
      return report([
        { says: 'texts a second, beside the same requests without a database', figure: median(ratios), least: 0.5 },
        { says: 'largest memory in MiB', figure: largestMiB, most: 350 },
        { says: 'turns a second during a broadcast, beside turns alone', figure: rate(during) / rate(quiet), least: 0.5 },
      ]);
    } finally {
      for (const server of [ours, plain, twilio]) await server.stop();
    }
  });
}

const row = (name: string, { perSecond, cpuMicros, databaseMicros, standInMicros }: Sent) => [
  name,
  whole(perSecond),
  whole(cpuMicros),
  databaseMicros ? whole(databaseMicros) : '-',
  whole(standInMicros),
];

interface Measuring {
  readonly sender: RunningServer;
  readonly twilio: RunningServer;
  readonly count: number;
}

/** What all that takes part in some work uses of the processors; `work` says in how many seconds it was done. */
async function measured({ sender, twilio, count }: Measuring, work: () => Promise<number>): Promise<Sent> {
  const used = async () =>
    [(await sender.usage()).cpuMicros, (await sender.databaseCpu()) ?? Number.NaN, (await twilio.usage()).cpuMicros] as const;
  const before = await used();
  const seconds = await work();
  const [cpuMicros = 0, databaseMicros = 0, standInMicros = 0] = (await used()).map(
    (micros, at) => (micros - (before[at] as number)) / count,
  );
  return { perSecond: count / seconds, cpuMicros, databaseMicros, standInMicros };
}

async function sendPlain(server: RunningServer, count: number, by: string): Promise<number> {
  const { seconds } = (await (await fetch(`http://127.0.0.1:${server.port}/send?count=${count}&by=${by}`)).json()) as { seconds: number };
  return seconds;
}

/** A broadcast to everybody who hears about a place, drafted by one and confirmed by another. */
async function confirm(dataDir: string, key: string, place: string): Promise<void> {
  await inOffice(dataDir, async ({ staff, broadcasts }) => {
    await staff.add(author, 'officer');
    await staff.add(second, 'officer');
    await broadcasts.draft(
      JSON.stringify({
        key,
        author,
        topic: 'consultations',
        text: 'Parks: have your say. Reply BENCHMARK.',
        audience: { places: [place] },
      }),
    );
    await broadcasts.confirm(key, second);
  });
}

/** A broadcast that begins when it is resumed: its audience is worked out before, in microseconds, to be measured by itself. */
async function makeReady(dataDir: string, key: string): Promise<number> {
  await confirm(dataDir, key, 'town:main');
  await inOffice(dataDir, ({ broadcasts }) => broadcasts.pause(key));
  return workOut(dataDir, key);
}

const resume = (dataDir: string, key: string) => inOffice(dataDir, ({ broadcasts }) => broadcasts.resume(key));

/** Works an audience out, in microseconds. */
async function workOut(dataDir: string, key: string): Promise<number> {
  const began = performance.now();
  await inOffice(dataDir, async ({ broadcasts }) => {
    while (!(await broadcasts.fanOut(key)));
  });
  return (performance.now() - began) * 1000;
}

const sent = (dataDir: string, key: string) => one(dataDir, 'count(sent_at)::int', key);
/** From the first text that was taken to the last. */
const seconds = (dataDir: string, key: string) => one(dataDir, 'extract(epoch FROM max(sent_at) - min(sent_at))::float8', key);

const one = async (dataDir: string, figure: string, key: string) => (await figures(dataDir, figure, key))[0] ?? Number.NaN;
const ids = (dataDir: string, key: string) => figures(dataDir, 'id', key);

function figures(dataDir: string, figure: string, key: string): Promise<readonly number[]> {
  return inDatabase(dataDir, (url) =>
    withClient(url, async (client) => {
      const { rows } = await client.query<{ figure: number }>(`SELECT ${figure} AS figure FROM delivery WHERE broadcast_key = $1`, [key]);
      return rows.map((row) => row.figure);
    }),
  );
}

function watchMemory(server: RunningServer): () => number {
  let largest = 0;
  const timer = setInterval(async () => {
    const { residentBytes } = await server.usage();
    largest = Math.max(largest, residentBytes / mebi);
  }, 250);
  return () => {
    clearInterval(timer);
    return largest;
  };
}

async function until(question: () => Promise<boolean>, withinMs: number): Promise<void> {
  for (const deadline = performance.now() + withinMs; performance.now() < deadline; await pause(500)) if (await question()) return;
  throw new Error(`still not after ${withinMs / 1000} s: ${question}`);
}

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withClient } from '#database/client.ts';
import { inFolder } from './folder.ts';
import { drive } from './load/drive.ts';
import { people } from './load/people.ts';
import { subscribe } from './load/recipients.ts';
import { readOptions } from './options.ts';
import { type RunningServer, startServer } from './processes/server.ts';
import { inDatabase } from './recorded.ts';
import { inOffice, publishConsultation, startFolkmoot } from './servers/folkmoot.ts';
import { table, whole } from './table.ts';
import { report } from './targets.ts';

const flags = ['--import', fileURLToPath(new URL('./processes/inWindow.ts', import.meta.url))];
const author = 'ann@folkmoot.example';
const second = 'bob@folkmoot.example';
const firstRecipient = 500_000;
const mebi = 1_048_576;
/** V8 compiles what it uses for thousands of texts: these come first and do not count. */
const warmUp = 10_000;

interface Sent {
  readonly perSecond: number;
  readonly cpuMicros: number;
  readonly databaseMicros: number;
}

/** A broadcast beside the floor of the same requests, what it costs in memory, and what is left for the people who answer. */
export async function broadcast(given: readonly string[]): Promise<boolean> {
  const { recipients, turns } = readOptions(given, { recipients: 50_000, turns: 1_500 });
  return inFolder(async (folder) => {
    const dataDir = join(folder, 'folkmoot');
    const twilio = await startServer({ name: 'twilio', script: 'bench/servers/twilio.ts', environment: {} });
    const api = `http://127.0.0.1:${twilio.port}`;
    await fetch(`${api}/behave`, { method: 'POST', body: JSON.stringify({ mode: 'ok', quiet: true }) });
    const more = { TWILIO_API_URL: api, TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`, SMS_PER_SECOND: '100000' };
    const plain = await startServer({ name: 'floor', script: 'bench/servers/plainSender.ts', environment: { TWILIO_API_URL: api } });
    let ours = await startFolkmoot(dataDir, { more, flags });
    try {
      await publishConsultation(dataDir);
      await subscribe(dataDir, 'town:main', firstRecipient, recipients);
      await subscribe(dataDir, 'town:warm', firstRecipient + recipients, warmUp);
      await sendPlain(plain, warmUp, 'plain');
      const before = await sendPlain(plain, recipients, 'plain');
      const twilioClient = await sendPlain(plain, warmUp, 'twilio');

      // Started anew, a server begins at once with what is confirmed. Audiences are worked out before, to be measured by themselves.
      await ours.stop();
      await confirm(dataDir, 'warm-up', 'town:warm');
      await workOut(dataDir, 'warm-up');
      await confirm(dataDir, 'first', 'town:main');
      const audienceMicros = (await workOut(dataDir, 'first')) / recipients;
      ours = await startFolkmoot(dataDir, { more, flags });
      const restingMiB = (await ours.usage()).residentBytes / mebi;
      const memory = watchMemory(ours);
      await until(async () => (await counts(dataDir, 'warm-up')).sent === warmUp, 60_000);
      const first = await watch(ours, dataDir, 'first', recipients);
      const largestMiB = memory();
      const after = await sendPlain(plain, recipients, 'plain');

      await drive({ port: ours.port, connections: 32, people: people(0, turns) });
      const quiet = await drive({ port: ours.port, connections: 32, people: people(turns, turns) });
      await confirm(dataDir, 'second', 'town:main');
      await until(async () => (await counts(dataDir, 'second')).sent > 0, 90_000);
      const began = (await counts(dataDir, 'second')).sent;
      const during = await drive({ port: ours.port, connections: 32, people: people(2 * turns, turns) });
      const meanwhile = (await counts(dataDir, 'second')).sent - began;

      const rate = (driven: { turns: number; seconds: number }) => driven.turns / driven.seconds;
      const floor = (before.perSecond + after.perSecond) / 2;
      const row = (name: string, sent: Sent) => [name, whole(sent.perSecond), whole(sent.cpuMicros), whole(sent.databaseMicros)];
      process.stdout.write(
        `${table([
          ['', 'texts/s', 'CPU µs', 'PostgreSQL CPU µs'],
          row('Folkmoot, everything recorded', first),
          row('the same requests, nothing recorded (before)', before),
          row('the same requests, nothing recorded (after)', after),
          row("Twilio's own client, nothing recorded", twilioClient),
        ])}\n\n`,
      );
      process.stdout.write(`${whole(recipients)} recipients. Working out the audience: ${whole(audienceMicros)} µs a person. Memory ${whole(restingMiB)} MiB at the start, at most ${whole(largestMiB)} MiB.
Turns a second: ${whole(rate(quiet))} alone, ${whole(rate(during))} during a broadcast, which sent ${whole(meanwhile / during.seconds)} texts a second meanwhile.\n\n`);
      return report([
        { says: 'texts a second, beside the same requests without a database', figure: first.perSecond / floor, least: 0.5 },
        { says: 'largest memory in MiB', figure: largestMiB, most: 350 },
        { says: 'turns a second during a broadcast, beside turns alone', figure: rate(during) / rate(quiet), least: 0.5 },
      ]);
    } finally {
      for (const server of [ours, plain, twilio]) await server.stop();
    }
  });
}

async function sendPlain(server: RunningServer, count: number, by: string): Promise<Sent> {
  const { cpuMicros } = await server.usage();
  const { seconds } = (await (await fetch(`http://127.0.0.1:${server.port}/send?count=${count}&by=${by}`)).json()) as { seconds: number };
  return { perSecond: count / seconds, cpuMicros: ((await server.usage()).cpuMicros - cpuMicros) / count, databaseMicros: Number.NaN };
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

/** Works an audience out, in microseconds. */
async function workOut(dataDir: string, key: string): Promise<number> {
  const began = performance.now();
  await inOffice(dataDir, async ({ broadcasts }) => {
    while (!(await broadcasts.fanOut(key)));
  });
  return (performance.now() - began) * 1000;
}

/** From the first text that is taken in hand to the last that is recorded. */
async function watch(server: RunningServer, dataDir: string, key: string, recipients: number): Promise<Sent> {
  const [usage, database] = [await server.usage(), (await server.databaseCpu()) ?? Number.NaN];
  await until(async () => (await counts(dataDir, key)).sent === recipients, 120_000);
  const { seconds } = await counts(dataDir, key);
  return {
    perSecond: recipients / seconds,
    cpuMicros: ((await server.usage()).cpuMicros - usage.cpuMicros) / recipients,
    databaseMicros: (((await server.databaseCpu()) ?? Number.NaN) - database) / recipients,
  };
}

interface Counts {
  readonly sent: number;
  readonly seconds: number;
}

function counts(dataDir: string, key: string): Promise<Counts> {
  return inDatabase(dataDir, (url) =>
    withClient(url, async (client) => {
      const { rows } = await client.query<Counts>(
        `SELECT count(sent_at)::int AS sent, extract(epoch FROM max(sent_at) - min(sent_at))::float8 AS seconds FROM delivery WHERE broadcast_key = $1`,
        [key],
      );
      return rows[0] ?? { sent: 0, seconds: Number.NaN };
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

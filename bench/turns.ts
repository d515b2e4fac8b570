import { join } from 'node:path';
import { median } from './figures.ts';
import { inFolder } from './folder.ts';
import { drive } from './load/drive.ts';
import { people, type Step, turnsEach } from './load/people.ts';
import { type Figures, measure } from './measure.ts';
import { readOptions } from './options.ts';
import { generateClient } from './peer/client.ts';
import { type RunningServer, startServer } from './processes/server.ts';
import { checkRecorded } from './recorded.ts';
import { publishConsultation, startFolkmoot } from './servers/folkmoot.ts';
import { hundredths, table, tenths, whole } from './table.ts';
import { report, type Target } from './targets.ts';

const names = {
  ours: 'Folkmoot, durable',
  form: '(1) restify: form, signature, TwiML',
  echo: '(2) the same with a Bot Framework echo',
  peer: '(3) the sample pattern over Prisma',
} as const;
type Contestant = keyof typeof names;
const contestants = Object.keys(names) as Contestant[];

type Servers = Readonly<Record<Contestant, RunningServer>>;
type Round = Readonly<Record<Contestant, Figures>>;

/** The peer takes many times as long for a turn: in a round it gets a tenth of the people, so that each has the machine for about as long. */
const peerShare = 10;

/** Our turns beside two floors and a peer, round by round on the same machine. */
export async function turns(given: readonly string[]): Promise<boolean> {
  const { numbers, connections, rounds: howMany } = readOptions(given, { numbers: 2000, connections: 32, rounds: 4 });
  return inFolder(async (folder) => {
    const dataDir = join(folder, 'folkmoot');
    const servers = await startAll(folder, dataDir);
    try {
      await warmUp(servers, { numbers, connections });
      const rounds: Round[] = [];
      for (let round = 1; round <= howMany; round++) rounds.push(await runRound(servers, { numbers, connections, from: round * numbers }));
      print(rounds);
      const everybody = people(0, (howMany + 1) * numbers);
      await checkRecorded(dataDir, everybody);
      process.stdout.write(`In the database: ${whole(everybody.length)} responses sent, every answer right, every text heard once.\n\n`);
      return report(targets(rounds));
    } finally {
      for (const server of Object.values(servers)) await server.stop();
    }
  });
}

async function startAll(folder: string, dataDir: string): Promise<Servers> {
  const client = join(folder, 'peer-client');
  await generateClient(client);
  const floor = (name: string) => startServer({ name, script: `bench/servers/${name}.ts`, environment: {} });
  const environment = { DATA_DIR: join(folder, 'peer'), PEER_CLIENT: client };
  const ours = await startFolkmoot(dataDir);
  await publishConsultation(dataDir);
  return {
    ours,
    form: await floor('form'),
    echo: await floor('echo'),
    peer: await startServer({ name: 'peer', script: 'bench/servers/samplePattern.ts', environment }),
  };
}

const echoed = { expects: ({ said }: Step) => [said] };

/** Each server gets a whole load before anything counts: V8 goes on compiling what it uses for more than ten thousand turns. */
async function warmUp({ ours, form, echo, peer }: Servers, { numbers, connections }: Load): Promise<void> {
  const everybody = people(0, numbers);
  await drive({ port: ours.port, connections, people: everybody });
  await drive({ port: form.port, connections, people: everybody, ...echoed });
  await drive({ port: echo.port, connections, people: everybody, ...echoed });
  await drive({ port: peer.port, connections, people: everybody });
}

type Load = Readonly<Record<'numbers' | 'connections', number>>;

async function runRound(servers: Servers, { numbers, connections, from }: Load & { readonly from: number }): Promise<Round> {
  const everybody = people(from, numbers);
  const someOfThem = everybody.slice(0, Math.ceil(numbers / peerShare));
  return {
    echo: await measure(servers.echo, { connections, people: everybody, ...echoed }),
    ours: await measure(servers.ours, { connections, people: everybody }),
    form: await measure(servers.form, { connections, people: everybody, ...echoed }),
    peer: await measure(servers.peer, { connections, people: someOfThem }),
  };
}

const over = (rounds: readonly Round[], figure: (round: Round) => number): number => median(rounds.map(figure));

function targets(rounds: readonly Round[]): readonly Target[] {
  const rate = (beside: Contestant) => over(rounds, (round) => round.ours.turnsPerSecond / round[beside].turnsPerSecond);
  return [
    { says: 'turns a second, beside the echo', figure: rate('echo'), least: 0.5 },
    { says: 'server CPU a turn, beside the echo', figure: over(rounds, ({ ours, echo }) => ours.serverCpu / echo.serverCpu), most: 2 },
    { says: 'turns a second, beside the sample pattern', figure: rate('peer'), least: 4 },
    { says: 'p99 in ms', figure: over(rounds, ({ ours }) => ours.p99Ms), most: 40 },
  ];
}

function print(rounds: readonly Round[]): void {
  const head = ['', 'turns/s', 'server CPU µs', 'PostgreSQL CPU µs', 'p50 ms', 'p95 ms', 'p99 ms', 'other programs'];
  const rows = contestants.map((contestant) => {
    const middle = (figure: keyof Figures) => over(rounds, (round) => round[contestant][figure]);
    const perTurn = [whole(middle('turnsPerSecond')), whole(middle('serverCpu')), whole(middle('databaseCpu'))];
    const waits = [tenths(middle('p50Ms')), tenths(middle('p95Ms')), tenths(middle('p99Ms'))];
    return [names[contestant], ...perTurn, ...waits, `${whole(100 * middle('others'))}%`];
  });
  const ratios = rounds.map(({ ours, echo }) => hundredths(ours.turnsPerSecond / echo.turnsPerSecond)).join(' ');
  process.stdout.write(`${table([head, ...rows])}\n
Medians of ${rounds.length} rounds, ${turnsEach} turns a person. Turns a second beside the echo, round by round: ${ratios}\n`);
}

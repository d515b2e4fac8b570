import { join } from 'node:path';
import { median } from './figures.ts';
import { inFolder } from './folder.ts';
import { people, type Step, turnsEach } from './load/people.ts';
import { type Figures, measure } from './measure.ts';
import { readOptions } from './options.ts';
import { generateClient } from './peer/client.ts';
import { type RunningServer, startServer } from './processes/server.ts';
import { checkRecorded } from './recorded.ts';
import { dataDirIn, startFolkmoot } from './servers/folkmoot.ts';
import { hundredths, table, tenths, whole } from './table.ts';
import { report, type Target } from './targets.ts';

/** The peer takes ten times as long for a turn: it gets a tenth of the people, so that each has the machine for as long. */
const peerShare = 10;
/** Rounds are counted after a load that lets every server compile what it uses. */
const warmUpPeople = 150;

type Contestant = 'ours' | 'form' | 'echo' | 'peer';
const names: Readonly<Record<Contestant, string>> = {
  ours: 'Folkmoot, durable',
  form: '(1) restify: form, signature, TwiML',
  echo: '(2) the same with a Bot Framework echo',
  peer: '(3) sample pattern over Prisma',
};
const order = Object.keys(names) as Contestant[];

/** Our turns beside two floors and a peer, round by round on the same machine. */
export async function turns(given: readonly string[]): Promise<boolean> {
  const options = readOptions(given, { numbers: 2000, connections: 32, rounds: 5 });
  return inFolder(async (folder) => {
    const servers = await startAll(folder);
    try {
      await runRound(servers, { ...options, numbers: warmUpPeople, from: 0 });
      const rounds: Round[] = [];
      for (let round = 0; round < options.rounds; round++) {
        rounds.push(await runRound(servers, { ...options, from: warmUpPeople + round * options.numbers }));
      }
      print(rounds);
      const all = people(0, warmUpPeople + options.rounds * options.numbers);
      await checkRecorded(dataDirIn(folder), all);
      process.stdout.write(`\nIn the database: ${whole(all.length)} responses sent, every answer right, every message once.\n\n`);
      return report(targets(rounds));
    } finally {
      for (const server of Object.values(servers)) await server.stop();
    }
  });
}

type Servers = Readonly<Record<Contestant, RunningServer>>;
type Round = Readonly<Record<Contestant, Figures>>;

async function startAll(folder: string): Promise<Servers> {
  const client = join(folder, 'peer-client');
  await generateClient(client);
  const floor = (name: string) => startServer({ name, script: `bench/servers/${name}.ts`, folder, environment: {} });
  const environment = { DATA_DIR: join(folder, 'peer'), PEER_CLIENT: client };
  return {
    ours: await startFolkmoot(folder),
    form: await floor('form'),
    echo: await floor('echo'),
    peer: await startServer({ name: 'peer', script: 'bench/servers/samplePattern.ts', folder, environment }),
  };
}

async function runRound(
  servers: Servers,
  { numbers, connections, from }: Record<'numbers' | 'connections' | 'from', number>,
): Promise<Round> {
  const everybody = people(from, numbers);
  const someOfThem = everybody.slice(0, Math.ceil(numbers / peerShare));
  const echoed = { expects: ({ said }: Step) => [said] };
  return {
    ours: await measure(servers.ours, { connections, people: everybody }),
    form: await measure(servers.form, { connections, people: everybody, ...echoed }),
    echo: await measure(servers.echo, { connections, people: everybody, ...echoed }),
    peer: await measure(servers.peer, { connections, people: someOfThem }),
  };
}

const over = (rounds: readonly Round[], figure: (round: Round) => number): number => median(rounds.map(figure));

function targets(rounds: readonly Round[]): readonly Target[] {
  return [
    {
      says: 'turns a second, beside the echo',
      figure: over(rounds, ({ ours, echo }) => ours.turnsPerSecond / echo.turnsPerSecond),
      least: 0.5,
    },
    { says: 'server CPU a turn, beside the echo', figure: over(rounds, ({ ours, echo }) => ours.serverCpu / echo.serverCpu), most: 2 },
    {
      says: 'turns a second, beside the sample pattern',
      figure: over(rounds, ({ ours, peer }) => ours.turnsPerSecond / peer.turnsPerSecond),
      least: 4,
    },
    { says: 'p99 in ms', figure: over(rounds, ({ ours }) => ours.p99Ms), most: 40 },
  ];
}

function print(rounds: readonly Round[]): void {
  const head = ['', 'turns/s', 'server CPU µs', 'PostgreSQL CPU µs', 'p50 ms', 'p95 ms', 'p99 ms'];
  const rows = order.map((contestant) => {
    const middle = (figure: keyof Figures) => over(rounds, (round) => round[contestant][figure]);
    const perTurn = [whole(middle('turnsPerSecond')), whole(middle('serverCpu')), whole(middle('databaseCpu'))];
    return [names[contestant], ...perTurn, tenths(middle('p50Ms')), tenths(middle('p95Ms')), tenths(middle('p99Ms'))];
  });
  process.stdout.write(`${table([head, ...rows])}\n`);
  const ratios = rounds.map(({ ours, echo }) => hundredths(ours.turnsPerSecond / echo.turnsPerSecond)).join(' ');
  process.stdout.write(
    `\nMedians of ${rounds.length} rounds, ${turnsEach} turns a person. Ours beside the echo, round by round: ${ratios}\n`,
  );
}

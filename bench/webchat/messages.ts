import { join } from 'node:path';
import { median } from '../figures.ts';
import { driveChats, openChats } from '../load/driveChats.ts';
import { people, turnsEach } from '../load/people.ts';
import { type Figures, measureWork } from '../measure.ts';
import type { RunningServer } from '../processes/server.ts';
import { checkRecorded } from '../recorded.ts';
import { hundredths, table, tenths, whole } from '../table.ts';
import type { Target } from '../targets.ts';
import { type Contestant, type Contestants, startContestants } from './contestants.ts';

export interface Load {
  /** How many speak at a time. */
  readonly conversations: number;
  /** How many conversations there are in a round, one after another. */
  readonly numbers: number;
  readonly rounds: number;
}

/** V8 compiles more of the server over some 10,000 messages. */
const warmUpRounds = 2;

type Round = Readonly<Record<'bare' | 'floor' | 'ours' | 'two' | 'across', Figures>> & { readonly peer?: Figures };

/** Messages from posted to replied, ours beside a floor and a peer, round by round on the same machine; every reply and row is checked. */
export async function messages(folder: string, load: Load): Promise<readonly Target[]> {
  const dataDir = join(folder, 'folkmoot');
  const servers: RunningServer[] = [];
  try {
    const contestants = await startContestants(folder, dataDir, servers);
    let serial = 0;
    const run = async (contestant: Contestant): Promise<Figures> => {
      const everybody = people(serial, Math.ceil(load.numbers / contestant.onePersonIn));
      if (contestant.expects === undefined) serial += everybody.length;
      const { portOf, open, expects } = contestant;
      const chats = await openChats({ portOf, open, people: everybody, lanes: load.conversations });
      try {
        return await measureWork(contestant.servers, () => driveChats(chats, expects));
      } finally {
        chats.close();
      }
    };
    for (let round = 1; round <= warmUpRounds; round++) await runRound(contestants, run);
    const rounds: Round[] = [];
    for (let round = 1; round <= load.rounds; round++) rounds.push(await runRound(contestants, run));
    print(contestants, rounds);
    const everybody = people(0, serial);
    await checkRecorded(dataDir, everybody, everybody.length);
    process.stdout.write(`In the database: ${whole(serial)} responses sent, every answer right, every message heard once.\n\n`);
    return targets(rounds);
  } finally {
    for (const server of servers) await server.stop();
  }
}

async function runRound({ bare, floor, ours, two, across, peer }: Contestants, run: (one: Contestant) => Promise<Figures>): Promise<Round> {
  return {
    floor: await run(floor),
    ours: await run(ours),
    bare: await run(bare),
    ...(peer && { peer: await run(peer) }),
    two: await run(two),
    across: await run(across),
  };
}

const over = (rounds: readonly Round[], figure: (round: Round) => number | undefined): number =>
  median(rounds.map((round) => figure(round) ?? Number.NaN));

const beside = (floor: 'bare' | 'floor') => (round: Round) => round.ours.turnsPerSecond / round[floor].turnsPerSecond;

function targets(rounds: readonly Round[]): readonly Target[] {
  const besidePeer = over(rounds, ({ ours, peer }) => peer && ours.turnsPerSecond / peer.turnsPerSecond);
  return [
    { says: 'messages a second, beside restify and ws with its tokens checked', figure: over(rounds, beside('floor')), least: 0.4 },
    { says: 'messages a second, beside offline-directline', figure: besidePeer, least: 3 },
  ];
}

function print(contestants: Contestants, rounds: readonly Round[]): void {
  const head = ['', 'messages/s', 'server CPU µs', 'PostgreSQL CPU µs', 'load CPU µs', 'p50 ms', 'p95 ms', 'p99 ms', 'other programs'];
  const rows = (['ours', 'bare', 'floor', 'peer', 'two', 'across'] as const).flatMap((key) => {
    const contestant = contestants[key];
    if (!contestant) return [];
    const middle = (figure: keyof Figures) => over(rounds, (round) => round[key]?.[figure]);
    const perMessage = (['turnsPerSecond', 'serverCpu', 'databaseCpu', 'loadCpu'] as const).map((figure) => whole(middle(figure)));
    const waits = (['p50Ms', 'p95Ms', 'p99Ms'] as const).map((figure) => tenths(middle(figure)));
    return [[contestant.name, ...perMessage, ...waits, `${whole(100 * middle('others'))}%`]];
  });
  const ratios = (floor: 'bare' | 'floor') => rounds.map(beside(floor)).map(hundredths).join(' ');
  process.stdout.write(`${table([head, ...rows])}\n
Medians of ${rounds.length} rounds, ${turnsEach} messages a person. Messages a second, round by round, beside (1): ${ratios('bare')}; beside (2): ${ratios('floor')}\n`);
  if (!contestants.peer) process.stdout.write('(3) is left out: offline-directline could not be fetched from the registry.\n');
}

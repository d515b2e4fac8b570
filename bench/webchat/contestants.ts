import { join } from 'node:path';
import type { OpenChat } from '../load/chat.ts';
import type { Step } from '../load/people.ts';
import { openPolledChat } from '../load/polledChat.ts';
import { openStreamedChat } from '../load/streamedChat.ts';
import { fetchOfflineDirectLine } from '../peer/offlineDirectLine.ts';
import { type RunningServer, startServer } from '../processes/server.ts';
import { publishConsultation, secretKey, startFolkmoot } from '../servers/folkmoot.ts';

/** Whoever answers web chat, and how its clients reach it. */
export interface Contestant {
  readonly name: string;
  readonly servers: readonly RunningServer[];
  /** Where the requests of a lane go. */
  readonly portOf: (lane: number) => number;
  readonly open: OpenChat;
  /** What a reply must hold, where it is not the consultation that answers. */
  readonly expects?: (step: Step) => readonly string[];
  /** It is so slow that it gets only one person in so many: each has the machine for about as long. */
  readonly onePersonIn: number;
}

export type Contestants = Readonly<Record<'bare' | 'floor' | 'ours' | 'two' | 'across', Contestant>> & {
  /** Missing where there is no registry to fetch it from. */
  readonly peer?: Contestant;
};

const echoed = ({ said }: Step): readonly string[] => [said];

/** Starts everything that is compared; `servers` gets each as soon as it runs, the last to be stopped first. */
export async function startContestants(folder: string, dataDir: string, servers: RunningServer[]): Promise<Contestants> {
  const started = async (starting: Promise<RunningServer>): Promise<RunningServer> => {
    const server = await starting;
    servers.unshift(server);
    return server;
  };
  const one = await started(startFolkmoot(dataDir));
  await publishConsultation(dataDir);
  const other = await started(startFolkmoot(dataDir));
  const floor = (environment: { TOKEN_KEY?: string }) =>
    started(startServer({ name: 'stream', script: 'bench/servers/stream.ts', environment }));
  const peer = await startPeer(folder, started);

  const both = [one, other] as const;
  const portOf = (lane: number) => (both[lane % 2] as RunningServer).port;
  const streamed =
    (at: (lane: number) => number): OpenChat =>
    (line, lane) =>
      openStreamedChat(line, at(lane));
  return {
    bare: alone('(1) restify and ws', await floor({}), echoed),
    floor: alone('(2) the same, with its tokens checked', await floor({ TOKEN_KEY: secretKey }), echoed),
    ours: alone('Folkmoot, durable', one),
    two: { name: 'two processes, each with its own people', servers: both, portOf, open: streamed(portOf), onePersonIn: 1 },
    across: {
      name: 'two processes, posted to one, heard from the other',
      servers: both,
      portOf,
      open: streamed((lane) => portOf(lane + 1)),
      onePersonIn: 1,
    },
    ...(peer && { peer }),
  };
}

function alone(name: string, server: RunningServer, expects?: Contestant['expects']): Contestant {
  const { port } = server;
  const open: OpenChat = (line) => openStreamedChat(line, port);
  return { name, servers: [server], portOf: () => port, open, onePersonIn: 1, ...(expects && { expects }) };
}

async function startPeer(
  folder: string,
  started: (starting: Promise<RunningServer>) => Promise<RunningServer>,
): Promise<Contestant | undefined> {
  const PEER_FOLDER = join(folder, 'peer');
  if (!(await fetchOfflineDirectLine(PEER_FOLDER))) return undefined;
  const bot = await started(startServer({ name: 'bot', script: 'bench/servers/plainBot.ts', environment: {} }));
  const environment = { PEER_FOLDER, BOT_URL: `http://127.0.0.1:${bot.port}` };
  const server = await started(startServer({ name: 'peer', script: 'bench/servers/offlineDirectLine.ts', environment }));
  return {
    name: '(3) offline-directline and a plain bot',
    servers: [server, bot],
    portOf: () => server.port,
    open: openPolledChat,
    expects: echoed,
    onePersonIn: 4,
  };
}

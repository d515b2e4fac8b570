import { join } from 'node:path';
import { openChats } from '../load/driveChats.ts';
import { socketsToHave } from '../load/openFiles.ts';
import { people } from '../load/people.ts';
import { openStreamedChat } from '../load/streamedChat.ts';
import { publishConsultation, startFolkmoot } from '../servers/folkmoot.ts';
import { tenths, whole } from '../table.ts';
import type { Target } from '../targets.ts';

const lanes = 64;
/** Opened before anything counts, and left open: what the server learns once is no conversation's, and what they used is not used again. */
const warmUp = 1000;

/** What the server holds for each of many conversations that were begun and are listened to while nothing is said. */
export async function idle(folder: string, wished: number): Promise<readonly Target[]> {
  const sockets = (await socketsToHave(wished + warmUp)) - warmUp;
  const dataDir = join(folder, 'idle');
  const server = await startFolkmoot(dataDir);
  try {
    await publishConsultation(dataDir);
    const { port } = server;
    const open = (from: number, count: number) =>
      openChats({ portOf: () => port, lanes, people: people(from, count), open: (line) => openStreamedChat(line, port) });
    const first = await open(0, warmUp);
    const before = await server.settledUsage();
    const chats = await open(warmUp, sockets);
    const after = await server.settledUsage();
    for (const each of [first, chats]) each.close();
    const closed = await server.settledUsage();
    const resident = (after.residentBytes - before.residentBytes) / sockets / 1024;
    const held = (after.heldBytes - closed.heldBytes) / (warmUp + sockets) / 1024;
    process.stdout.write(`${whole(sockets)} idle conversations: the process grew by ${tenths(resident)} KiB for each, from `);
    process.stdout.write(`${whole(before.residentBytes / 1e6)} MB; ${tenths(held)} KiB of V8's memory are let go with each.\n\n`);
    return [{ says: 'memory for each idle conversation in KiB', figure: Math.max(resident, held), most: 16 }];
  } finally {
    await server.stop();
  }
}

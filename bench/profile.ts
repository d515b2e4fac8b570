import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inFolder } from './folder.ts';
import { type Driven, drive } from './load/drive.ts';
import { driveChats, openChats } from './load/driveChats.ts';
import { type Person, people, turnsEach } from './load/people.ts';
import { openStreamedChat } from './load/streamedChat.ts';
import { readOptions } from './options.ts';
import { type CpuProfile, placesOf } from './profile/places.ts';
import { countFromNextStart, type Statement, takeStatements } from './profile/statements.ts';
import { publishConsultation, startFolkmoot } from './servers/folkmoot.ts';
import { hundredths, table, tenths, whole } from './table.ts';

const warmUpPeople = 2000;

/**
 * Where the time of a turn goes: in which folders and libraries, and in which statements. By text, or with `--webchat` by web chat. Both
 * watchers cost something, so these are shares, not figures to quote.
 */
export async function profile(given: readonly string[]): Promise<boolean> {
  const { numbers, connections } = readOptions(
    given.filter((word) => word !== '--webchat'),
    { numbers: 2000, connections: 32 },
  );
  const ready = given.includes('--webchat') ? byWebchat : byText;
  return inFolder(async (folder) => {
    const dataDir = join(folder, 'folkmoot');
    const first = await startFolkmoot(dataDir);
    await publishConsultation(dataDir);
    await countFromNextStart(dataDir);
    await first.stop();

    const server = await startFolkmoot(dataDir);
    try {
      const { port } = server;
      await (await ready(port, connections, people(0, warmUpPeople)))();
      const work = await ready(port, connections, people(warmUpPeople, numbers));
      await takeStatements(dataDir);
      const file = join(folder, 'turns.cpuprofile');
      const [before, databaseBefore] = [await server.usage(), await server.databaseCpu()];
      await server.profiled(file, work);
      const [after, databaseAfter] = [await server.usage(), await server.databaseCpu()];
      const turns = numbers * turnsEach;
      print(JSON.parse(await readFile(file, 'utf8')), turns);
      printStatements(await takeStatements(dataDir), turns);
      process.stdout.write(`\nCPU a turn while watched: server ${whole((after.cpuMicros - before.cpuMicros) / turns)} µs, `);
      process.stdout.write(`PostgreSQL ${whole(((databaseAfter ?? Number.NaN) - (databaseBefore ?? 0)) / turns)} µs\n`);
      return true;
    } finally {
      await server.stop();
    }
  });
}

/** Gets a load ready; what it gives back begins it. */
type Ready = (port: number, connections: number, people: readonly Person[]) => Promise<() => Promise<Driven>>;

const byText: Ready = async (port, connections, people) => () => drive({ port, connections, people });

const byWebchat: Ready = async (port, connections, people) => {
  const chats = await openChats({ portOf: () => port, lanes: connections, people, open: (line) => openStreamedChat(line, port) });
  return () => driveChats(chats).finally(chats.close);
};

function print(cpuProfile: CpuProfile, turns: number): void {
  const places = placesOf(cpuProfile);
  const all = places.reduce((sum, [, micros]) => sum + micros, 0);
  const rows = places
    .filter(([, micros]) => micros > all / 200)
    .map(([place, micros]) => [place, tenths(micros / turns), tenths((100 * micros) / all)]);
  process.stdout.write(`${table([['where', 'µs a turn', '%'], ...rows])}\n\n`);
}

function printStatements(statements: readonly Statement[], turns: number): void {
  const rows = statements
    .slice(0, 8)
    .map(({ text, calls, ms, walBytes }) => [
      nameOf(text),
      hundredths(calls / turns),
      hundredths(turns / calls),
      whole((ms * 1000) / calls),
      whole((ms * 1000) / turns),
      whole(walBytes / turns),
    ]);
  process.stdout.write(`${table([['statement', 'a turn', 'turns to one', 'µs each', 'µs a turn', 'WAL bytes a turn'], ...rows])}\n`);
}

/** Enough of a statement to know it by. */
function nameOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 60);
}

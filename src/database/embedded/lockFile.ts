import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './runAs.ts';

/** What a running server says of itself in `postmaster.pid`. https://www.postgresql.org/docs/18/storage-file-layout.html */
export interface Lock {
  readonly pid: number;
  readonly socketDir: string;
}

const fileIn = (cluster: string) => join(cluster, 'postmaster.pid');
const readText = (cluster: string) => readFile(fileIn(cluster), 'utf8').catch(() => '');

export async function readLock(cluster: string): Promise<Lock | undefined> {
  return parse(await readText(cluster));
}

/** Whether a process is the server of these files. A number that a dead server left may by now be anybody's. */
export async function isServer(cluster: string, pid: number): Promise<boolean> {
  return (await commandOf(pid)).includes(` -D ${cluster} `);
}

/**
 * A power cut, or a container that is started again, leaves the file behind. The server takes any living process of the same user for
 * another server and refuses to start; it excepts its own parent. So where the number is not a server's we put our own in its place,
 * and leave every other safeguard (such as memory still in use) to the server.
 */
export async function disownStaleLock(cluster: string): Promise<void> {
  const text = await readText(cluster);
  const lock = parse(text);
  if (!lock || (await isServer(cluster, lock.pid))) return;
  await writeFile(fileIn(cluster), text.replace(/^\d+/, String(process.pid)));
}

function parse(text: string): Lock | undefined {
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, socketDir: lines[4]?.trim() ?? '' } : undefined;
}

/** The words with which a process was started, by spaces; nothing when there is no such process, or none that is ours to ask. */
function commandOf(pid: number): Promise<string> {
  const asked =
    process.platform === 'linux'
      ? readFile(`/proc/${pid}/cmdline`, 'utf8').then((words) => words.replaceAll('\0', ' '))
      : run('/bin/ps', ['-ww', '-o', 'command=', '-p', String(pid)], undefined);
  return asked.catch(() => '');
}

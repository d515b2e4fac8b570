import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cpuOfChildren } from './processTree.ts';
import type { Request, Usage } from './tellUsage.ts';
import { toldByStart } from './toldByStart.ts';

export interface ServerToStart {
  readonly name: string;
  /** Under the project. */
  readonly script: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What Node itself is told besides. */
  readonly flags?: readonly string[];
}

export interface RunningServer {
  readonly name: string;
  readonly port: number;
  /** From the start of the process to the first 200 of `/readyz`. */
  readonly readyAfterMs: number;
  usage(): Promise<Usage>;
  /** After its garbage was collected. */
  settledUsage(): Promise<Usage>;
  /** Runs some work while the server notes where it spends its time; the profile goes into a file. */
  profiled(file: string, work: () => Promise<unknown>): Promise<void>;
  /** What the database server that it started has used of the processors, in microseconds. */
  databaseCpu(): Promise<number | undefined>;
  /** SIGTERM, and waits until it is gone. */
  stop(): Promise<void>;
}

const project = fileURLToPath(new URL('../../', import.meta.url));
const readyWithinMs = 60_000;
const stopWithinMs = 30_000;

/**
 * Starts a server as a process of its own, told what `npm start` tells ours, and waits until it is ready. Its log goes through a pipe, as it
 * does where one is collected.
 */
export async function startServer({ name, script, environment, flags = [] }: ServerToStart): Promise<RunningServer> {
  const [port, told] = await Promise.all([freePort(), toldByStart()]);
  const began = performance.now();
  const tellUsage = join(project, 'bench/processes/tellUsage.ts');
  const child = spawn(process.execPath, [...told.flags, ...flags, '--import', tellUsage, join(project, script)], {
    cwd: project,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...told.environment, ...environment, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said = endOfLog(child);
  await ready(child, port, said).catch(async (reason: unknown) => {
    await stop(child, name);
    throw reason;
  });
  const readyAfterMs = performance.now() - began;

  return {
    name,
    port,
    readyAfterMs,
    usage: () => ask(child, { tell: 'usage' }),
    settledUsage: () => ask(child, { tell: 'usage without garbage' }),
    async profiled(file, work) {
      await ask(child, { tell: 'profile' });
      await work();
      await ask(child, { tell: 'end of profile', file });
    },
    databaseCpu: () => cpuOfChildren(child.pid as number),
    stop: () => stop(child, name),
  };
}

/** Reads all that it says, so that it never waits, and keeps the end. */
function endOfLog(child: ChildProcess): () => string {
  let end = '';
  const keep = (text: Buffer) => {
    end = (end + text.toString('latin1')).slice(-2000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => end;
}

async function ask(child: ChildProcess, request: Request): Promise<Usage> {
  const told = once(child, 'message');
  child.send(request);
  return (await told)[0] as Usage;
}

async function ready(child: ChildProcess, port: number, said: () => string): Promise<void> {
  for (const deadline = performance.now() + readyWithinMs; performance.now() < deadline; await pause(5)) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
  }
  throw new Error(`the server was not ready after ${readyWithinMs / 1000} s: ${said()}`);
}

async function stop(child: ChildProcess, name: string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const inTime = await Promise.race([gone.then(() => true), pause(stopWithinMs, false, { ref: false })]);
  if (inTime) return;
  child.kill('SIGKILL');
  throw new Error(`${name} did not stop within ${stopWithinMs / 1000} s`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

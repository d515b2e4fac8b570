import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readLock } from '#database/embedded/lockFile.ts';
import { findPlace } from '#database/embedded/place.ts';
import { pause } from '#database/embedded/postmaster.ts';
import { messagesIn } from '../channels/sms/aWebhook.ts';
import { asForm, signatureOf } from '../channels/sms/signing.ts';

const projectDir = fileURLToPath(new URL('../..', import.meta.url));
const token = 'a token for journeys only';
const publicUrl = 'https://folkmoot.example.org';
const path = '/api/sms/inbound';

/** A journey takes seconds; on a machine that is busy with something else it may take many. */
export const journeyMs = 90_000;

export type Environment = Readonly<Record<string, string>>;

/** One text as Twilio posts it. The same `id` is the same text again. */
export interface Said {
  readonly from: string;
  readonly body: string;
  readonly id: string;
}

export interface Answered {
  readonly status: number;
  readonly texts: readonly string[];
  readonly retryAfter: string | undefined;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly ms: number;
}

export interface RunningServer {
  readonly child: ChildProcess;
  readonly url: string;
  readonly port: number;
  /** How long it took to be ready. */
  readonly startMs: number;
  /** What it wrote, standard output and error. */
  readonly log: readonly string[];
  /** Sends a text. Rejects where no answer comes. */
  text(said: Said): Promise<Answered>;
  get(path: string): Promise<{ readonly status: number; readonly headers: Headers; readonly body: string }>;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ended>;
  readonly ended: Promise<Ended>;
}

/** Data folders and processes that a journey makes, so that it can clear up after itself. */
export function createJourney() {
  const folders: string[] = [];
  const children: ChildProcess[] = [];

  function folder(): string {
    const made = mkdtempSync(join(tmpdir(), 'folkmoot-journey-'));
    folders.push(made);
    return made;
  }

  /** Starts a program of the project in a process of its own, with nothing in its environment but what is given. */
  function run(words: readonly string[], environment: Environment): { child: ChildProcess; log: string[]; ended: Promise<Ended> } {
    const [command = '', ...rest] = words;
    const child = spawn(command, rest, {
      cwd: projectDir,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    children.push(child);
    const began = performance.now();
    const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ms: performance.now() - began }));
    const log: string[] = [];
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', (line) => log.push(line));
    return { child, log, ended };
  }

  /** Starts the whole server and waits until it is ready. */
  async function start(environment: Environment, words = [process.execPath, 'src/main.ts']): Promise<RunningServer> {
    const began = performance.now();
    const { child, log, ended } = run(words, {
      PORT: '0',
      PUBLIC_URL: publicUrl,
      TWILIO_AUTH_TOKEN: token,
      RATE_LIMIT_PER_CONTACT: '1000000',
      ...environment,
    });
    let over = false;
    void ended.then(() => {
      over = true;
    });
    const port = await until(() => {
      if (over) throw new Error(`The server ended at once:\n${log.join('\n')}`);
      return portIn(log);
    }, 30_000);
    const startMs = performance.now() - began;
    const url = `http://127.0.0.1:${port}`;
    const agent = new Agent({ keepAlive: true, maxSockets: 64 });
    return {
      child,
      url,
      port,
      startMs,
      log,
      ended,
      text: (said) => post(said, port, agent),
      async get(at) {
        const response = await fetch(url + at);
        return { status: response.status, headers: response.headers, body: await response.text() };
      },
      async end(signal) {
        const asked = performance.now();
        child.kill(signal);
        return { ...(await ended), ms: performance.now() - asked };
      },
    };
  }

  /** Whether a server of PostgreSQL still runs for a data folder. */
  async function databaseRuns(dataDir: string): Promise<boolean> {
    const { cluster } = await findPlace(dataDir);
    return (await readLock(cluster)) !== undefined;
  }

  async function clearUp(): Promise<void> {
    for (const child of children) child.kill('SIGKILL');
    for (const made of folders) {
      const { home, cluster } = await findPlace(made);
      const lock = await readLock(cluster);
      if (lock) process.kill(lock.pid, 'SIGQUIT');
      for (const each of [home, made]) await rm(each, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    }
  }

  return { folder, run, start, databaseRuns, clearUp };
}

/** Asks again and again until there is an answer. */
export async function until<T>(question: () => T | Promise<T>, withinMs = 10_000): Promise<NonNullable<T>> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (performance.now() > deadline) throw new Error(`Still nothing after ${withinMs} ms: ${question}`);
    await pause(10);
  }
}

function portIn(log: readonly string[]): number | undefined {
  const ready = log.find((line) => line.includes('"msg":"ready"'));
  return ready ? (JSON.parse(ready) as { port: number }).port : undefined;
}

function post({ from, body, id }: Said, port: number, agent: Agent): Promise<Answered> {
  const fields = { MessageSid: id, From: from, To: '+447700900999', Body: body, NumMedia: '0', AccountSid: `AC${'0'.repeat(32)}` };
  const form = asForm(fields);
  return new Promise((resolve, reject) => {
    const asked = request({
      port,
      path,
      agent,
      method: 'POST',
      host: '127.0.0.1',
      timeout: 20_000,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': Buffer.byteLength(form),
        'X-Twilio-Signature': signatureOf(token, publicUrl + path, fields),
      },
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer in 20 s')));
    asked.on('error', reject);
    asked.on('response', (response) => {
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (data: string) => {
        answer += data;
      });
      response.on('error', reject);
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        resolve({ status, texts: status === 200 ? messagesIn(answer) : [], retryAfter: response.headers['retry-after'] });
      });
    });
    asked.end(form);
  });
}

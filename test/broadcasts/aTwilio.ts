import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Taken {
  readonly sid: string;
  readonly form: Readonly<Record<'To' | 'Body' | 'ValidityPeriod' | 'StatusCallback', string>>;
}

export interface Behaviour {
  readonly mode: 'ok' | 'down' | 'busy' | 'drop' | 'dropAfter' | 'refuse';
  readonly code?: number;
  readonly times?: number;
  readonly delayMs?: number;
}

/** The stand-in for Twilio, in a process of its own. */
export async function aTwilio() {
  const script = fileURLToPath(new URL('../../bench/servers/twilio.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { env: { PATH: process.env.PATH }, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { port } = JSON.parse(line) as { port: number };
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    texts: async () => (await (await fetch(`${url}/texts`)).json()) as readonly Taken[],
    counts: async () => (await (await fetch(`${url}/count`)).json()) as { readonly count: number; readonly asked: number },
    behave: async (behaviour: Behaviour) => void (await fetch(`${url}/behave`, { method: 'POST', body: JSON.stringify(behaviour) })),
    async close(): Promise<void> {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

export type Twilio = Awaited<ReturnType<typeof aTwilio>>;

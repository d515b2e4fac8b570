import { createRequire } from 'node:module';
import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import type { Shown } from './aChat.ts';

export { ConnectionStatus };

// What the client finds in a browser.
Object.assign(globalThis, { XMLHttpRequest: createRequire(import.meta.url)('xhr2'), WebSocket });

export interface ClientOptions {
  readonly domain: string;
  readonly token: string;
  readonly webSocket: boolean;
  readonly conversationId?: string;
  readonly watermark?: string;
}

/** The official client, unmodified, and what it has seen. */
export interface Client {
  /** The token that it began with. */
  readonly token: string;
  readonly directLine: DirectLine;
  readonly activities: Shown[];
  readonly statuses: ConnectionStatus[];
  /** The texts that were seen, ours with `<`. */
  said(): readonly string[];
  /** Gives back the id, or "retry" where the client says so. */
  post(text: string, clientActivityID?: string): Promise<string>;
  /** Waits until something holds. */
  until(holds: (client: Client) => boolean, withinMs?: number): Promise<void>;
  end(): void;
}

export function aClient(options: ClientOptions): Client {
  const directLine = new DirectLine({ ...options, pollingInterval: 200, timeout: 2_000 });
  const activities: Shown[] = [];
  const statuses: ConnectionStatus[] = [];
  const waiting = new Set<() => void>();
  const look = () => {
    for (const each of waiting) each();
  };
  directLine.activity$.subscribe(
    (activity) => {
      activities.push(activity as unknown as Shown);
      look();
    },
    () => look(),
  );
  directLine.connectionStatus$.subscribe((status) => {
    statuses.push(status);
    look();
  });

  const client: Client = {
    token: options.token,
    directLine,
    activities,
    statuses,
    said: () => activities.map(({ from, text }) => `${from.role === 'bot' ? '<' : '>'} ${text}`),
    post: (text, clientActivityID) =>
      new Promise((resolve, reject) => {
        const activity = { type: 'message', text, from: { id: 'forged' }, channelData: { clientActivityID } };
        directLine.postActivity(activity as unknown as Activity).subscribe(resolve, reject);
      }),
    until: (holds, withinMs = 10_000) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (!holds(client)) return;
          waiting.delete(check);
          resolve();
        };
        const tooLate = () => {
          waiting.delete(check);
          reject(new Error(`still not: ${holds}\n${statuses.join(' ')}\n${client.said().join('\n')}`));
        };
        AbortSignal.timeout(withinMs).addEventListener('abort', tooLate);
        waiting.add(check);
        check();
      }),
    end: () => directLine.end(),
  };
  return client;
}

import { once } from 'node:events';
import { WebSocket } from 'ws';
import { type Chat, said } from './chat.ts';
import type { Connection } from './connection.ts';
import { asked, jsonRequest } from './request.ts';

export const directLine = '/v3/directline';

export interface Begun {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

interface Shown {
  readonly id: string;
  readonly from: { readonly role: string };
  readonly replyToId?: string;
  readonly channelData?: { readonly clientActivityID?: string };
}

/** A token, then a conversation that is begun. */
export async function begin(line: Connection): Promise<Begun> {
  const { token } = await asked<Begun>(line, jsonRequest('POST', `${directLine}/tokens/generate`, { body: {} }));
  return asked<Begun>(line, jsonRequest('POST', `${directLine}/conversations`, { token, body: {} }));
}

/** Where a stream is, whatever the server calls itself. */
export function pathOf({ streamUrl }: Begun): string {
  const { pathname, search } = new URL(streamUrl);
  return pathname + search;
}

/** Says something in a conversation; gives back the id that it got. */
export async function sayIn(line: Connection, { conversationId, token }: Begun, text: string, name: string): Promise<string> {
  const path = `${directLine}/conversations/${conversationId}/activities`;
  const { id } = await asked<{ id: string }>(line, jsonRequest('POST', path, { token, body: said(text, name) }));
  return id;
}

/** Posts over HTTP and hears over a web socket, which another process of the same service may hold. Ready when the welcome is there. */
export async function openStreamedChat(line: Connection, streamPort: number): Promise<Chat> {
  const begun = await begin(line);
  const socket = new WebSocket(`ws://127.0.0.1:${streamPort}${pathOf(begun)}`, { perMessageDeflate: false });
  await once(socket, 'message');

  let names = 0;
  let waiting: ReturnType<typeof waitFor> | undefined;
  socket.on('message', (frame: Buffer) => waiting?.hear(frame.toString('utf8')));
  socket.on('error', (reason) => waiting?.reject(reason));
  socket.on('close', () => waiting?.reject(new Error('the server closed the web socket')));

  return {
    async say(text) {
      names += 1;
      const name = `message ${names}`;
      waiting = waitFor(name);
      const [id, { ownId, ...heard }] = await Promise.all([sayIn(line, begun, text, name), waiting.promise]);
      if (id !== ownId) throw new Error(`"${text}" was recorded as ${id} and shown as ${ownId}`);
      return heard;
    },
    close: () => void socket.terminate(),
  };
}

/** Waits for one's own message to come back and for what replies to it. */
function waitFor(name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<{ reply: string; at: number; ownId: string }>();
  let ownId: string | undefined;
  function hear(frame: string): void {
    const { activities } = JSON.parse(frame) as { activities: readonly Shown[] };
    ownId ??= activities.find(({ from, channelData }) => from.role === 'user' && channelData?.clientActivityID === name)?.id;
    if (ownId !== undefined && activities.some(({ replyToId }) => replyToId === ownId))
      resolve({ reply: frame, at: performance.now(), ownId });
  }
  return { promise, reject, hear };
}

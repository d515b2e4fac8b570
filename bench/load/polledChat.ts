import { type Chat, said } from './chat.ts';
import type { Connection } from './connection.ts';
import { asked, jsonRequest } from './request.ts';

interface Told {
  readonly activities: readonly { readonly id: string; readonly replyToId?: string }[];
  readonly watermark: number;
}

/**
 * As a client of `offline-directline` speaks: it has no web sockets, so that what is new is asked for. The official client asks once a
 * second; this one asks as soon as its post is answered, by when the bot has replied: no client of it can be faster.
 */
export async function openPolledChat(line: Connection): Promise<Chat> {
  const { conversationId } = await asked<{ conversationId: string }>(line, jsonRequest('POST', '/directline/conversations', { body: {} }));
  const path = `/directline/conversations/${conversationId}/activities`;
  let names = 0;
  let watermark = 0;
  return {
    async say(text) {
      names += 1;
      const { id } = await asked<{ id: string }>(line, jsonRequest('POST', path, { body: said(text, `message ${names}`) }));
      const told = await asked<Told>(line, jsonRequest('GET', `${path}?watermark=${watermark}`));
      watermark = told.watermark;
      if (!told.activities.some(({ replyToId }) => replyToId === id)) throw new Error(`nothing replied to "${text}"`);
      return { reply: JSON.stringify(told.activities), at: performance.now() };
    },
    close: () => undefined,
  };
}

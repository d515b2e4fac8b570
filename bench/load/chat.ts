import type { Connection } from './connection.ts';

/** A conversation by web chat as the page of its person holds it: one that was begun. */
export interface Chat {
  /** Says something and waits for the answer to the request and for the reply. Throws where either is not the right one's. */
  say(text: string): Promise<Heard>;
  close(): void;
}

export interface Heard {
  /** All that was shown in reply, as it came. */
  readonly reply: string;
  /** When the reply was there: `performance.now()`. */
  readonly at: number;
}

/** Begins a conversation; `line` takes its requests. */
export type OpenChat = (line: Connection, place: number) => Promise<Chat>;

/** What a page posts when its person says something. `name` is the page's own name for it. */
export function said(text: string, name: string): object {
  const now = new Date().toISOString();
  return {
    type: 'message',
    text,
    textFormat: 'plain',
    locale: 'en-GB',
    localTimestamp: now,
    localTimezone: 'Europe/London',
    from: { id: '', name: '', role: 'user' },
    channelData: { clientActivityID: name, clientTimestamp: now },
  };
}

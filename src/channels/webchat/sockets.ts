import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Words } from '#language/words.ts';
import type { Recorded } from '../channel.ts';
import { Listener } from './listener.ts';
import type { Log } from './log.ts';
import type { Ticket } from './tokens.ts';

export interface SocketLimits {
  /** Two tabs, and the extra sockets that the official client opens after a lost token. */
  readonly perConversation: number;
  /** Of one process, at less than 10 KB each: see docs/performance.md. */
  readonly inAll: number;
  /** A socket that has not answered from one ping to the next is gone, or does not read what is sent before the ping. */
  readonly pingMs: number;
}

export const socketLimits: SocketLimits = { perConversation: 10, inAll: 10_000, pingMs: 25_000 };

/** Clients send empty frames to keep the line open, and nothing else. Bytes. */
const largestFrame = 1024;

export interface Sockets {
  /** Whether one more may be opened in this conversation. */
  hasRoomFor(conversation: string): boolean;
  /** Opens a socket for somebody who may read. */
  open(upgrade: Upgrade, ticket: Ticket): void;
  /** What a turn in this process recorded. */
  tell(conversation: string, messages: readonly Recorded[]): void;
  readonly size: number;
  close(): void;
}

export interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

/** A conversation that somebody reads here. */
interface Followed {
  readonly listeners: Set<Listener>;
  unfollow(): void;
}

/** The open web sockets of this process, by conversation. */
export function createSockets({ log, words }: { readonly log: Log; readonly words: Words }, limits: SocketLimits): Sockets {
  // Compression would cost twenty times the memory for each socket and half the rate.
  const server = new WebSocketServer({ noServer: true, clientTracking: false, perMessageDeflate: false, maxPayload: largestFrame });
  const conversations = new Map<string, Followed>();
  let size = 0;

  const pinging = setInterval(() => {
    for (const { listeners } of conversations.values()) {
      for (const listener of listeners) if (!listener.stillThere()) listener.drop();
    }
  }, limits.pingMs).unref();

  /** Returns how to leave. */
  function join(conversation: string, listener: Listener): () => void {
    const followed = conversations.get(conversation) ?? follow(conversation);
    followed.listeners.add(listener);
    size += 1;
    return () => {
      size -= 1;
      followed.listeners.delete(listener);
      if (followed.listeners.size > 0) return;
      followed.unfollow();
      conversations.delete(conversation);
    };
  }

  function follow(conversation: string): Followed {
    const listeners = new Set<Listener>();
    const unfollow = log.follow(conversation, (last) => {
      for (const each of listeners) each.catchUp(last);
    });
    const followed = { listeners, unfollow };
    conversations.set(conversation, followed);
    return followed;
  }

  return {
    hasRoomFor: (conversation) => size < limits.inAll && (conversations.get(conversation)?.listeners.size ?? 0) < limits.perConversation,
    open({ request, socket, head }, { conversation, user, after }) {
      server.handleUpgrade(request, socket, head, (ws) => {
        const listener = new Listener(ws, { reader: { conversation, user, words }, after, log });
        const gone = join(conversation, listener);
        ws.on('pong', () => {
          listener.isAlive = true;
        });
        ws.on('error', () => ws.terminate());
        ws.on('close', gone);
        listener.catchUp(Number.MAX_SAFE_INTEGER);
      });
    },
    tell(conversation, messages) {
      for (const listener of conversations.get(conversation)?.listeners ?? []) listener.hear(messages);
    },
    get size() {
      return size;
    },
    close() {
      clearInterval(pinging);
      for (const { listeners } of conversations.values()) for (const listener of listeners) listener.goAway();
    },
  };
}

import type { WebSocket } from 'ws';
import type { Recorded } from '../channel.ts';
import { activitySet, type Reader } from './activity.ts';
import type { Log } from './log.ts';

/**
 * What may wait for a socket that reads slowly, in bytes; more, and it is dropped. Its client comes back with its watermark and misses
 * nothing. A turn says a few hundred bytes, so that a slow telephone stays well below.
 */
export const mostUnread = 64 * 1024;

/** One web socket and how far it has been told. It is sent every message once, in order. */
export class Listener {
  readonly #ws: WebSocket;
  readonly #reader: Reader;
  readonly #log: Pick<Log, 'read'>;
  #told: number;
  #reading = false;
  #moved = false;
  /** Whether it has been heard of since it was last asked. */
  isAlive = true;

  constructor(ws: WebSocket, { reader, after, log }: { readonly reader: Reader; readonly after: number; readonly log: Pick<Log, 'read'> }) {
    this.#ws = ws;
    this.#reader = reader;
    this.#told = after;
    this.#log = log;
  }

  /** What was just recorded here. Read from the log where something is missing in between. */
  hear(messages: readonly Recorded[]): void {
    const last = messages.at(-1)?.sequence ?? 0;
    if (this.#reading || messages[0]?.sequence !== this.#told + 1) {
      this.catchUp(last);
    } else if (this.#ws.bufferedAmount > mostUnread) {
      this.#ws.terminate();
    } else {
      this.#told = last;
      const set = activitySet(this.#reader, messages);
      if (set.activities.length > 0) this.#ws.send(JSON.stringify(set));
    }
  }

  /** Reads on until nothing is new. A page is sent when the one before it has left, so that a long history waits in the database. */
  catchUp(last: number): void {
    if (last <= this.#told) return;
    this.#moved = true;
    if (!this.#reading) void this.#readOn();
  }

  /** Whether it may stay: it has answered since the last time. Asks again. */
  stillThere(): boolean {
    if (!this.isAlive) return false;
    this.isAlive = false;
    this.#ws.ping();
    return true;
  }

  drop(): void {
    this.#ws.terminate();
  }

  /** The client comes back to whichever process is there then. */
  goAway(): void {
    this.#ws.close(1001);
  }

  async #readOn(): Promise<void> {
    this.#reading = true;
    try {
      while (this.#moved && this.#ws.readyState === this.#ws.OPEN) {
        this.#moved = false;
        const page = await this.#log.read(this.#reader.conversation, this.#told);
        const last = page?.messages.at(-1)?.sequence;
        if (!page || last === undefined) continue;
        const set = activitySet(this.#reader, page.messages);
        this.#told = last;
        if (set.activities.length > 0) await this.#sent(JSON.stringify(set));
        if (page.last > last) this.#moved = true;
      }
    } catch {
      // The log cannot be read, or the socket is gone: the client comes back with its watermark.
      this.#ws.terminate();
    } finally {
      this.#reading = false;
    }
  }

  #sent(frame: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#ws.send(frame, (reason) => (reason ? reject(reason) : resolve()));
    });
  }
}

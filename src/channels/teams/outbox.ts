import type { Receipt } from '../channel.ts';
import { waitBeforeNext } from './backOff.ts';
import type { Connectors } from './connectors.ts';
import type { TeamsNeeds } from './needs.ts';
import { type Sending, send } from './sending.ts';

/** Replies that could not leave: why, and how many. */
export interface Lost {
  /** The contact point's address. */
  readonly conversation: string;
  readonly receipt: Exclude<Receipt, { outcome: 'accepted' }>;
  readonly replies: number;
}

export interface Outbox {
  /** Sends what was said in one turn, in order, after everything said there before. Resolves when it has left or was given up. */
  put(conversation: string, sendings: readonly Sending[]): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Waits no longer before a next try, and resolves when nothing is under way. */
  close(): Promise<void>;
}

/** What we say, conversation by conversation, in the order in which it was recorded. */
export function createOutbox(connectors: Connectors, { pause, random, lost }: Pick<TeamsNeeds, 'pause' | 'random' | 'lost'>): Outbox {
  const last = new Map<string, Promise<void>>();
  const closing = new AbortController();

  async function leave(conversation: string, sendings: readonly Sending[]): Promise<void> {
    for (const [place, sending] of sendings.entries()) {
      const receipt = await tryUntil(sending);
      if (receipt.outcome === 'accepted') continue;
      // What follows makes no sense without it, and would meet the same end.
      lost({ conversation, receipt, replies: sendings.length - place });
      return;
    }
  }

  async function tryUntil(sending: Sending): Promise<Receipt> {
    for (let tries = 1; ; tries++) {
      const receipt = await send(connectors, sending);
      const wait = waitBeforeNext(receipt, tries, random());
      if (wait === undefined || closing.signal.aborted) return receipt;
      await pause(wait, closing.signal).catch(() => undefined);
    }
  }

  async function idle(): Promise<void> {
    await Promise.all(last.values());
  }

  return {
    put(conversation, sendings) {
      const before = last.get(conversation) ?? Promise.resolve();
      const left = before
        .then(() => leave(conversation, sendings))
        .finally(() => {
          if (last.get(conversation) === left) last.delete(conversation);
        });
      last.set(conversation, left);
      return left;
    },
    idle,
    close() {
      closing.abort();
      return idle();
    },
  };
}

import type { Receipt } from '../channel.ts';
import { waitBeforeNext } from './backOff.ts';
import type { Connectors } from './connectors.ts';
import type { TeamsNeeds } from './needs.ts';
import { whyUnreachable } from './refusals.ts';
import { type Sending, send } from './sending.ts';

/** Replies that could not leave: why, and how many. */
export interface Lost {
  /** The contact point's address. */
  readonly conversation: string;
  readonly receipt: Exclude<Receipt, { outcome: 'accepted' }>;
  readonly replies: number;
}

/** The activity that is answered: its id, and the conversation's stable id. */
export interface Heard {
  readonly id: string;
  readonly address: string;
}

/** Teams repeats an activity within minutes if at all. */
const mostRemembered = 5_000;

export interface Outbox {
  /** Sends what was said to one thing heard, in order, after everything said there before. Resolves when it has left or was given up. */
  put(heard: Heard, sendings: readonly Sending[]): Promise<void>;
  /** Whether what was said to this was put here before: Teams may send an activity twice, and is answered once. */
  knows(heard: Heard): boolean;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Waits no longer before a next try, and resolves when nothing is under way. */
  close(): Promise<void>;
}

type OutboxNeeds = Pick<TeamsNeeds, 'pause' | 'random' | 'lost' | 'unreachable' | 'report'>;

/** What we say, conversation by conversation, in the order in which it was recorded. */
export function createOutbox(connectors: Connectors, needs: OutboxNeeds): Outbox {
  const { pause, random, lost, unreachable, report } = needs;
  const answered = new Set<string>();
  const last = new Map<string, Promise<void>>();
  const closing = new AbortController();

  async function leave(conversation: string, sendings: readonly Sending[]): Promise<void> {
    for (const [place, sending] of sendings.entries()) {
      const receipt = await tryUntil(sending);
      if (receipt.outcome === 'accepted' || sending.replaces !== undefined) continue;
      // A card that could not be closed is a blemish, and no more.
      // What follows makes no sense without it, and would meet the same end.
      lost({ conversation, receipt, replies: sendings.length - place });
      const why = receipt.outcome === 'refused' ? whyUnreachable[receipt.reason] : undefined;
      if (why !== undefined) await unreachable(conversation, why).catch(report);
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
    put(heard, sendings) {
      const conversation = heard.address;
      if (answered.size >= mostRemembered) answered.clear();
      answered.add(nameOf(heard));
      const before = last.get(conversation) ?? Promise.resolve();
      const left = before
        .then(() => leave(conversation, sendings))
        .finally(() => {
          if (last.get(conversation) === left) last.delete(conversation);
        });
      last.set(conversation, left);
      return left;
    },
    knows: (heard) => answered.has(nameOf(heard)),
    idle,
    close() {
      closing.abort();
      return idle();
    },
  };
}

/** An activity's id is unique in its conversation, and no further. */
function nameOf({ id, address }: Heard): string {
  return `${address} ${id}`;
}

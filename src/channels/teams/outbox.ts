import type { Receipt } from '../channel.ts';
import { waitBeforeNext } from './backOff.ts';
import type { Connectors } from './connectors.ts';
import type { InHand, TeamsNeeds } from './needs.ts';
import type { Pace } from './pace.ts';
import { whyUnreachable } from './refusals.ts';
import { type Sending, send } from './sending.ts';

/** Replies that could not leave: why, and how many. What may still leave is tried again by whoever looks for what has not left. */
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
/** A record that could not be made for a moment, as the database was away. */
const mostInsisting = 5;
const insistingMs = 500;
/**
 * Room in a conversation is waited for so long: with what it may get in two seconds, what it may get in thirty is never used up for longer.
 * With a call's patience it is less than a reply may be in hand. What finds no room is sent by whoever looks for what has not left.
 */
const longestWaitMs = 20_000;
/** Longer than anybody has a reply in hand who still lives. */
const mostAsked = 50;
const askAgainMs = 1_000;

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

interface Tried {
  readonly inHand: InHand | undefined;
  readonly receipt: Receipt;
}

type OutboxNeeds = Pick<TeamsNeeds, 'pause' | 'random' | 'lost' | 'unreachable' | 'report' | 'departures'>;

/** What we say, conversation by conversation, in the order in which it was recorded. */
export function createOutbox(connectors: Connectors, pace: Pace, needs: OutboxNeeds): Outbox {
  const { pause, random, lost, unreachable, report, departures } = needs;
  const answered = new Set<string>();
  const last = new Map<string, Promise<void>>();
  const closing = new AbortController();

  async function leave(heard: Heard, sendings: readonly Sending[]): Promise<void> {
    for (const [place, sending] of sendings.entries()) {
      const receipt = await tryUntil(heard, sending);
      if (receipt === 'gone') continue;
      // Another process is sending what comes before it, and goes on with it.
      if (receipt === 'busy') return;
      if (receipt.outcome === 'accepted' || sending.replaces !== undefined) continue;
      // A card that could not be closed is a blemish, and no more.
      // What follows makes no sense without it, and would meet the same end.
      lost({ conversation: heard.address, receipt, replies: sendings.length - place });
      const why = receipt.outcome === 'refused' ? whyUnreachable[receipt.reason] : undefined;
      if (why !== undefined) await unreachable(heard.address, why);
      return;
    }
  }

  /** What surely did not leave is given back before each wait, so that it is not held by a process that dies meanwhile. */
  async function tryUntil(heard: Heard, sending: Sending): Promise<Receipt | 'gone' | 'busy'> {
    let inHand: InHand | undefined;
    for (let tries = 1; ; tries++) {
      if (tries > 1) await inHand?.renew();
      const tried = await pace.make(sending, longestWaitMs, () => tryOnce(heard, sending, inHand));
      if (tried === 'gone' || tried === 'busy') return tried;
      if ('outcome' in tried) {
        await insist(inHand?.settle);
        return tried;
      }
      const { receipt } = tried;
      const wait = waitBeforeNext(receipt, tries, random());
      const over = wait === undefined || closing.signal.aborted;
      if (receipt.outcome === 'tryLater') await insist(tried.inHand?.giveBack);
      else if (over) await insist(tried.inHand?.settle);
      if (over) return receipt;
      inHand = receipt.outcome === 'tryLater' ? undefined : tried.inHand;
      await pause(wait, closing.signal).catch(() => undefined);
    }
  }

  async function tryOnce(heard: Heard, sending: Sending, before: InHand | undefined): Promise<Tried | 'gone' | 'busy'> {
    const inHand = before ?? (sending.place === undefined ? undefined : await take(heard, sending.place));
    if (inHand === 'gone' || inHand === 'busy') return inHand;
    return { inHand, receipt: await send(connectors, sending) };
  }

  /** What comes before it may be in the hand of a process that has died: soon it is in nobody's. */
  async function take(heard: Heard, place: number): Promise<InHand | 'gone' | 'busy'> {
    for (let asked = 1; ; asked++) {
      const begun = await departures.begin(heard, place);
      if (begun !== 'busy' || asked === mostAsked || closing.signal.aborted) return begun;
      await pause(askAgainMs, closing.signal).catch(() => undefined);
    }
  }

  async function insist(record: (() => Promise<void>) | undefined): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await record?.();
      } catch (reason) {
        if (tries === mostInsisting) throw reason;
        await pause(insistingMs * tries, closing.signal).catch(() => undefined);
      }
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
        .then(() => leave(heard, sendings))
        // What is recorded and has not left is found again.
        .catch(report)
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

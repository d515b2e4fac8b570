import { nextWindow, openWindow, type SendWindow } from '#calendar/sendWindow.ts';
import type { Outgoing, Receipt, Sender } from '#channels/channel.ts';
import type { BroadcastChannel } from '../definition.ts';
import { createBreaker } from './breaker.ts';
import { type Decided, decide, giveBack, needsStaff } from './decide.ts';
import { createRests } from './rest.ts';
import { createSlots } from './slots.ts';
import type { Claimed, SendingStore } from './store.ts';

export interface LineNeeds {
  readonly channel: BroadcastChannel;
  readonly sender: Sender;
  readonly perSecond: number;
  readonly store: SendingStore;
  readonly now: () => Date;
  readonly random: () => number;
  /** The message for a delivery; nothing where its broadcast is gone. */
  outgoing(claimed: Claimed, window: SendWindow): Promise<Outgoing | undefined>;
  /** Counts up with every turn that is heard: people who answer go before people who are told. */
  readonly turnsHeard: () => number;
  isAway(reason: unknown): boolean;
  report(reason: unknown): void;
}

export interface Line {
  wake(): void;
  /** Claims nothing more, finishes what is under way. */
  stop(): Promise<void>;
}

/** Claimed together, so that the claim costs little; and no more, as a process that is killed leaves as many of them unknown. */
const claimedAtOnce = 250;
/** Under way at the same moment, their recording among it. */
const atOnce = 1024;
/** One claims while the other's calls are under way. */
const claimers = 2;
/** Others may queue something, or somebody may resume a broadcast. */
const lookAgainMs = 1_000;
const longestRestMs = 60_000;
/** STOP is looked at with the claim: a call that did not begin this soon after it has to be claimed anew. */
const claimGoodForMs = 5_000;
/** While people talk to us, so many times as long as a batch took belongs to them. */
const shareOfTurns = 4;
const databaseAgainMs = 500;
/** A database that is away this often in a row, when we have been asked to stop, is not waited for: its deliveries become unknown. */
const mostTriesWhenStopping = 10;

/** Sends what is due on one channel, as long as it runs. Several processes may have a line on the same channel. */
export function startLine(needs: LineNeeds): Line {
  const { store, now, channel } = needs;
  const slots = createSlots(atOnce);
  const rests = createRests();
  const breaker = createBreaker();
  let stopping = false;

  async function deliver(claimed: Claimed, claimedAt: Date, window: SendWindow): Promise<void> {
    const outgoing = await needs.outgoing(claimed, window);
    if (!outgoing || stopping || now().getTime() - claimedAt.getTime() > claimGoodForMs) return record(giveBack(claimed, now()));
    const receipt = await needs.sender.send(outgoing).catch((reason): Receipt => {
      needs.report(reason);
      return { outcome: 'unknown', reason: 'mishap' };
    });
    const at = now();
    if (receipt.outcome === 'tryLater') breaker.noteTrouble(at.getTime(), receipt.afterMs);
    else if (receipt.outcome === 'unknown') breaker.noteTrouble(at.getTime(), undefined);
    else breaker.noteSuccess();
    if (receipt.outcome === 'refused' && needsStaff.has(receipt.reason)) await store.pause(claimed.broadcastKey, receipt.reason, at);
    await record(decide({ ...claimed, reply: outgoing.reply }, receipt, at, needs.random()));
  }

  /** A call's result is worth waiting for the database: without it nobody knows what became of the message. */
  async function record(decided: Decided): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await store.record(decided);
      } catch (reason) {
        if (!needs.isAway(reason)) needs.report(reason);
        if (stopping && tries >= mostTriesWhenStopping) return;
        await rests.rest(databaseAgainMs);
      }
    }
  }

  /** One claim and the calls for it. Returns how long to rest before the next. */
  async function once(): Promise<number> {
    const at = now();
    const window = openWindow(at);
    if (!window) return Math.min(longestRestMs, nextWindow(at).opensAt.getTime() - at.getTime());
    const most = Math.min(claimedAtOnce, breaker.allowed(at.getTime()));
    if (most === 0) return breaker.heldFor(at.getTime());
    const heardBefore = needs.turnsHeard();
    const { claimed, ended } = await store.claim({ channel, now: at, most, perSecond: needs.perSecond });
    for (const one of claimed) {
      await slots.take();
      void deliver(one, at, window).catch(needs.report).finally(slots.free);
    }
    if (claimed.length === 0 && ended === 0) return lookAgainMs;
    if (most === 1) await slots.idle();
    const tookMs = now().getTime() - at.getTime();
    return needs.turnsHeard() === heardBefore ? paceMs(claimed.length, needs.perSecond) : tookMs * shareOfTurns;
  }

  async function run(): Promise<void> {
    while (!stopping) {
      const restMs = await once().catch((reason) => {
        if (!needs.isAway(reason)) needs.report(reason);
        return lookAgainMs;
      });
      if (restMs > 0 && !stopping) await rests.rest(restMs);
    }
  }

  const running = store
    .prepare(channel)
    .catch(needs.report)
    .then(() => Promise.all(Array.from({ length: claimers }, run)));
  return {
    wake: rests.wake,
    async stop() {
      stopping = true;
      rests.wake();
      await running;
      await slots.idle();
    },
  };
}

/** At a slow pace there is nothing to claim before the next few have become due. */
function paceMs(claimed: number, perSecond: number): number {
  return claimed < claimedAtOnce ? Math.min(lookAgainMs, 1000 / perSecond) : 0;
}

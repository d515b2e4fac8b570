import { nextWindow, openWindow, type SendWindow } from '#calendar/sendWindow.ts';
import { needsStaff, type Outgoing, type Receipt, type Sender } from '#channels/channel.ts';
import type { BroadcastChannel } from '../definition.ts';
import { createBreaker } from './breaker.ts';
import { type Decided, decide, giveBack } from './decide.ts';
import { createLanes } from './lanes.ts';
import { createProgress } from './progress.ts';
import { createRecorder } from './recorder.ts';
import { createRests } from './rest.ts';
import type { Claimed, SendingStore } from './store.ts';

export interface LineNeeds {
  readonly channel: BroadcastChannel;
  readonly sender: Sender;
  readonly perSecond: number;
  readonly store: SendingStore;
  readonly now: () => Date;
  readonly random: () => number;
  /** Gets ready whatever the messages for these need. */
  prepare(claimed: readonly Claimed[]): Promise<void>;
  /** The message for a delivery; nothing where it could not be got ready. */
  outgoing(claimed: Claimed, window: SendWindow): Outgoing | undefined;
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
/** Calls under way at the same moment: as many as a sender has connections, so that none waits inside of it. */
const callsAtOnce = 64;
/** With so few left to call the next are claimed, so that the calls need not wait for it. */
const claimAgainAt = 200;
/** Others may queue something, or somebody may resume a broadcast. */
const lookAgainMs = 1_000;
const longestRestMs = 60_000;
/** STOP is looked at with the claim: a call that did not begin this soon after it has to be claimed anew. */
const claimGoodForMs = 5_000;
/** While people talk to us, so many times as long as a batch took belongs to them. */
const shareOfTurns = 2;
const databaseAgainMs = 500;
/**
 * A result is tried to be recorded this often where it is its own fault, or where we have been asked to stop; a database that is away is
 * waited for otherwise. What is given up becomes unknown.
 */
const mostTries = 10;

interface InHand {
  readonly claimed: Claimed;
  readonly claimedAtMs: number;
  readonly window: SendWindow;
}

/** Sends what is due on one channel, as long as it runs. Several processes may have a line on the same channel. */
export function startLine(needs: LineNeeds): Line {
  const { store, now, channel, isAway } = needs;
  const rests = createRests();
  const breaker = createBreaker();
  const progress = createProgress();
  const calls = createLanes<InHand>(callsAtOnce, deliver);
  const recorder = createRecorder<Decided>({
    record: store.record,
    async restAfter(reason, tries) {
      noteMishap(reason);
      if (tries >= mostTries && (stopping || !isAway(reason))) return false;
      await rests.rest(databaseAgainMs);
      return true;
    },
    isOnesOwn: (reason) => !isAway(reason),
  });
  let stopping = false;

  async function deliver({ claimed, claimedAtMs, window }: InHand): Promise<void> {
    const startedAt = now();
    const startedAtMs = startedAt.getTime();
    // While the provider is in trouble nobody else is spent on it.
    const held = stopping || breaker.heldFor(startedAtMs) > 0;
    const outgoing = held || startedAtMs - claimedAtMs > claimGoodForMs ? undefined : outgoingFor(claimed, window);
    if (!outgoing) {
      recorder.add(giveBack(claimed, startedAt));
      return;
    }
    const receipt = await surelySend(outgoing);
    const at = now();
    if (receipt.outcome === 'unknown') breaker.noteTrouble(at.getTime(), undefined);
    else if (receipt.outcome !== 'tryLater') breaker.noteSuccess();
    else if (!receipt.heldBack) breaker.noteTrouble(at.getTime(), receipt.afterMs);
    if (receipt.outcome === 'refused' && needsStaff.has(receipt.reason)) {
      await store.pause(claimed.broadcastKey, receipt.reason, at).catch(noteMishap);
    }
    recorder.add(decide(claimed, receipt, at, needs.random()));
  }

  function outgoingFor(claimed: Claimed, window: SendWindow): Outgoing | undefined {
    try {
      return needs.outgoing(claimed, window);
    } catch (reason) {
      noteMishap(reason);
      return undefined;
    }
  }

  /** Whatever goes wrong in a sender itself, it may have sent the message. */
  async function surelySend(outgoing: Outgoing): Promise<Receipt> {
    try {
      return await needs.sender.send(outgoing);
    } catch (reason) {
      needs.report(reason);
      return { outcome: 'unknown', reason: 'mishap' };
    }
  }

  function noteMishap(reason: unknown): void {
    if (!isAway(reason)) needs.report(reason);
  }

  /** One claim, and its calls as far as the next claim need not wait for them. Returns how long to rest before that. */
  async function once(): Promise<number> {
    const at = now();
    const window = openWindow(at);
    if (!window) return Math.min(longestRestMs, nextWindow(at).opensAt.getTime() - at.getTime());
    const most = Math.min(claimedAtOnce, breaker.allowed(at.getTime()));
    if (most === 0) return breaker.heldFor(at.getTime());
    const heardBefore = needs.turnsHeard();
    const after = progress.after(at.getTime());
    const { claimed, ended } = await store.claim({ channel, now: at, most, perSecond: needs.perSecond, after });
    if (!after) progress.lookedAtAll(now().getTime(), now().getTime() - at.getTime());
    progress.claimed(claimed);
    await needs.prepare(claimed).catch(noteMishap);
    calls.add(claimed.map((one) => ({ claimed: one, claimedAtMs: at.getTime(), window })));
    if (claimed.length === 0 && ended === 0) return lookAgainMs;
    if (most === 1) await calls.idle();
    await Promise.all([calls.down(claimAgainAt), recorder.room()]);
    if (needs.turnsHeard() === heardBefore) return paceMs(claimed.length, needs.perSecond);
    await calls.down(0);
    return (now().getTime() - at.getTime()) * shareOfTurns;
  }

  async function run(): Promise<void> {
    while (!stopping) {
      const restMs = await once().catch((reason) => {
        noteMishap(reason);
        return lookAgainMs;
      });
      if (restMs > 0 && !stopping) await rests.rest(restMs);
    }
  }

  const running = store.prepare(channel).catch(needs.report).then(run);
  return {
    wake: rests.wake,
    async stop() {
      stopping = true;
      rests.wake();
      await running;
      await calls.idle();
      await recorder.idle();
    },
  };
}

/** At a slow pace there is nothing to claim before the next few have become due. */
function paceMs(claimed: number, perSecond: number): number {
  return claimed < claimedAtOnce ? Math.min(lookAgainMs, 1000 / perSecond) : 0;
}

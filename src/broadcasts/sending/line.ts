import { nextWindow, openWindow, type SendWindow } from '#calendar/sendWindow.ts';
import { needsStaff, type Outgoing, type Receipt, type Sender } from '#channels/channel.ts';
import type { BroadcastChannel } from '../definition.ts';
import { createBreaker } from './breaker.ts';
import { type Decided, decide, giveBack, type Tried } from './decide.ts';
import { createLanes } from './lanes.ts';
import { createRecorder } from './recorder.ts';
import { createRests } from './rest.ts';
import type { Claimed, Claims, SendingStore } from './store.ts';

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

/** Nobody was asked: a fault of ours, which somebody may put right meanwhile. */
const notReady: Receipt = { outcome: 'tryLater', reason: 'mishap', heldBack: true };

/** No more than what a call needs: hundreds wait, and what waits is what the collector copies. */
interface InHand extends Tried {
  readonly broadcastKey: string;
  readonly claimedAtMs: number;
  /** Nothing where it could not be got ready. */
  readonly outgoing: Outgoing | undefined;
}

/** Sends what is due on one channel, as long as it runs. Several processes may have a line on the same channel. */
export function startLine(needs: LineNeeds): Line {
  const { store, now, channel, isAway } = needs;
  const rests = createRests();
  const breaker = createBreaker();
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
  let dueAgainAtMs = 0;

  async function deliver(inHand: InHand): Promise<void> {
    const { broadcastKey, claimedAtMs, outgoing } = inHand;
    const startedAt = now();
    const startedAtMs = startedAt.getTime();
    // While the provider is in trouble nobody else is spent on it.
    const held = stopping || breaker.heldFor(startedAtMs) > 0;
    if (held || startedAtMs - claimedAtMs > claimGoodForMs) {
      recorder.add(giveBack(inHand, startedAt));
      return;
    }
    const receipt = outgoing ? await surelySend(outgoing) : notReady;
    const at = now();
    if (receipt.outcome === 'unknown') breaker.noteTrouble(at.getTime(), undefined);
    else if (receipt.outcome !== 'tryLater') breaker.noteSuccess();
    else if (!receipt.heldBack) breaker.noteTrouble(at.getTime(), receipt.afterMs);
    if (receipt.outcome === 'refused' && needsStaff.has(receipt.reason)) {
      await store.pause(broadcastKey, receipt.reason, at).catch(noteMishap);
    }
    recorder.add(decide(inHand, receipt, at, needs.random()));
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

  /** Who is due again goes first. They are few, and looked for once a second. */
  async function claim(at: Date, most: number): Promise<Claims> {
    const what = { channel, now: at, most, perSecond: needs.perSecond };
    if (at.getTime() >= dueAgainAtMs) {
      const due = await store.claimDue(what);
      if (due.claimed.length + due.ended > 0) return due;
      dueAgainAtMs = at.getTime() + lookAgainMs;
    }
    return store.claimNext(what);
  }

  /** Claims and puts in line what is to be called; nothing else of the claim is kept. */
  async function take(at: Date, most: number, window: SendWindow): Promise<{ readonly taken: number; readonly ended: number }> {
    const { claimed, ended } = await claim(at, most);
    await needs.prepare(claimed).catch(noteMishap);
    const claimedAtMs = at.getTime();
    const inHand = claimed.map((one) => {
      const { id, attempt, broadcastKey } = one;
      return { id, attempt, broadcastKey, claimedAtMs, outgoing: outgoingFor(one, window) };
    });
    calls.add(inHand);
    return { taken: inHand.length, ended };
  }

  /** One claim, and its calls as far as the next claim need not wait for them. Returns how long to rest before that. */
  async function once(): Promise<number> {
    const at = now();
    const window = openWindow(at);
    if (!window) return Math.min(longestRestMs, nextWindow(at).opensAt.getTime() - at.getTime());
    const most = Math.min(claimedAtOnce, breaker.allowed(at.getTime()));
    if (most === 0) return breaker.heldFor(at.getTime());
    const heardBefore = needs.turnsHeard();
    const { taken, ended } = await take(at, most, window);
    if (taken === 0 && ended === 0) return lookAgainMs;
    if (most === 1) await calls.idle();
    await Promise.all([calls.down(claimAgainAt), recorder.room()]);
    if (needs.turnsHeard() === heardBefore) return paceMs(taken, needs.perSecond);
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
function paceMs(taken: number, perSecond: number): number {
  return taken < claimedAtOnce ? Math.min(lookAgainMs, 1000 / perSecond) : 0;
}

import { needsStaff, type Receipt, type RefusalReason } from '#channels/channel.ts';
import { waitBefore } from '../attempts.ts';
import { takesTwo, unreachableInWords } from '../unreachable.ts';

/** What is recorded of a delivery after a call; a fact that is not there did not happen. */
export interface Decided {
  readonly id: number;
  readonly attempt: number;
  /** Whether the attempt counts: one that was given back before the call does not. */
  readonly spent: boolean;
  readonly dueAt?: Date;
  readonly sentAt?: Date;
  readonly endedAt?: Date;
  readonly unknownAt?: Date;
  readonly reason?: string;
  readonly providerId?: string;
  /** Nothing can be delivered to this address any more: why, for an officer. */
  readonly unreachable?: string;
  readonly at: Date;
}

/** The provider took it. */
export interface Sent extends Decided {
  readonly sentAt: Date;
  readonly providerId: string;
}

export function isSent(decided: Decided): decided is Sent {
  return decided.sentAt !== undefined && decided.providerId !== undefined;
}

export interface Tried {
  readonly id: number;
  readonly attempt: number;
}

/** What follows from a provider's answer. `random` is from 0 to 1. */
export function decide(tried: Tried, receipt: Receipt, at: Date, random: number): Decided {
  const { id, attempt } = tried;
  const facts: Decided = { id, attempt, spent: true, at };
  switch (receipt.outcome) {
    case 'accepted':
      return { id, attempt, spent: true, at, sentAt: at, providerId: receipt.providerId };
    case 'unknown':
      return { ...facts, unknownAt: at, reason: receipt.reason };
    case 'refused': {
      // Not sent, that much is sure: it waits until somebody has put things right and resumes the broadcast.
      if (needsStaff.has(receipt.reason)) return { ...facts, dueAt: at, reason: receipt.reason };
      return { ...facts, endedAt: at, reason: receipt.reason, ...unreachableFor(receipt.reason) };
    }
    case 'tryLater': {
      const wait = waitBefore(attempt, random, receipt.afterMs);
      if (wait === undefined) return { ...facts, endedAt: at, reason: 'gaveUp' };
      return { ...facts, dueAt: new Date(at.getTime() + wait), reason: receipt.reason };
    }
  }
}

function unreachableFor(reason: RefusalReason): Pick<Decided, 'unreachable'> {
  const unreachable = reason === takesTwo ? undefined : unreachableInWords[reason];
  return unreachable === undefined ? {} : { unreachable };
}

/** A delivery that was claimed and, as it turned out, not tried: it is due again at once. */
export function giveBack(claimed: Tried, at: Date): Decided {
  const { id, attempt } = claimed;
  return { id, attempt, spent: false, at, dueAt: at };
}

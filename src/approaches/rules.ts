import { needsStaff, type Receipt } from '#channels/channel.ts';

/** A text that could not be handed over is tried so often, and then somebody must look. */
export const mostAttempts = 5;
/** The same of what is worth nothing after a time of its own, such as a reminder: as often as a day of sending and the next morning have hours. */
export const mostAttemptsInTime = 20;
/** Where a provider does not say how long to wait. */
const againAfterMs = 5 * 60_000;
/** A provider that was away for so many tries, and what somebody here must put right, takes longer. */
const againLaterMs = 3_600_000;
/** Somebody who said something within this time is in the middle of something: we wait, and do not talk into it. */
export const quietMs = 30 * 60_000;
/** Longer than any provider takes to answer. What was begun before and has no end was in hand when its process died. */
export const lostAfterMs = 10 * 60_000;

/** One try of an approach, as it is named to a provider. */
export interface Try {
  readonly id: string;
  /** Counts from 1. */
  readonly attempts: number;
}

export function referenceOf({ id, attempts }: Try): string {
  return `approach.${id}.${attempts}`;
}

/** Nothing for what names none of ours. */
export function readReference(reference: string): Try | undefined {
  const [, id, attempts] = /^approach\.([0-9a-f-]{36})\.(\d{1,4})$/.exec(reference) ?? [];
  return id === undefined ? undefined : { id, attempts: Number(attempts) };
}

/** What a provider says later of a text that it took. */
export interface ReceiptLater {
  readonly reference: string;
  readonly providerId: string;
  readonly fact: 'sent' | 'delivered' | 'failed';
  /** Why it did not arrive, and how often it is worth another try after how long. */
  readonly failure?: { readonly reason: string; readonly tries: number; readonly afterMs: number };
}

/** What an approach comes to; `unknown` may have been sent, so it is never sent again by itself. */
export type ApproachEnd =
  | { readonly end: 'sent'; readonly providerId: string | null }
  | { readonly end: 'failed'; readonly reason: string }
  | { readonly end: 'again'; readonly at: Date };

interface Tried {
  readonly attempts: number;
  /** Worth nothing from then on. */
  readonly notAfter: Date | null;
}

export function endOf(receipt: Receipt, tried: Tried, now: Date): ApproachEnd {
  switch (receipt.outcome) {
    case 'accepted':
      return { end: 'sent', providerId: receipt.providerId };
    case 'refused': {
      // What is ours to put right may be put right in time.
      const at = tried.notAfter && needsStaff.has(receipt.reason) ? againAt(tried, againLaterMs, now) : undefined;
      return at instanceof Date ? { end: 'again', at } : { end: 'failed', reason: receipt.reason };
    }
    case 'unknown':
      return { end: 'failed', reason: 'unknown' };
    case 'tryLater': {
      const usualMs = tried.attempts < mostAttempts ? againAfterMs : againLaterMs;
      const at = againAt(tried, Math.max(usualMs, receipt.afterMs ?? 0), now);
      return at instanceof Date ? { end: 'again', at } : { end: 'failed', reason: at };
    }
  }
}

/** When what was not sent is tried again, or why it is not. */
function againAt({ attempts, notAfter }: Tried, waitMs: number, now: Date): Date | 'gaveUp' | 'tooLate' {
  if (attempts >= (notAfter ? mostAttemptsInTime : mostAttempts)) return 'gaveUp';
  const at = new Date(now.getTime() + waitMs);
  return notAfter && at >= notAfter ? 'tooLate' : at;
}

/** When what was sent and did not arrive is worth another try, if there is time for it. */
export function worthAgainAt({ failure }: ReceiptLater, attempts: number, now: Date): Date | undefined {
  return failure && attempts <= failure.tries ? new Date(now.getTime() + failure.afterMs) : undefined;
}

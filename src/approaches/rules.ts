import type { Receipt } from '#channels/channel.ts';

/** A text that could not be handed over is tried again so often, and then somebody must look. */
export const mostAttempts = 5;
/** Where a provider does not say how long to wait. */
const againAfterMs = 5 * 60_000;
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
  readonly failure?: { readonly reason: string };
}

/** What an approach comes to; `unknown` may have been sent, so it is never sent again by itself. */
export type ApproachEnd =
  | { readonly end: 'sent'; readonly providerId: string | null }
  | { readonly end: 'failed'; readonly reason: string }
  | { readonly end: 'again'; readonly at: Date };

export function endOf(receipt: Receipt, attempts: number, now: Date): ApproachEnd {
  switch (receipt.outcome) {
    case 'accepted':
      return { end: 'sent', providerId: receipt.providerId };
    case 'refused':
      return { end: 'failed', reason: receipt.reason };
    case 'unknown':
      return { end: 'failed', reason: 'unknown' };
    case 'tryLater': {
      if (attempts >= mostAttempts) return { end: 'failed', reason: 'gaveUp' };
      return { end: 'again', at: new Date(now.getTime() + Math.max(againAfterMs, receipt.afterMs ?? 0)) };
    }
  }
}

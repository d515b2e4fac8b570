import { nextWindow, openWindow } from '#calendar/sendWindow.ts';
import type { ApproachStore } from './store.ts';

export interface TextingNeeds {
  readonly store: Pick<ApproachStore, 'hasOptedOut' | 'isTooMany'>;
  readonly people: {
    lookup(channel: string, address: string): Uint8Array;
    seal(address: string): Uint8Array;
    open(sealed: Uint8Array): string;
  };
  /** Whether a text may be sent as one message. */
  fits(text: string): boolean;
}

/** Whether a number may be texted now: where, or why not. */
export type MayText =
  | { readonly may: true; readonly lookup: Uint8Array; readonly dueAt: Date; readonly inWindow: boolean }
  | { readonly may: false; readonly reason: 'optedOut' | 'tooMany' };

export type Texting = ReturnType<typeof createTexting>;

/** One text, to a number that somebody gives for it, of what they read on another device. */
export function createTexting({ store, people, fits }: TextingNeeds) {
  return {
    fits,
    seal: (number: string): Uint8Array => people.seal(number),
    async mayText(sealed: Uint8Array, askedBy: string, now: Date): Promise<MayText> {
      const lookup = new Uint8Array(people.lookup('sms', people.open(sealed)));
      if (await store.hasOptedOut('sms', lookup)) return { may: false, reason: 'optedOut' };
      if (await store.isTooMany({ lookup, askedBy }, now)) return { may: false, reason: 'tooMany' };
      const inWindow = openWindow(now) !== undefined;
      return { may: true, lookup, dueAt: inWindow ? now : nextWindow(now).opensAt, inWindow };
    },
  };
}

import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Request } from 'restify';
import type { Words } from '#language/words.ts';
import type { Reply } from '../channel.ts';
import type { Heard, Lost } from './outbox.ts';
import type { FindNotice } from './sender.ts';

/** What the channel is given by whoever puts it to work. */
export interface TeamsNeeds {
  /** The bot's app id. Absent: whoever calls from this very machine is believed; never in production. */
  readonly appId: string | undefined;
  readonly authentication: BotFrameworkAuthentication;
  readonly words: Words;
  readonly now: () => Date;
  /** A request's body; throws 413 for a large one. */
  readBody(request: Request): Promise<string>;
  /** Counts a request that no token vouches for, by address; throws 429. */
  countStranger(request: Request): Promise<void>;
  /** Counts a message of a conversation; throws 429. */
  countContact(conversation: string): Promise<void>;
  readonly findNotice: FindNotice;
  /** Told of replies that could not leave. */
  lost(lost: Lost): void;
  /** Told that nothing reaches a conversation any more; the reason is for an officer to read. */
  unreachable(conversation: string, reason: string): Promise<void>;
  /** Told of every other failure that is ours. */
  report(reason: unknown): void;
  readonly departures: Departures;
  /** An address as it was sealed. Throws where it was sealed with another key. */
  open(sealed: Uint8Array): string;
  /** Waits by the clock of `now`, unless it is called off: `setTimeout` of node:timers/promises. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1, as `Math.random`. */
  random(): number;
}

/** The record of which replies have left: each is taken in hand by one process and once. */
export interface Departures {
  /** Takes a reply in hand, by its place among the replies to what was heard. `gone`: it was before. `busy`: one before it is in somebody's hand. */
  begin(heard: Heard, place: number): Promise<InHand | 'gone' | 'busy'>;
  /** What should have left by now, conversation by conversation, in order. */
  unsent(): Promise<readonly Unsent[]>;
}

export interface InHand {
  /** It is about to be tried once more. */
  renew(): Promise<void>;
  /** It left, or nobody knows whether it did, or it never will: it is not sent again. */
  settle(): Promise<void>;
  /** It did not leave, that much is sure. */
  giveBack(): Promise<void>;
}

export interface Unsent {
  readonly heard: Pick<Heard, 'id'>;
  /** Sealed. */
  readonly address: Uint8Array;
  readonly place: number;
  readonly reply: Reply;
}

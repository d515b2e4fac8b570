import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Request } from 'restify';
import type { Words } from '#language/words.ts';
import type { Lost } from './outbox.ts';
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
  /** Waits, unless it is called off: `setTimeout` of node:timers/promises. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1, as `Math.random`. */
  random(): number;
}

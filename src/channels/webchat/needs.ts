import type { IncomingMessage } from 'node:http';
import type { Request } from 'restify';
import type { Words } from '#language/words.ts';
import type { Log } from './log.ts';
import type { SocketLimits } from './sockets.ts';

/** What the channel is given by whoever puts it to work. */
export interface WebchatNeeds {
  /** Signs tokens; every process behind the same address has the same. */
  readonly tokenKey: Uint8Array;
  /** Where residents find us: scheme, host and port, no path. */
  readonly publicUrl: string;
  /** Other sites that may show the web chat. */
  readonly origins: readonly string[];
  readonly log: Log;
  readonly words: Words;
  readonly now: () => Date;
  readonly limits?: SocketLimits;
  /** A request's body; throws 413 for a large one. */
  readBody(request: Request): Promise<string>;
  /** Counts a request that no token vouches for, by address; throws 429. */
  countStranger(request: IncomingMessage): Promise<void>;
  /** Counts a message of a conversation; throws 429. */
  countContact(conversation: string): Promise<void>;
  /** Counts a look at a conversation; throws 429. */
  countReader(conversation: string): Promise<void>;
  /** Whether an error means that the database cannot be reached at the moment. */
  isAway(reason: unknown): boolean;
  /** Told of every failure that is ours. */
  report(reason: unknown): void;
}

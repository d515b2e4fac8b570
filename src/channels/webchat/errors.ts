import { TryAgainLater } from '../channel.ts';

/** A request refused as Direct Line refuses: a status and `{ error: { code, message } }`. */
export class Refused extends Error {
  readonly statusCode: number;
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;

  constructor([statusCode, code, message]: Kind, { retryAfterSeconds, cause }: { retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(message, { cause });
    this.statusCode = statusCode;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get body() {
    return { error: { code: this.code, message: this.message } };
  }
}

type Kind = readonly [statusCode: number, code: string, message: string];

/**
 * Why a request is refused. The official client looks at the status alone: at 403 it takes its token for expired, at 404 the
 * conversation for ended, at 429 and 5xx it lets the person try again.
 */
export const kinds = {
  malformed: [400, 'BadArgument', 'The request is malformed.'],
  noUploads: [400, 'AttachmentsNotSupported', 'Pictures and files cannot be sent here. Please type your answer.'],
  noToken: [401, 'BadArgument', 'Missing token or secret'],
  forged: [403, 'BadArgument', 'Invalid token or secret'],
  expired: [403, 'TokenExpired', 'Token has expired'],
  otherConversation: [403, 'BadArgument', 'The token is for another conversation'],
  otherOrigin: [403, 'BadArgument', 'Web chat is not offered to this site'],
  notFound: [404, 'NotFound', 'There is nothing here'],
  noConversation: [404, 'ConversationNotFound', 'Conversation not found'],
  tooLarge: [413, 'MessageSizeTooBig', 'The message is too large'],
  tooMany: [429, 'TooManyRequests', 'Too many requests; please wait a moment'],
  mishap: [500, 'ServiceError', 'Something went wrong'],
  away: [500, 'ServiceUnavailable', 'The service is away for a moment'],
  botMishap: [502, 'BotError', 'The bot could not answer; please send that again'],
  botAway: [502, 'BotError', 'The bot is away for a moment; please send that again'],
} as const satisfies Record<string, Kind>;

export const refused = (kind: keyof typeof kinds) => new Refused(kinds[kind]);

/** Any failure as a refusal. Words that are not ours stay out: they may quote what somebody said. */
export function asRefused(reason: unknown, isAway: (reason: unknown) => boolean): Refused {
  if (reason instanceof Refused) return reason;
  if (reason instanceof TryAgainLater) return new Refused(kinds.away, { retryAfterSeconds: reason.retryAfterSeconds, cause: reason });
  const { statusCode, retryAfterSeconds } = (reason ?? {}) as { statusCode?: number; retryAfterSeconds?: number };
  if (statusCode === 413) return new Refused(kinds.tooLarge, { cause: reason });
  if (statusCode === 429) return new Refused(kinds.tooMany, { ...(retryAfterSeconds && { retryAfterSeconds }), cause: reason });
  if (statusCode !== undefined && statusCode < 500) return new Refused(kinds.malformed, { cause: reason });
  return isAway(reason) ? new Refused(kinds.away, { retryAfterSeconds: 5, cause: reason }) : new Refused(kinds.mishap, { cause: reason });
}

/** What keeps the bot from answering a message is told apart from what is wrong with the request. */
export function asBotError(reason: unknown): never {
  if (reason instanceof TryAgainLater) throw new Refused(kinds.botAway, { retryAfterSeconds: reason.retryAfterSeconds, cause: reason });
  if (reason instanceof Refused && reason.statusCode === 500) throw new Refused(kinds.botMishap, { cause: reason });
  throw reason;
}

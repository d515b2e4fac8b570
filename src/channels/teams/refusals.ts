import type { RefusalReason } from '../channel.ts';

/**
 * The connector's error codes as what they mean for sending. What is not here is judged by its status alone.
 * https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis
 */
export const refusals: Readonly<Record<string, RefusalReason>> = {
  MessageWritesBlocked: 'blocked',
  ConversationBlockedByUser: 'blockedByUser',
  BotNotInConversationRoster: 'notInstalled',
  BotDisabledByAdmin: 'blocked',
  ConversationNotFound: 'notInstalled',
  BotNotRegistered: 'setUp',
  MessageSizeTooBig: 'tooBig',
  Unauthorized: 'setUp',
};

/** A refusal whose code we do not know, by its status. Any other status from 400 to 499 means that something is set up wrongly. */
export const refusalsByStatus: Readonly<Record<number, RefusalReason>> = { 403: 'blocked', 404: 'notInstalled', 413: 'tooBig' };

/** Worth another try, as Teams says, and where the service itself is away. */
export const passing: readonly number[] = [408, 412, 429, 502, 503, 504];

/** Refusals after which nothing more can be sent to that conversation, in plain words for whoever reads why. */
export const whyUnreachable: Partial<Readonly<Record<RefusalReason, string>>> = {
  notInstalled: 'The app is not installed there any more.',
  blocked: 'Messages from the app are blocked there.',
  blockedByUser: 'The person has blocked the app.',
};

import { z } from 'zod';
import type { Received } from './received.ts';

/** What it takes to send to a conversation. Kept encrypted as the contact point's address. */
export interface Reference {
  /** Where the connector is. Only ever taken from an activity whose token vouches for it. */
  readonly serviceUrl: string;
  readonly tenantId?: string | undefined;
  readonly conversation: string;
  /** Our own id in the conversation. */
  readonly bot: string;
  /** The person, where it is one person's own chat: in the Bot Framework, and in Microsoft Entra. */
  readonly user?: string | undefined;
  readonly entraId?: string | undefined;
}

const shape = z.object({
  serviceUrl: z.url(),
  tenantId: z.string().optional(),
  conversation: z.string(),
  bot: z.string(),
  user: z.string().optional(),
  entraId: z.string().optional(),
});

/** Several people read and write there: a team's channel or a group chat. */
export function isShared({ conversation: { conversationType, isGroup } }: Received): boolean {
  return conversationType === undefined ? isGroup === true : conversationType !== 'personal';
}

/** The stable id of a conversation: a channel's without that of the thread. */
export function stableId(conversation: string): string {
  return conversation.replace(/;messageid=.*$/, '');
}

export function conversationOf({ conversation }: Received): string {
  return stableId(conversation.id);
}

export function tenantOf({ conversation, channelData }: Received): string | undefined {
  return conversation.tenantId ?? channelData?.tenant?.id;
}

export function referenceOf(received: Received): Reference {
  const { serviceUrl, recipient, from } = received;
  const tenantId = tenantOf(received);
  return {
    serviceUrl,
    ...(tenantId !== undefined && { tenantId }),
    conversation: conversationOf(received),
    bot: recipient.id,
    ...(!isShared(received) && { user: from.id, ...(from.aadObjectId && { entraId: from.aadObjectId }) }),
  };
}

/** As text, the same for the same reference. */
export function written({ serviceUrl, tenantId, conversation, bot, user, entraId }: Reference): string {
  return JSON.stringify({ serviceUrl, tenantId, conversation, bot, user, entraId });
}

/** Nothing for what is no reference of ours. */
export function readReference(text: string): Reference | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

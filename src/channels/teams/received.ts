import { z } from 'zod';

const account = z.looseObject({ id: z.string().min(1), aadObjectId: z.string().optional() });

/** An activity as Teams posts it, as far as we look at it. Whatever else it holds is let be (Activity A2005). */
export const receivedShape = z.looseObject({
  type: z.string().min(1),
  id: z.string().min(1).optional(),
  channelId: z.string(),
  serviceUrl: z.url(),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1),
    /** Absent in some events: then one person's own chat unless `isGroup`. */
    conversationType: z.string().optional(),
    isGroup: z.boolean().optional(),
    tenantId: z.string().optional(),
  }),
  text: z.string().nullish(),
  locale: z.string().optional(),
  /** What a card sends. */
  value: z.unknown().optional(),
  /** The name of an invoke. */
  name: z.string().optional(),
  /** What was done, of an installation. */
  action: z.string().optional(),
  /** The message that this answers: for what a card sends, the message that has the card. */
  replyToId: z.string().optional(),
  membersAdded: z.array(account).optional(),
  membersRemoved: z.array(account).optional(),
  entities: z
    .array(
      z.looseObject({
        type: z.string(),
        text: z.string().optional(),
        mentioned: account.optional(),
      }),
    )
    .nullish(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional() }).nullish(),
});

export type Received = z.infer<typeof receivedShape>;

import { z } from 'zod';
import { type Language, languages } from '#language/languages.ts';
import type { Notice, Receipt, Reply, Sender } from '../channel.ts';
import type { Connectors } from './connectors.ts';
import type { TeamsNeeds } from './needs.ts';
import type { Pace } from './pace.ts';
import { type Reference, readReference } from './reference.ts';
import { whyUnreachable } from './refusals.ts';
import { rendered } from './rendering.ts';
import { send } from './sending.ts';

/** What a message says of the broadcast that it is of. */
const broadcastShape = z.object({
  broadcast: z.object({ consultation: z.string(), language: z.enum(languages).optional() }),
});

/** The notice of a consultation as it stands, if it is open. */
export type FindNotice = (consultation: string, language: Language) => Promise<Notice | undefined>;

type SenderNeeds = Pick<TeamsNeeds, 'words' | 'now' | 'findNotice' | 'unreachable'>;

/** As long as a conversation's two shortest limits last. STOP was looked at before this, and is looked at again where it takes longer. */
const longestWaitMs = 2_000;

/**
 * Speaks first to somebody: one try, and what came of it. The address is the reference that was kept when the app was installed. How
 * often it is tried is for whoever keeps the deliveries.
 */
export function createSender(connectors: Connectors, pace: Pace, needs: SenderNeeds): Sender {
  const { words, now, findNotice, unreachable } = needs;
  return {
    channel: 'teams',
    async send({ address, reply, notAfter }): Promise<Receipt> {
      const to = readReference(address);
      if (!to) return { outcome: 'refused', reason: 'notInstalled', code: 'no reference was kept' };
      const activity = rendered(await withNotice(reply, findNotice), words, chatFrom(to));
      const receipt = await pace.make(to, longestWaitMs, async (): Promise<Receipt> => {
        if (now() > notAfter) return { outcome: 'tryLater', reason: 'windowClosed' };
        return send(connectors, { ...to, activity });
      });
      const why = receipt.outcome === 'refused' ? whyUnreachable[receipt.reason] : undefined;
      if (why !== undefined) await unreachable(to.conversation, why);
      return receipt;
    },
  };
}

/** What is broadcast about a consultation is shown with its notice. */
async function withNotice(reply: Reply, findNotice: FindNotice): Promise<Reply> {
  const about = broadcastShape.safeParse(reply.channelData).data?.broadcast;
  if (!about || reply.notice) return reply;
  const notice = await findNotice(about.consultation, about.language ?? 'en-GB');
  return notice ? { ...reply, notice } : reply;
}

/** Where several people read: the way to a chat of one's own with us. */
function chatFrom({ user, bot }: Reference): string | undefined {
  return user === undefined ? `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(bot)}` : undefined;
}

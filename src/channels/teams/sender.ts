import type { Receipt, Sender } from '../channel.ts';
import type { Connectors } from './connectors.ts';
import type { TeamsNeeds } from './needs.ts';
import { readReference } from './reference.ts';
import { rendered } from './rendering.ts';
import { send } from './sending.ts';

/**
 * Speaks first to somebody: one try, and what came of it. The address is the reference that was kept when the app was installed. How
 * often and how fast is for whoever keeps the deliveries: 50 requests a second for a tenant, 7 in a second for a conversation.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export function createSender(connectors: Connectors, { words, now }: Pick<TeamsNeeds, 'words' | 'now'>): Sender {
  return {
    channel: 'teams',
    async send({ address, reply, notAfter }): Promise<Receipt> {
      const to = readReference(address);
      if (!to) return { outcome: 'refused', reason: 'notInstalled', code: 'no reference was kept' };
      if (now() > notAfter) return { outcome: 'tryLater', reason: 'its time is over' };
      const { serviceUrl, conversation } = to;
      return send(connectors, { serviceUrl, conversation, activity: rendered(reply, words) });
    },
  };
}

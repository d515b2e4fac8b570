import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { Request, Response, Server } from 'restify';
import errors from 'restify-errors';
import { type OnTurn, type Room, TryAgainLater } from '../channel.ts';
import { inboundFrom } from './activity.ts';
import { createConnectors } from './connectors.ts';
import { admit } from './door.ts';
import type { TeamsNeeds } from './needs.ts';
import { createOutbox } from './outbox.ts';
import type { Received } from './received.ts';
import { rendered } from './rendering.ts';
import { teamsRoom } from './room.ts';

export interface TeamsChannel {
  readonly room: Room;
  mount(server: Server, onTurn: OnTurn): void;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
  /** Waits no longer before a next try, and resolves when everything said has left or was given up. */
  close(): Promise<void>;
}

/** Microsoft Teams by the Bot Framework: activities in, the connector out. */
export function createTeams(needs: TeamsNeeds): TeamsChannel {
  const adapter = new Adapter(needs.authentication);
  const connectors = createConnectors(needs.authentication, needs.appId);
  const outbox = createOutbox(connectors, needs);

  /** Recorded first; then it is acknowledged, and what we say leaves by the connector. */
  async function hear(received: Received, onTurn: OnTurn): Promise<void> {
    const inbound = inboundFrom(received);
    if (!inbound) return;
    await needs.countContact(inbound.address);
    const replies = await onTurn(inbound).catch(asHttpError);
    const { serviceUrl, conversation } = received;
    const sendings = replies.map((reply) => ({ serviceUrl, conversation: conversation.id, activity: rendered(reply, needs.words) }));
    void outbox.put(inbound.address, sendings);
  }

  return {
    room: teamsRoom,
    mount(server, onTurn) {
      server.post('/api/messages', async (request: Request, response: Response) => {
        const { received, vouched } = await admit(needs, request);
        const answer = await adapter.hear(vouched, received, () => hear(received, onTurn));
        response.send(answer?.status ?? 200, answer?.body);
      });
    },
    idle: () => outbox.idle(),
    close: () => outbox.close(),
  };
}

/** The SDK's adapter, with the door before it: `process` would answer a forged token with a 500 and write to the console. */
class Adapter extends CloudAdapter {
  hear(vouched: AuthenticateRequestResult, received: Received, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(vouched, received as unknown as Activity, logic);
  }
}

/** Teams takes any error for a failure; the activity may come again and is heard once. */
function asHttpError(reason: unknown): never {
  if (!(reason instanceof TryAgainLater)) throw reason;
  const { message, retryAfterSeconds } = reason;
  throw Object.assign(new errors.ServiceUnavailableError(message), { retryAfterSeconds });
}

import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { Request, Response, Server } from 'restify';
import errors from 'restify-errors';
import { type OnTurn, type Reply, type Room, type Sender, TryAgainLater } from '../channel.ts';
import { inboundFrom } from './activity.ts';
import type { Card } from './cards/card.ts';
import { closedCard, overtakenCard } from './cards/closed.ts';
import { createConnectors } from './connectors.ts';
import { admit } from './door.ts';
import { cardResponse, heardResponse, isCardAction, notOurs, respond } from './invoke.ts';
import type { TeamsNeeds, Unsent } from './needs.ts';
import { createOutbox } from './outbox.ts';
import { createPace } from './pace.ts';
import { pressedIn } from './pressed.ts';
import type { Received } from './received.ts';
import { readReference, tenantOf } from './reference.ts';
import { holding, rendered } from './rendering.ts';
import { teamsRoom } from './room.ts';
import { createSender } from './sender.ts';
import type { Sending } from './sending.ts';

export interface TeamsChannel {
  readonly room: Room;
  readonly sender: Sender;
  mount(server: Server, onTurn: OnTurn): void;
  /** Sends what was recorded and has not left: its process died, or the connector was away. */
  sendUnsent(): Promise<void>;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
  /** Waits no longer before a next try, and resolves when everything said has left or was given up. */
  close(): Promise<void>;
}

/** Microsoft Teams by the Bot Framework: activities in, the connector out. */
export function createTeams(needs: TeamsNeeds): TeamsChannel {
  const adapter = new Adapter(needs.authentication);
  const connectors = createConnectors(needs.authentication, needs.appId);
  const pace = createPace(needs);
  const outbox = createOutbox(connectors, pace, needs);

  /** Recorded first; then it is acknowledged, and what we say leaves by the connector. */
  async function hear(context: TurnContext, received: Received, onTurn: OnTurn): Promise<void> {
    const inbound = inboundFrom(received);
    if (!inbound) {
      if (isCardAction(received)) await respond(context, notOurs());
      return;
    }
    await needs.countContact(inbound.address);
    const replies = await onTurn(inbound).catch(asHttpError);
    const { serviceUrl, conversation } = received;
    const to = { serviceUrl, conversation: conversation.id, tenantId: tenantOf(received) };
    const sendings: Sending[] = replies.map((reply, place) => ({ ...to, activity: rendered(reply, needs.words), place }));
    const after = cardAfter(received, replies);
    if (isCardAction(received)) await respond(context, after ? cardResponse(after.card) : heardResponse());
    else if (after?.replaces !== undefined) sendings.unshift({ ...to, activity: holding(after.card), replaces: after.replaces });
    if (!outbox.knows(inbound)) void outbox.put(inbound, sendings);
  }

  /** What takes the place of the card that was pressed. */
  function cardAfter(
    received: Received,
    replies: readonly Reply[],
  ): { readonly card: Card; readonly replaces?: string | undefined } | undefined {
    const { kept, said, card: replaces } = pressedIn(received) ?? {};
    if (!kept || said === undefined) return undefined;
    const overtaken = replies.some(({ overtakes }) => overtakes);
    return { card: overtaken ? overtakenCard(kept, needs.words) : closedCard(kept, said, needs.words), replaces };
  }

  /** Conversation by conversation, what belongs to one thing heard together. An address that cannot be read holds up nobody else's. */
  async function sendUnsent(): Promise<void> {
    const unsent = await needs.departures.unsent();
    const turns = Map.groupBy(unsent, ({ address, heard }) => `${Buffer.from(address).toString('base64')} ${heard.id}`);
    await Promise.all([...turns.values()].map((replies) => sendTogether(replies).catch(needs.report)));
  }

  async function sendTogether([first, ...others]: readonly Unsent[]): Promise<void> {
    const to = first && readReference(needs.open(first.address));
    if (!to) return;
    const sendings = [first, ...others].map(({ reply, place }): Sending => ({ ...to, activity: rendered(reply, needs.words), place }));
    await outbox.put({ id: first.heard.id, address: to.conversation }, sendings);
  }

  return {
    sendUnsent,
    room: teamsRoom,
    sender: createSender(connectors, pace, needs),
    mount(server, onTurn) {
      server.post('/api/messages', async (request: Request, response: Response) => {
        const { received, vouched } = await admit(needs, request);
        const answer = await adapter.hear(vouched, received, (context) => hear(context, received, onTurn));
        response.send(answer?.status ?? 200, answer?.body);
      });
    },
    idle: () => outbox.idle(),
    close() {
      pace.close();
      return outbox.close();
    },
  };
}

/** The SDK's adapter, with our door before it: its own would answer a forged token with a 500 and write to the console. */
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

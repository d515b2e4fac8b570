import type { BotFrameworkAuthentication, ConnectorClient } from 'botframework-connector';
import { ourselves } from './authentication.ts';

/** The Bot Framework's connector: what we say goes through it. */
export type Connector = Pick<ConnectorClient['conversations'], 'sendToConversation' | 'updateActivity'>;

/** The connector at a service address, with our own token. */
export type Connectors = (serviceUrl: string) => Promise<Connector>;

/** Teams has one address for each part of the world. */
const mostRemembered = 100;

/**
 * The SDK tries again by itself, even where a message may have been sent, and follows redirections with our token; what is tried
 * again is decided here (`outbox.ts`), or by whoever keeps the deliveries.
 */
const unwanted = ['defaultRetryPolicy', 'redirectPolicy'];

export function createConnectors(authentication: BotFrameworkAuthentication, appId: string | undefined): Connectors {
  const factory = authentication.createConnectorFactory(ourselves(appId));
  const known = new Map<string, Promise<Connector>>();

  async function create(serviceUrl: string): Promise<Connector> {
    const client = await factory.create(serviceUrl);
    const { pipeline } = (client as unknown as { readonly client: { readonly pipeline: Pipeline } }).client;
    for (const name of unwanted) pipeline.removePolicy({ name });
    return client.conversations;
  }

  return (serviceUrl) => {
    const found = known.get(serviceUrl) ?? create(serviceUrl);
    if (known.size >= mostRemembered) known.clear();
    known.set(serviceUrl, found);
    found.catch(() => known.delete(serviceUrl));
    return found;
  };
}

interface Pipeline {
  removePolicy(which: { readonly name: string }): void;
}

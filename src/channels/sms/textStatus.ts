import { deliveryErrors, type Failure, otherFailure } from './providerErrors.ts';

/** What Twilio says later of a text that it took. */
export interface TextStatus {
  /** As it was given when the text was sent. */
  readonly reference: string;
  readonly providerId: string;
  readonly fact: 'sent' | 'delivered' | 'failed';
  /** Where it failed. */
  readonly failure?: Failure;
}

/** Twilio's message statuses as the facts that we keep. Those that are not here say nothing that we do not know. https://www.twilio.com/docs/messaging/api/message-resource#message-status-values */
const facts: Readonly<Record<string, TextStatus['fact']>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
};

/** A status webhook's fields and address as what became of a text; nothing where it tells nothing of ours. */
export function textStatusFrom(fields: Readonly<Record<string, unknown>>, url: string): TextStatus | undefined {
  const { MessageSid: providerId, MessageStatus: status, ErrorCode: code } = fields;
  const reference = new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('of');
  const fact = typeof status === 'string' ? facts[status] : undefined;
  if (!fact || !reference || typeof providerId !== 'string') return undefined;
  if (fact !== 'failed') return { reference, providerId, fact };
  return { reference, providerId, fact, failure: deliveryErrors[Number(code)] ?? otherFailure };
}

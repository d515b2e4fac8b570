import type { Request } from 'restify';
import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';

/** What a request sends: its fields, and where they came as JSON the very text, since that is what gets signed. */
export interface Sent {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly json?: string;
}

/**
 * Whether Twilio signed this: over the public address and every field of a form, or over the address with the hash of a JSON text.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function isSigned({ authToken, publicUrl }: { authToken: string; publicUrl: string }, request: Request, sent: Sent): boolean {
  const signature = request.headers['x-twilio-signature'];
  const address = publicUrl + (request.url ?? '');
  // A proxy's way of asking ("POST http://elsewhere/…") makes no address of ours.
  if (typeof signature !== 'string' || !URL.canParse(address)) return false;
  if (sent.json === undefined) return twilioWebhooks.validateRequest(authToken, signature, address, sent.fields);
  return twilioWebhooks.validateRequestWithBody(authToken, signature, address, sent.json);
}

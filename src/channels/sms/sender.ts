import { Pool } from 'undici';
import type { Sender } from '../channel.ts';
import { receiptOf } from './providerErrors.ts';
import { written } from './written.ts';

export interface SmsSenderNeeds {
  readonly accountSid: string;
  readonly authToken: string;
  /** A number, a short code or a messaging service id (MG…). */
  readonly from: string;
  /** Scheme, host and port; Twilio's own unless it is somewhere else. */
  readonly apiUrl?: string | undefined;
  /** Where Twilio reports what became of a text. */
  readonly publicUrl: string;
  readonly now: () => Date;
}

export interface SmsSender extends Sender {
  close(): Promise<void>;
}

export const statusPath = '/api/sms/status';

/** Twilio answers in well under a second; past this nobody knows whether it took the text. */
const answerWithinMs = 15_000;
const connectWithinMs = 5_000;
/** As many requests at once as an account may make before it hears 20429 (100 for most), with room for others. */
const requestsAtOnce = 64;
/** Shorter than servers keep an idle connection, so that none is used at the moment at which it is closed. */
const idleMs = 3_000;
/** Twilio's longest. https://www.twilio.com/docs/messaging/api/message-resource */
const longestValiditySeconds = 36_000;

/**
 * Texts by Twilio's Messages API, by plain requests over connections that are kept: Twilio's own client takes several times as long
 * (docs/decisions/0011-texts-leave-by-plain-requests.md).
 */
export function createSmsSender({ accountSid, authToken, from, apiUrl, publicUrl, now }: SmsSenderNeeds): SmsSender {
  const pool = new Pool(apiUrl ?? 'https://api.twilio.com', {
    connections: requestsAtOnce,
    pipelining: 1,
    connect: { timeout: connectWithinMs },
    headersTimeout: answerWithinMs,
    bodyTimeout: answerWithinMs,
    keepAliveTimeout: idleMs,
  });
  const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const headers = {
    authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  };
  const sender = from.startsWith('MG') ? `MessagingServiceSid=${from}` : `From=${encodeURIComponent(from)}`;

  return {
    channel: 'sms',
    async send({ address, reply, notAfter, reference }) {
      const validity = validitySeconds(now(), notAfter);
      if (validity < 1) return { outcome: 'tryLater', reason: 'windowClosed' };
      const callback = reference === undefined ? '' : `&StatusCallback=${encodeURIComponent(`${publicUrl}${statusPath}?of=${reference}`)}`;
      const body = `To=${encodeURIComponent(address)}&${sender}&Body=${encodeURIComponent(written(reply.text ?? ''))}&ValidityPeriod=${validity}${callback}`;
      try {
        const answer = await pool.request({ path, method: 'POST', headers, body });
        const text = await answer.body.text();
        return receiptOf(answer.statusCode, parsed(text), one(answer.headers['retry-after']));
      } catch (reason) {
        return neverLeft(reason) ? { outcome: 'tryLater', reason: 'providerAway' } : { outcome: 'unknown', reason: 'noAnswer' };
      }
    },
    close: () => pool.close(),
  };
}

/** How long Twilio may try, so that nothing arrives after the window. Whole seconds; below 1, no more time is left. */
export function validitySeconds(now: Date, notAfter: Date): number {
  return Math.min(longestValiditySeconds, Math.floor((notAfter.getTime() - now.getTime()) / 1000));
}

/** Without a connection nothing was sent. Any other error may have come after Twilio had the text. */
function neverLeft(reason: unknown): boolean {
  const { code } = reason as { code?: unknown };
  return typeof code === 'string' && /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(code);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const one = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

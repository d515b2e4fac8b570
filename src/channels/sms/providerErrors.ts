import type { Receipt, RefusalReason } from '../channel.ts';

/** What one of Twilio's error codes means for a text that it did not take. https://www.twilio.com/docs/api/errors */
type Meaning = { readonly refused: RefusalReason } | { readonly tryLater: string };

const refused = (reason: RefusalReason): Meaning => ({ refused: reason });
const tryLater = (reason: string): Meaning => ({ tryLater: reason });

/** As an answer to our request. */
export const requestErrors: Readonly<Record<number, Meaning>> = {
  10001: refused('accountStopped'),
  20003: refused('setUp'),
  20005: refused('accountStopped'),
  20403: refused('accountStopped'),
  20404: refused('setUp'),
  20429: tryLater('tooManyRequests'),
  21211: refused('badNumber'),
  21408: refused('setUp'),
  21602: refused('setUp'),
  21603: refused('setUp'),
  21604: refused('badNumber'),
  21606: refused('setUp'),
  21608: refused('setUp'),
  21610: refused('optedOut'),
  21611: tryLater('queueFull'),
  21612: refused('badNumber'),
  21614: refused('notAMobile'),
  21617: refused('tooBig'),
  21635: refused('landline'),
  21659: refused('setUp'),
  21660: refused('setUp'),
  21663: refused('setUp'),
  21703: refused('setUp'),
  30001: tryLater('queueFull'),
  30002: refused('accountStopped'),
};

/** How often, and after how long, a text that did not arrive is worth another try. */
export interface Failure {
  readonly reason: string;
  readonly tries: number;
  readonly afterMs: number;
}

const minuteMs = 60_000;
const hourMs = 3_600_000;
const once = (reason: string): Failure => ({ reason, tries: 0, afterMs: 0 });

/** As the end of a text that Twilio took: what a status webhook brings. The reason names what follows for the number. */
export const deliveryErrors: Readonly<Record<number, Failure>> = {
  21610: once('optedOut'),
  30001: { reason: 'queueFull', tries: 2, afterMs: hourMs },
  // It was queued and never sent: once more, when somebody has put the account right and resumes the broadcast.
  30002: { reason: 'accountStopped', tries: 1, afterMs: minuteMs },
  30003: { reason: 'phoneOff', tries: 2, afterMs: 2 * hourMs },
  30004: once('blocked'),
  30005: once('unknownNumber'),
  30006: once('landline'),
  30007: once('filtered'),
  30008: { reason: 'unclear', tries: 1, afterMs: hourMs },
  30036: once('tooLate'),
};
/** A code that we do not know: reported, not tried again. */
export const otherFailure: Failure = once('notDelivered');

/** What an answer of the Messages API means. It takes a text with 201; any other answer below 500 says that it did not. */
export function receiptOf(status: number, body: unknown, retryAfter: string | undefined): Receipt {
  const { sid, code } = fieldsOf(body);
  if (status === 201 && sid) return { outcome: 'accepted', providerId: sid };
  const named = code === undefined ? {} : { code: String(code) };
  const meaning = code === undefined ? undefined : requestErrors[code];
  if (meaning && 'refused' in meaning) return { outcome: 'refused', reason: meaning.refused, ...named };
  if (meaning || status === 429 || status === 503) {
    const afterMs = retryAfterMs(retryAfter);
    const reason = meaning?.tryLater ?? (status === 429 ? 'tooManyRequests' : 'providerAway');
    return { outcome: 'tryLater', reason, ...(afterMs !== undefined && { afterMs }), ...named };
  }
  // A fault that we do not know is taken for this person's, so that it does not hold up all the others, unless it is about our account.
  if (status >= 300 && status < 500) return { outcome: 'refused', reason: status === 400 ? 'badNumber' : 'setUp', ...named };
  // It may have been taken all the same: a text cannot be asked for by a name of ours.
  return { outcome: 'unknown', reason: `answered${status}` };
}

function fieldsOf(body: unknown): { readonly sid?: string; readonly code?: number } {
  const { sid, code } = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  return { ...(typeof sid === 'string' && { sid }), ...(typeof code === 'number' && { code }) };
}

/** An hour at most: whoever says more is looked at again then. */
function retryAfterMs(seconds: string | undefined): number | undefined {
  const asked = Number(seconds);
  return seconds === undefined || !Number.isFinite(asked) || asked < 0 ? undefined : Math.min(asked * 1000, hourMs);
}

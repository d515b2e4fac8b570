import type { Activity, ResourceResponse } from 'botbuilder';
import { z } from 'zod';
import type { Receipt } from '../channel.ts';
import type { Connector, Connectors } from './connectors.ts';
import { passing, refusals, refusalsByStatus } from './refusals.ts';

/** One message on its way: a new one, or with `replaces` a new text for one that is there. */
export interface Sending {
  readonly serviceUrl: string;
  readonly tenantId?: string | undefined;
  readonly conversation: string;
  readonly activity: Partial<Activity>;
  readonly replaces?: string | undefined;
  /** Its place among the replies to what was heard, where it is one, from 0. */
  readonly place?: number;
}

/** The connector answers in a second or two; whatever takes longer than this may have arrived all the same. */
const patienceMs = 15_000;

/** One try, and what came of it. */
export async function send(connectors: Connectors, sending: Sending): Promise<Receipt> {
  let connector: Connector;
  try {
    connector = await connectors(sending.serviceUrl);
  } catch (reason) {
    return { outcome: 'refused', reason: 'setUp', code: nameOf(reason) };
  }
  try {
    const { id } = await call(connector, sending);
    return { outcome: 'accepted', providerId: id ?? '' };
  } catch (reason) {
    return receiptFor(reason);
  }
}

function call(connector: Connector, { conversation, activity, replaces }: Sending): Promise<Partial<ResourceResponse>> {
  const options = { timeout: patienceMs };
  return replaces === undefined
    ? connector.sendToConversation(conversation, activity, options)
    : connector.updateActivity(conversation, replaces, activity, options);
}

/** What the SDK throws, as far as it says what happened. */
const failureShape = z.object({
  name: z.string().optional(),
  code: z.string().optional().catch(undefined),
  statusCode: z.number().optional(),
  /** Of the library that fetches our token. */
  errorCode: z.string().optional(),
  response: z
    .object({
      headers: z.custom<{ get(name: string): string | undefined }>((headers) => typeof headers === 'object'),
      bodyAsText: z.string().nullish(),
    })
    .optional(),
});
const saidShape = z.object({ error: z.object({ code: z.string() }) });

/** Nothing was sent at all: nobody was there to take it. */
const notConnected = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** Our credentials are wrong, and stay so until somebody mends them. */
const wrongCredentials = /^(invalid_client|unauthorized_client|invalid_request|invalid_grant)$/;

function receiptFor(reason: unknown): Receipt {
  const failure = failureShape.safeParse(reason).data ?? {};
  const { statusCode, code, errorCode, response } = failure;
  if (errorCode !== undefined) {
    return wrongCredentials.test(errorCode)
      ? { outcome: 'refused', reason: 'setUp', code: errorCode }
      : { outcome: 'tryLater', reason: 'providerAway', code: errorCode };
  }
  if (statusCode === undefined) {
    return notConnected.test(code ?? '')
      ? { outcome: 'tryLater', reason: 'providerAway', code: code ?? '' }
      : { outcome: 'unknown', reason: 'noAnswer' };
  }
  const said = codeIn(response?.bodyAsText) ?? String(statusCode);
  const refusal = refusals[said];
  if (refusal) return { outcome: 'refused', reason: refusal, code: said };
  if (passing.includes(statusCode)) {
    const afterMs = retryAfterMs(response?.headers.get('retry-after'));
    return {
      outcome: 'tryLater',
      reason: statusCode === 429 ? 'tooManyRequests' : 'providerAway',
      code: said,
      ...(afterMs !== undefined && { afterMs }),
    };
  }
  if (statusCode >= 500) return { outcome: 'unknown', reason: 'noAnswer' };
  return { outcome: 'refused', reason: refusalsByStatus[statusCode] ?? 'setUp', code: said };
}

function codeIn(body: string | null | undefined): string | undefined {
  try {
    return saidShape.safeParse(JSON.parse(body ?? '')).data?.error.code;
  } catch {
    return undefined;
  }
}

/** Seconds; Teams never gives a date. */
function retryAfterMs(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,5}(\.\d+)?$/.test(header.trim()) ? Number(header) * 1000 : undefined;
}

function nameOf(reason: unknown): string {
  return reason instanceof Error ? reason.name : typeof reason;
}

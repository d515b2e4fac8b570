import type { Activity } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import { AuthenticationConstants, AuthenticationError } from 'botframework-connector';
import type { Request } from 'restify';
import errors from 'restify-errors';
import type { TeamsNeeds } from './needs.ts';
import { type Received, receivedShape } from './received.ts';

/** Somebody at the door who may come in. */
export interface Admitted {
  readonly received: Received;
  readonly vouched: AuthenticateRequestResult;
}

/** The one channel of the Bot Framework that we answer here; the token's own endorsements must name it too. */
const channelId = 'msteams';

/**
 * What was posted, once its token is found good: signed by the Bot Framework's key, not expired, for our app id, and naming the very
 * service address that the activity names. Throws 400, 401, 403, 413 or, where the keys cannot be had, 503. Whoever is refused is counted.
 */
export async function admit(needs: TeamsNeeds, request: Request): Promise<Admitted> {
  try {
    if (needs.appId === undefined && !isFromHere(request)) throw new errors.ForbiddenError('Teams is not set up: set MicrosoftAppId');
    const received = activityIn(await needs.readBody(request));
    const vouched = await authenticate(needs, request, received);
    if (!isVouched(needs, vouched, received)) throw unauthorized();
    return { received, vouched };
  } catch (reason) {
    await needs.countStranger(request);
    throw reason;
  }
}

/** A caller on this machine. One who comes through a proxy here says so, and is none. */
function isFromHere({ socket, headers }: Request): boolean {
  const proxied = headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined;
  return !proxied && /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
}

function activityIn(body: string): Received {
  const parsed = receivedShape.safeParse(json(body));
  if (!parsed.success) throw new errors.BadRequestError('the body is no activity');
  // Another channel's name would have the SDK look for another kind of token.
  if (parsed.data.channelId !== channelId) throw new errors.BadRequestError(`only the channel ${channelId} is answered here`);
  return parsed.data;
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

async function authenticate({ authentication }: TeamsNeeds, request: Request, received: Received): Promise<AuthenticateRequestResult> {
  try {
    return await authentication.authenticateRequest(received as unknown as Activity, request.headers.authorization ?? '');
  } catch (reason) {
    throw isOurTrouble(reason) ? keysAway(reason) : unauthorized();
  }
}

/** The keys could not be fetched. Anything else that goes wrong with a token is the token's own fault, whichever class the SDK throws. */
function isOurTrouble(reason: unknown): boolean {
  if (reason instanceof AuthenticationError) return Number(reason.statusCode) >= 500;
  return reason instanceof Error && reason.name === 'FetchError';
}

/** The SDK compares the addresses for the Bot Framework's tokens; a token of another kind names none, and is not enough. */
function isVouched({ appId }: TeamsNeeds, { claimsIdentity }: AuthenticateRequestResult, { serviceUrl }: Received): boolean {
  if (appId === undefined) return isHere(serviceUrl);
  return claimsIdentity.getClaimValue(AuthenticationConstants.ServiceUrlClaim) === serviceUrl;
}

function isHere(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}

function unauthorized(): Error {
  return new errors.UnauthorizedError('the token is missing or does not hold');
}

function keysAway(cause: unknown): Error {
  const away = new errors.ServiceUnavailableError('the keys that tokens are checked with cannot be had');
  return Object.assign(away, { cause, retryAfterSeconds: 5 });
}

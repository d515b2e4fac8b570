import type { Request, Response, Server } from 'restify';
import { asRefused, kinds, Refused, refused } from './errors.ts';
import type { WebchatNeeds } from './needs.ts';
import type { Origins } from './origins.ts';

export const base = '/v3/directline';

/** What a route answers: a status and a body. */
export interface Answer {
  readonly status: 200 | 201;
  readonly body: object;
}

export type Route = (request: Request) => Promise<Answer>;

/** Answers as Direct Line does, whatever comes of it. */
export function answering(needs: Pick<WebchatNeeds, 'isAway' | 'report'>, route: Route) {
  return async (request: Request, response: Response): Promise<void> => {
    try {
      const { status, body } = await route(request);
      send(response, status, body);
    } catch (reason) {
      const refusal = asRefused(reason, needs.isAway);
      if (refusal.statusCode >= 500) needs.report(refusal.cause ?? refusal);
      if (refusal.retryAfterSeconds !== undefined) response.setHeader('Retry-After', refusal.retryAfterSeconds);
      // What is still being sent is let go by, so that the caller hears why.
      request.resume();
      send(response, refusal.statusCode, refusal.body);
    }
  };
}

/** Pages of other sites: which may ask at all, and what their browsers let them send and see. */
export function mountOrigins(server: Server, origins: Origins): void {
  server.pre((request: Request, response: Response, next) => {
    if (!isOurs(request.url)) return next();
    const { origin } = request.headers;
    response.setHeader('Vary', 'Origin');
    if (!origins.allows(origin)) {
      request.resume();
      send(response, kinds.otherOrigin[0], refused('otherOrigin').body);
      return next(false);
    }
    if (origin !== undefined) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    }
    if (request.method !== 'OPTIONS') return next();
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, x-ms-bot-agent, x-requested-with');
    response.setHeader('Access-Control-Max-Age', preflightSeconds);
    response.sendRaw(204, '');
    next(false);
  });
}

const preflightSeconds = 2 * 3600;

export function isOurs(url: string | undefined): boolean {
  return url?.startsWith(`${base}/`) ?? false;
}

/** The JSON object that a request sends; nothing at all counts as an empty one. */
export async function readJson(needs: Pick<WebchatNeeds, 'readBody'>, request: Request): Promise<object> {
  const text = await needs.readBody(request);
  if (text.trim() === '') return {};
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  } catch (reason) {
    throw new Refused(kinds.malformed, { cause: reason });
  }
  throw refused('malformed');
}

function send(response: Response, status: number, body: object): void {
  response.sendRaw(status, JSON.stringify(body), { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
}

import type { AddressInfo } from 'node:net';
import restify, { type Request, type Response, type Server } from 'restify';
import errors from 'restify-errors';
import { addressOf } from './address.ts';
import { createClosing } from './closing.ts';
import { securityHeaders } from './headers.ts';
import type { Limit } from './limits.ts';

/**
 * Twilio gives up after 15 seconds; nobody else needs longer to send a request. Node waits for the longer of the two, and looks only
 * every 30 seconds if it is not told otherwise.
 */
const patience = { requestTimeout: 15_000, headersTimeout: 15_000, connectionsCheckingInterval: 5_000 };
/** Longer than the minute after which common proxies let an idle connection go, so that they never meet a closed one. */
const keepAliveMs = 65_000;

export interface HttpNeeds {
  readonly publicUrl: string;
  readonly perAddress: Limit;
  /** Told of every failure that is ours. */
  report(reason: unknown): void;
  /** Whether an error means that the database cannot be reached at the moment. */
  isAway(reason: unknown): boolean;
}

export interface HttpServer {
  readonly routes: Server;
  listen(port: number): Promise<AddressInfo>;
  /** Takes no new request, waits for those under way, then closes. */
  close(): Promise<void>;
}

export function createHttpServer({ publicUrl, perAddress, report, isAway }: HttpNeeds): HttpServer {
  const routes = restify.createServer({ name: 'folkmoot', handleUncaughtExceptions: false });
  Object.assign(routes.server, patience, { keepAliveTimeout: keepAliveMs });
  routes.pre(securityHeaders(publicUrl));
  routes.use(async (request: Request) => {
    if (!isNotCounted(request)) await perAddress.count(addressOf(request));
  });
  routes.on('restifyError', (_request: Request, response: Response, reason: HttpError, done: () => void) => {
    const error = reason.statusCode !== undefined ? reason : isAway(reason) ? away() : mishap();
    if ((error.statusCode ?? 500) >= 500) report(reason);
    if (error.retryAfterSeconds !== undefined) response.setHeader('Retry-After', error.retryAfterSeconds);
    // restify would send the words of an error that it does not know, which may be a database's and quote what somebody said.
    if (!response.headersSent) response.send(error);
    done();
  });

  return {
    routes,
    listen: (port) =>
      new Promise((resolve, reject) => {
        routes.once('error', (reason: NodeJS.ErrnoException) => reject(reason.code === 'EADDRINUSE' ? taken(port) : reason));
        routes.listen(port, () => resolve(routes.server.address() as AddressInfo));
      }),
    close: createClosing(routes.server),
  };
}

interface HttpError extends Error {
  readonly statusCode?: number;
  /** Becomes the Retry-After header. */
  readonly retryAfterSeconds?: number;
}

function away(): HttpError {
  return Object.assign(new errors.ServiceUnavailableError('the database is away'), { retryAfterSeconds: 5 });
}

function mishap(): HttpError {
  return new errors.InternalServerError('something went wrong');
}

function taken(port: number): Error {
  return new Error(`Port ${port} is in use: stop what uses it, or set PORT to another.`);
}

/**
 * Probes come often and from one address; a page brings ten files, which cost nothing; a signed webhook or a token that holds is not turned
 * away, so its channel counts the others.
 */
function isNotCounted(request: Request): boolean {
  const path = request.getPath();
  return uncounted.has(path) || /^\/(api|files|v3\/directline)\//.test(path);
}

const uncounted: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics', '/embed.js', '/favicon.ico']);

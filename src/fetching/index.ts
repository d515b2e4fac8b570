import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, type Dispatcher, request } from 'undici';
import { isPublic } from './addresses.ts';
import { FetchRefused } from './refusal.ts';

export { type FetchRefusal, FetchRefused } from './refusal.ts';

/** A feed of ten thousand services is half of this. Bytes. */
export const largestDocument = 20 * 1024 * 1024;
/** From asking to the last byte, redirects included. */
export const patienceMs = 30_000;
/** From an old address to a new one, to https, to a trailing slash: more is a loop. */
const mostRedirects = 3;

export interface FetchingNeeds {
  /** Hosts that may be fetched though they are not on the public internet, as `name` or `name:port`. */
  readonly privateHosts: readonly string[];
  /** Lower in tests. */
  readonly patienceMs?: number;
  readonly largestDocument?: number;
}

export interface Document {
  /** Where it came from in the end. */
  readonly url: string;
  readonly text: string;
}

export interface Fetching {
  /** The document at an address, as text. Throws FetchRefused. */
  document(url: string, accept: string): Promise<Document>;
}

/**
 * Fetches what somebody gave the address of: over http or https, from the public internet only, unless the host is allowed. Names are
 * looked up and checked at the moment of connecting, for every redirect anew, so that a name cannot be public first and private then.
 */
export function createFetching({ privateHosts, ...limits }: FetchingNeeds): Fetching {
  const patience = limits.patienceMs ?? patienceMs;
  const largest = limits.largestDocument ?? largestDocument;
  const allowed = new Set(privateHosts.map((host) => host.toLowerCase()));

  return {
    async document(given, accept) {
      const signal = AbortSignal.timeout(patience);
      const agents: Agent[] = [];
      try {
        let url = webAddress(given);
        for (let redirects = 0; redirects <= mostRedirects; redirects++) {
          const agent = agentFor(url, allowed);
          agents.push(agent);
          const response = await request(url, { dispatcher: agent, signal, headers: { accept, 'accept-encoding': 'identity' } });
          const next = redirectOf(response, url);
          if (!next) return { url: url.href, text: await textOf(response, url, largest) };
          url = webAddress(next);
        }
        throw new FetchRefused('redirects', `${given} leads on more than ${mostRedirects} times.`);
      } catch (reason) {
        throw asRefusal(reason, given, signal, patience);
      } finally {
        // Nobody waits for connections to be taken down: what came of them is known.
        for (const agent of agents) agent.destroy().catch(() => undefined);
      }
    },
  };
}

function webAddress(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new FetchRefused('address', `${given} is no web address: it begins with https:// or http://.`);
  if (url.username || url.password) throw new FetchRefused('address', 'An address with a name or password in it is not fetched.');
  return url;
}

/** Connects to public addresses only, whatever a name turns out to mean. */
function agentFor({ hostname, host }: URL, allowed: ReadonlySet<string>): Agent {
  if (allowed.has(host) || allowed.has(hostname)) return new Agent();
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) && !isPublic(literal)) throw isPrivate(hostname);
  return new Agent({
    connect: {
      lookup: (name, options, found) =>
        lookup(name, { ...options, all: true }, (reason, addresses) => {
          const open = reason ? [] : addresses.filter(({ address }) => isPublic(address));
          const [first] = open;
          if (reason) found(reason, []);
          else if (!first || open.length < addresses.length) found(isPrivate(name), []);
          else if (options.all) found(null, open);
          else found(null, first.address, first.family);
        }),
    },
  });
}

function isPrivate(host: string): FetchRefused {
  return new FetchRefused('private', `${host} is not on the public internet. To allow it all the same, name it in FETCH_PRIVATE_HOSTS.`);
}

function redirectOf({ statusCode, headers }: Dispatcher.ResponseData, from: URL): string | undefined {
  const location = [headers.location].flat()[0];
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) return undefined;
  return URL.canParse(location, from.href) ? new URL(location, from.href).href : location;
}

async function textOf({ statusCode, headers, body }: Dispatcher.ResponseData, url: URL, largest: number): Promise<string> {
  if (statusCode !== 200) throw new FetchRefused('status', `${url.href} answered ${statusCode}.`);
  const packed = headers['content-encoding'];
  if (packed !== undefined && packed !== 'identity')
    throw new FetchRefused('packed', `${url.href} sends it packed though it was asked not to.`);
  const tooLarge = () => new FetchRefused('size', `${url.href} sends more than ${largest} bytes.`);
  if (Number(headers['content-length'] ?? 0) > largest) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > largest) throw tooLarge();
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** What undici throws, in our words; a refusal of ours may be inside. */
function asRefusal(reason: unknown, given: string, signal: AbortSignal, patience: number): FetchRefused {
  if (reason instanceof FetchRefused) return reason;
  const cause = reason instanceof Error ? reason.cause : undefined;
  if (cause instanceof FetchRefused) return cause;
  if (signal.aborted) return new FetchRefused('time', `${given} took longer than ${patience / 1000} seconds.`, { cause: reason });
  return new FetchRefused('unreachable', `${given} cannot be reached.`, { cause: reason });
}

import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { TokenCredentials } from 'botframework-connector';
import jsonwebtoken from 'jsonwebtoken';

export const appId = '0b7a5e4c-0000-4000-8000-00000f01c300';

/** A request that the connector got: a message, or with PUT the new text of one. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Said;
  /** The id that it was given, where it was taken. */
  readonly id: string;
}

export interface Said {
  readonly type?: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Readonly<Record<string, unknown>> }[];
}

/** How the connector answers the next requests, one after another; then it takes everything. */
export type Mood =
  | 'takes'
  | 'hangs up'
  | 'says nothing'
  | { readonly status: number; readonly code?: string; readonly retryAfter?: number };

export interface BotFramework {
  /** The connector's address, as activities name it. */
  readonly serviceUrl: string;
  readonly metadataUrl: string;
  /** What was taken, in order. */
  readonly arrived: Arrived[];
  /** Every request to the connector, taken or not. */
  readonly asked: Arrived[];
  readonly moods: Mood[];
  token(claims?: object, options?: { readonly stranger?: boolean; readonly kid?: string }): string;
  /** The credentials that a bot has there. */
  readonly credentials: ConfigurationServiceClientCredentialFactory;
  close(): Promise<void>;
}

/** Microsoft's side, on this machine: the OpenID document and keys by which its tokens are signed, and a connector. */
export async function aBotFramework(): Promise<BotFramework> {
  const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ours = pair();
  const strangers = pair();
  const kid = randomUUID();
  const arrived: Arrived[] = [];
  const asked: Arrived[] = [];
  const moods: Mood[] = [];

  const server = createServer(async (request, response) => {
    const { url = '' } = request;
    if (url === '/openid') return answer(response, 200, { issuer: 'https://api.botframework.com', jwks_uri: `${base}/keys` });
    if (url === '/keys') {
      const { n, e } = ours.publicKey.export({ format: 'jwk' });
      return answer(response, 200, { keys: [{ kty: 'RSA', use: 'sig', kid, n, e, endorsements: ['msteams'] }] });
    }
    const { method = '', headers } = request;
    const said: Arrived = {
      method,
      path: decodeURIComponent(url),
      authorization: headers.authorization,
      body: JSON.parse(await bodyOf(request)) as Said,
      id: `1:${asked.length + 1}`,
    };
    asked.push(said);
    const mood = moods.shift() ?? 'takes';
    if (mood === 'hangs up') return void request.socket.destroy();
    if (mood === 'says nothing') return;
    if (mood === 'takes') {
      arrived.push(said);
      return answer(response, 201, { id: said.id });
    }
    if (mood.retryAfter !== undefined) response.setHeader('Retry-After', mood.retryAfter);
    answer(response, mood.status, { error: { code: mood.code ?? 'ServiceError', message: 'made up for a test' } });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    serviceUrl: `${base}/amer/`,
    metadataUrl: `${base}/openid`,
    arrived,
    asked,
    moods,
    token(claims = {}, { stranger = false, kid: named = kid } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const all = {
        iss: 'https://api.botframework.com',
        aud: appId,
        serviceurl: `${base}/amer/`,
        nbf: now - 10,
        exp: now + 600,
        ...claims,
      };
      const { privateKey } = stranger ? strangers : ours;
      return jsonwebtoken.sign(all, privateKey, { algorithm: 'RS256', keyid: named });
    },
    credentials: new Credentials({ MicrosoftAppId: appId, MicrosoftAppPassword: 'a password for tests only' }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The real credentials, but for the token itself, which only Microsoft can give. */
class Credentials extends ConfigurationServiceClientCredentialFactory {
  override createCredentials(): Promise<TokenCredentials> {
    return Promise.resolve(new TokenCredentials('our own token'));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function answer(response: ServerResponse, status: number, body: object): void {
  // restify changes the responses of every server in the process, and `writeHead` gives nothing back.
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

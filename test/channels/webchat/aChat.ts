import { readFile } from 'node:fs/promises';
import { createBot } from '#bot/index.ts';
import { createWebchat, type WebchatChannel } from '#channels/webchat/index.ts';
import type { SocketLimits } from '#channels/webchat/sockets.ts';
import { createActivityLog } from '#database/activityLog.ts';
import { isAway } from '#database/away.ts';
import { createPool } from '#database/pool.ts';
import { createPrisma } from '#database/prisma.ts';
import { addressOf } from '#http/address.ts';
import { readBody } from '#http/body.ts';
import { createLimit } from '#http/limits.ts';
import { createHttpServer } from '#http/server.ts';
import { loadWords } from '#language/words.ts';
import { createSecrets } from '#src/secrets.ts';
import { createServices } from '#src/services.ts';

export interface ChatOptions {
  /** The time; real by default. */
  readonly clock?: () => Date;
  readonly publicUrl?: string;
  readonly origins?: readonly string[];
  readonly limits?: SocketLimits;
  readonly perAddress?: number;
  readonly perContact?: number;
}

/** The web chat of one process: HTTP, web sockets and the bot over a real database. */
export interface Chat {
  readonly url: string;
  /** Where Direct Line is. */
  readonly domain: string;
  readonly webchat: WebchatChannel;
  /** Failures that were ours. */
  readonly reported: unknown[];
  /** Every request and what came of it: `POST /conversations 201`. */
  readonly asked: string[];
  /** Asks as a client would. */
  ask(method: 'GET' | 'POST' | 'OPTIONS', path: string, sent?: Sent): Promise<Asked>;
  /** A token for a new conversation. */
  token(wish?: object): Promise<Granted>;
  /** A conversation that has begun. */
  begin(wish?: object): Promise<Granted>;
  say(granted: Granted, text: string, clientActivityID?: string): Promise<Asked>;
  /** The texts of a conversation, ours with `<`. */
  told(granted: Granted): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface Sent {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Whatever Direct Line answers. */
export interface Body {
  readonly id?: string;
  readonly conversationId?: string;
  readonly token?: string;
  readonly expires_in?: number;
  readonly streamUrl?: string;
  readonly returnKey?: string;
  readonly watermark?: string;
  readonly activities?: readonly Shown[];
  readonly error?: { readonly code: string; readonly message: string };
}

export interface Shown {
  readonly type: string;
  readonly id: string;
  readonly timestamp: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly replyToId?: string;
  readonly from: { readonly id: string; readonly role: string };
  readonly channelData: { readonly 'webchat:sequence-id': number; readonly clientActivityID?: string };
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string; readonly value: string }[] };
}

export interface Granted {
  readonly conversation: string;
  readonly token: string;
  readonly streamUrl: string;
}

const secrets = createSecrets('a root key for web chat in tests only');
const fixtures = new URL('../../conversations/fixtures/', import.meta.url);

/** Puts the consultation PARKS into a database. */
export async function publishParks(url: string, clock: () => Date): Promise<void> {
  const prisma = createPrisma(url);
  const { consultations } = createServices({ prisma }, secrets, clock);
  const { key } = await consultations.importFile(await readFile(new URL('parks.yaml', fixtures), 'utf8'));
  await consultations.publish(key);
  await prisma.$disconnect();
}

/** When PARKS is open. */
export const inNovember = () => new Date('2026-11-23T10:00:00Z');

export async function aChat(databaseUrl: string, options: ChatOptions = {}): Promise<Chat> {
  const clock = options.clock ?? inNovember;
  const reported: unknown[] = [];
  const report = (reason: unknown) => void reported.push(reason);
  const pool = createPool(databaseUrl, report);
  const prisma = createPrisma(databaseUrl);
  const services = createServices({ prisma }, secrets, clock);
  const perAddress = createLimit(options.perAddress ?? 1_000_000);
  const perContact = createLimit(options.perContact ?? 1_000_000);
  const publicUrl = options.publicUrl ?? 'http://localhost:3978';
  const http = createHttpServer({ publicUrl, perAddress, report, isAway });
  const log = createActivityLog({
    pool,
    url: databaseUrl,
    channel: 'webchat',
    lookup: (conversation) => services.people.lookup('webchat', conversation),
    report: () => undefined,
  });
  const webchat = createWebchat({
    tokenKey: secrets.lookup('web chat', 'token key'),
    publicUrl,
    origins: options.origins ?? [],
    log,
    words: loadWords(),
    now: clock,
    ...(options.limits && { limits: options.limits }),
    readBody,
    countStranger: (request) => perAddress.count(addressOf(request)),
    countContact: (conversation) => perContact.count(conversation),
    countReader: () => Promise.resolve(),
    isAway,
    report,
  });
  const mishap = ({ reason }: { reason: unknown }) => report(reason);
  const bot = createBot({ pool, prisma, services, clock, report: { heard: () => undefined, mishap }, onRecorded: webchat.onRecorded });
  webchat.mount(http.routes, bot.onTurn);
  const { port } = await http.listen(0);
  const url = `http://127.0.0.1:${port}`;
  const domain = `${url}/v3/directline`;

  const asked: string[] = [];
  const ask: Chat['ask'] = async (method, path, { token, body, headers } = {}) => {
    const response = await fetch(domain + path, {
      method,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    asked.push(`${method} ${path} ${response.status}`);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Body };
  };
  const granted = ({ body }: Asked): Granted => ({
    conversation: body.conversationId ?? '',
    token: body.token ?? '',
    streamUrl: body.streamUrl ?? '',
  });
  const token: Chat['token'] = async (wish = {}) => granted(await ask('POST', '/tokens/generate', { body: wish }));

  return {
    url,
    domain,
    webchat,
    reported,
    asked,
    ask,
    token,
    async begin(wish) {
      const { token: first } = await token(wish);
      return granted(await ask('POST', '/conversations', { token: first, body: { user: {} } }));
    },
    say: ({ conversation, token }, text, clientActivityID) =>
      ask('POST', `/conversations/${conversation}/activities`, {
        token,
        body: { type: 'message', text, from: { id: 'somebody' }, ...(clientActivityID && { channelData: { clientActivityID } }) },
      }),
    async told({ conversation, token }) {
      const { body } = await ask('GET', `/conversations/${conversation}/activities`, { token });
      return (body.activities ?? []).map(({ from, text }) => `${from.role === 'bot' ? '<' : '>'} ${text}`);
    },
    async close() {
      webchat.close();
      await http.close();
      await bot.idle();
      await log.close();
      await pool.end();
      await prisma.$disconnect();
    },
  };
}

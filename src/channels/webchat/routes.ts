import { randomBytes } from 'node:crypto';
import type { Request, Server } from 'restify';
import { z } from 'zod';
import { languageWanted } from '#language/languageWanted.ts';
import type { Inbound, OnTurn } from '../channel.ts';
import { activityId, activitySet, inboundFrom, joining } from './activity.ts';
import { type Answer, answering, base, readJson } from './door.ts';
import { asBotError, refused } from './errors.ts';
import type { Page } from './log.ts';
import type { WebchatNeeds } from './needs.ts';
import { type Checked, lifetimeSeconds, type Pass, type Tokens } from './tokens.ts';

export interface RoutesNeeds extends WebchatNeeds {
  readonly tokens: Tokens;
  readonly onTurn: OnTurn;
  /** The address of a stream that tells everything after a sequence. */
  streamUrl(request: Request, pass: Pass, after: number): string;
  /** The sequence under which a turn of this process recorded what was heard. */
  recordedAs(inbound: Inbound): number | undefined;
}

/** Direct Line 3.0 over HTTP. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference */
export function mountRoutes(server: Server, needs: RoutesNeeds): void {
  const { tokens, log } = needs;
  const begun = createBegun(needs);
  const conversation = `${base}/conversations/:conversation`;
  const get = (path: string, route: (request: Request) => Promise<Answer>) => server.get(path, answering(needs, route));
  const post = (path: string, route: (request: Request) => Promise<Answer>) => server.post(path, answering(needs, route));

  post(`${base}/tokens/generate`, async (request) => {
    await needs.countStranger(request);
    const wished = wishShape.safeParse(await readJson(needs, request));
    if (!wished.success) throw refused('malformed');
    const { start, lang } = wished.data;
    const language = languageWanted(lang);
    return answer(200, { ...randomNames(), ...(start && { start }), ...(language && { language }) });
  });

  post(`${base}/tokens/refresh`, async (request) => answer(200, await passOf(request, tokens.checkForRefresh)));

  // Ours, beside what the real service has: see decision 23.
  post(`${base}/tokens/return`, async (request) => {
    const pass = await passOf(request, tokens.checkForReturn);
    return answer(200, pass, { returnKey: tokens.issueReturnKey(pass) });
  });

  post(`${base}/conversations`, async (request) => {
    const pass = await passOf(request, tokens.check);
    const { locale } = startShape.safeParse(await readJson(needs, request)).data ?? {};
    if (await log.read(pass.conversation, 0)) return answer(200, pass, streamed(request, pass, 0));
    await needs.countStranger(request);
    const language = pass.language ?? languageWanted(locale) ?? languageWanted(request.headers['accept-language']);
    await hear(joining({ ...pass, language }));
    begun.add(pass.conversation);
    return answer(201, pass, streamed(request, pass, 0));
  });

  get(conversation, async (request) => {
    const pass = await passFor(request);
    await needs.countReader(pass.conversation);
    const after = watermarkOf(request);
    const { last } = await found(log.read(pass.conversation, after ?? nothingBefore));
    return answer(200, pass, streamed(request, pass, after ?? last));
  });

  get(`${conversation}/activities`, async (request) => {
    const pass = await passFor(request);
    await needs.countReader(pass.conversation);
    const after = watermarkOf(request) ?? 0;
    const { messages } = await found(log.read(pass.conversation, after));
    return { status: 200, body: activitySet({ ...pass, words: needs.words }, messages, after) };
  });

  post(`${conversation}/activities`, async (request) => {
    const pass = await passFor(request);
    await needs.countContact(pass.conversation);
    const inbound = inboundFrom(await readJson(needs, request), pass);
    await begun.check(pass.conversation);
    // What says nothing leads to nothing, yet its sender waits for an id.
    if (!inbound) return { status: 200, body: { id: `${pass.conversation}|${randomName()}` } };
    return { status: 200, body: { id: activityId(pass.conversation, await hear(inbound).catch(asBotError)) } };
  });

  post(`${conversation}/upload`, async (request) => {
    await passFor(request);
    throw refused('noUploads');
  });

  for (const method of ['get', 'post', 'put', 'patch', 'del'] as const) {
    server[method](
      `${base}/*`,
      answering(needs, async () => Promise.reject(refused('notFound'))),
    );
  }

  /** One turn. Gives back the sequence of what was heard; throws where nothing could be recorded. */
  async function hear(inbound: Inbound): Promise<number> {
    await needs.onTurn(inbound);
    const sequence = needs.recordedAs(inbound) ?? (await log.heard(inbound.address, inbound.id));
    if (sequence === undefined) throw refused('mishap');
    return sequence;
  }

  async function passOf(request: Request, check: (token: string) => Checked<Pass>): Promise<Pass> {
    const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const checked = token === undefined ? undefined : check(token);
    if (checked?.ok) return checked.value;
    await needs.countStranger(request);
    throw refused(checked?.reason ?? 'noToken');
  }

  async function passFor(request: Request): Promise<Pass> {
    const pass = await passOf(request, tokens.check);
    if (pass.conversation === request.params.conversation) return pass;
    await needs.countStranger(request);
    throw refused('otherConversation');
  }

  function answer(status: Answer['status'], pass: Pass, more: object = {}): Answer {
    return { status, body: { conversationId: pass.conversation, token: tokens.issue(pass), expires_in: lifetimeSeconds, ...more } };
  }

  function streamed(request: Request, pass: Pass, after: number): object {
    return { streamUrl: needs.streamUrl(request, pass, after) };
  }
}

/** What a page may wish for when it asks for a token: the word that its person came by, and a language. */
const wishShape = z.object({ start: z.string().max(80).optional(), lang: z.string().max(35).optional() });
const startShape = z.object({ locale: z.string().optional() });

/** No conversation is as long; PostgreSQL's largest integer. */
const nothingBefore = 2_147_483_647;

/** Opaque to the client, which sends an empty one where it has none. */
function watermarkOf(request: Request): number | undefined {
  const watermark = new URL(request.url ?? '', 'http://localhost').searchParams.get('watermark') ?? '';
  if (watermark === '' || watermark === '-') return undefined;
  if (!/^\d{1,9}$/.test(watermark)) throw refused('malformed');
  return Number(watermark);
}

async function found(page: Promise<Page | undefined>): Promise<Page> {
  const read = await page;
  if (!read) throw refused('noConversation');
  return read;
}

/** Nobody guesses these: 144 bits. */
const randomName = () => randomBytes(18).toString('base64url');
const randomNames = () => ({ conversation: randomName(), user: `dl_${randomName()}` });

/** A conversation that was begun stays so: it is asked for once, where it was not begun here. */
function createBegun({ log }: Pick<WebchatNeeds, 'log'>) {
  const known = new Set<string>();
  function add(conversation: string): void {
    if (known.size >= mostRemembered) known.clear();
    known.add(conversation);
  }
  return {
    add,
    /** Throws 404 for a conversation that was never begun. */
    async check(conversation: string): Promise<void> {
      if (known.has(conversation)) return;
      await found(log.read(conversation, nothingBefore));
      add(conversation);
    },
  };
}

const mostRemembered = 50_000;

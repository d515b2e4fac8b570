import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createBot } from '#bot/index.ts';
import type { OnTurn, Reply } from '#channels/channel.ts';
import { createAuthentication } from '#channels/teams/authentication.ts';
import { createTeams, type TeamsChannel } from '#channels/teams/index.ts';
import type { Lost } from '#channels/teams/outbox.ts';
import { teamsRoom } from '#channels/teams/room.ts';
import { isAway } from '#database/away.ts';
import { createDepartures } from '#database/departures.ts';
import { createPool } from '#database/pool.ts';
import { createPrisma } from '#database/prisma.ts';
import { addressOf } from '#http/address.ts';
import { readBody } from '#http/body.ts';
import { createLimit } from '#http/limits.ts';
import { createHttpServer } from '#http/server.ts';
import { loadWords } from '#language/words.ts';
import { recordUnreachable } from '#people/store.ts';
import { createFindNotice } from '#src/findNotice.ts';
import { createSecrets } from '#src/secrets.ts';
import { createServices, type Services } from '#src/services.ts';
import { aBotFramework, appId, type BotFramework, type Said } from './aBotFramework.ts';

export interface TeamOptions {
  readonly appId?: string | undefined;
  readonly perAddress?: number;
  readonly perContact?: number;
  readonly answer?: OnTurn;
}

/** Teams, and our server that it talks to over a real database. */
export interface Team {
  readonly framework: BotFramework;
  readonly teams: TeamsChannel;
  readonly services: Services;
  readonly url: string;
  readonly reported: unknown[];
  readonly prisma: ReturnType<typeof createPrisma>;
  readonly lost: Lost[];
  /** Waits asked for between two tries. */
  readonly waits: number[];
  /** Posts an activity as Teams does. */
  post(activity: object | string, headers?: Readonly<Record<string, string>>): Promise<Posted>;
  /** Says something in one's own chat and gives back the texts that come of it. */
  says(text: string, over?: object): Promise<readonly string[]>;
  /** Begins something with the only contact point, as an approach does. */
  begin(dialog: string, options: object): Promise<readonly Reply[]>;
  publish(file: string): Promise<void>;
  /** The clock by which the channel waits goes forward. */
  wait(ms: number): void;
  /** The clock by which replies have left or not goes forward. */
  later(ms: number): void;
  /** Everybody is gone, as before the first message. Nothing may have gone wrong until now. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

export interface Posted {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const secrets = createSecrets('a root key for Teams in tests only');
const fixtures = new URL('../../conversations/fixtures/', import.meta.url);

/** When PARKS is open. */
export const inNovember = () => new Date('2026-11-23T10:00:00Z');

export async function aTeam(databaseUrl: string, options: TeamOptions = {}): Promise<Team> {
  const reported: unknown[] = [];
  const lost: Lost[] = [];
  const waits: number[] = [];
  let aheadMs = 0;
  let waitedMs = 0;
  const report = (reason: unknown) => void reported.push(reason);
  const framework = await aBotFramework();
  const pool = createPool(databaseUrl, report);
  const prisma = createPrisma(databaseUrl);
  const services = createServices({ prisma }, secrets, inNovember);
  const perAddress = createLimit(options.perAddress ?? 1_000_000);
  const perContact = createLimit(options.perContact ?? 1_000_000);
  const http = createHttpServer({ publicUrl: 'http://localhost:3978', perAddress, report, isAway });
  const known = 'appId' in options ? options.appId : appId;
  const app = { appId: known, appType: 'MultiTenant' } as const;
  const { metadataUrl, credentials } = framework;
  const teams = createTeams({
    appId: known,
    authentication: createAuthentication(app, known === undefined ? undefined : { metadataUrl, credentials }),
    words: loadWords(),
    now: () => new Date(inNovember().getTime() + waitedMs),
    findNotice: createFindNotice(services, loadWords(), inNovember),
    readBody,
    countStranger: (request) => perAddress.count(addressOf(request)),
    countContact: (conversation) => perContact.count(conversation),
    lost: (each) => void lost.push(each),
    unreachable: (conversation, reason) =>
      recordUnreachable(prisma, { channel: 'teams', lookup: services.people.lookup('teams', conversation), reason }, inNovember()),
    departures: createDepartures({
      pool,
      channel: 'teams',
      lookup: (conversation) => services.people.lookup('teams', conversation),
      now: () => new Date(inNovember().getTime() + aheadMs),
    }),
    open: services.people.open,
    report,
    async pause(ms) {
      waits.push(ms);
      waitedMs += ms;
    },
    random: () => 1,
  });
  const mishap = ({ reason }: { reason: unknown }) => report(reason);
  const bot = createBot({ pool, prisma, services, clock: inNovember, report: { heard: () => undefined, mishap } });
  teams.mount(http.routes, options.answer ?? bot.onTurn);
  const { port } = await http.listen(0);
  const url = `http://127.0.0.1:${port}`;

  const post: Team['post'] = async (activity, headers = { Authorization: `Bearer ${framework.token()}` }) => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    });
    return { status: response.status, headers: response.headers, body: await response.text() };
  };

  return {
    framework,
    teams,
    services,
    url,
    reported,
    prisma,
    lost,
    waits,
    post,
    async says(text, over = {}) {
      const before = framework.arrived.length;
      const { status, body } = await post(aMessage(framework, { text, ...over }));
      if (status !== 200) throw new Error(`${status} ${body}`);
      await teams.idle();
      return framework.arrived.slice(before).map(({ body }) => shownText(body));
    },
    async begin(dialog, options) {
      const { lookup, address } = await prisma.contactPoint.findFirstOrThrow();
      const approach = {
        kind: 'approach',
        channel: 'teams',
        room: teamsRoom,
        id: `approach:${randomUUID()}`,
        text: '',
        answeredByProvider: false,
      } as const;
      return bot.begin({ ...approach, address: services.people.open(address), opens: { dialog, options } }, lookup);
    },
    wait(ms) {
      waitedMs += ms;
    },
    later(ms) {
      aheadMs += ms;
    },
    async publish(file) {
      const { key } = await services.consultations.importFile(await readFile(new URL(file, fixtures), 'utf8'));
      await services.consultations.publish(key);
    },
    async forget() {
      expect(reported).toEqual([]);
      await prisma.message.deleteMany();
      await prisma.person.deleteMany();
      for (const list of [framework.arrived, framework.asked, framework.moods, lost, waits]) list.length = 0;
      // What was sent to a conversation counts no more for what is sent next.
      waitedMs += 30_000;
    },
    async close() {
      await http.close();
      await bot.idle();
      await teams.close();
      await pool.end();
      await prisma.$disconnect();
      await framework.close();
    },
  };
}

/** A message's text, or what its card says where it cannot be shown. */
export function shownText({ text, attachments }: Said): string {
  return [...(text === undefined ? [] : [text]), ...(attachments ?? []).map(({ content }) => String(content.fallbackText))].join('\n');
}

let messages = 0;

/** A message in somebody's own chat, as Teams posts it. */
export function aMessage({ serviceUrl }: Pick<BotFramework, 'serviceUrl'>, over: object = {}) {
  messages += 1;
  return {
    type: 'message',
    id: `17000000${messages}`,
    timestamp: '2026-11-23T10:00:00.000Z',
    localTimestamp: '2026-11-23T10:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:councillor', name: 'Invented Councillor', aadObjectId: '00000000-0000-4000-8000-000000000001' },
    recipient: { id: `28:${appId}`, name: 'Folkmoot' },
    conversation: { id: 'a:councillor', conversationType: 'personal', tenantId: '00000000-0000-4000-8000-00000000000a' },
    channelData: { tenant: { id: '00000000-0000-4000-8000-00000000000a' } },
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web' }],
    locale: 'en-GB',
    textFormat: 'plain',
    text: 'hello',
    ...over,
  };
}

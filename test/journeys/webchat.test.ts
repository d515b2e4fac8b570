import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { aClient, type Client } from '../channels/webchat/aClient.ts';
import { anOpenTown, type OpenTown } from './anOpenTown.ts';
import { createJourney, type RunningServer } from './aServer.ts';

const { folder, start, clearUp } = createJourney();
let town: OpenTown;
let clients: Client[] = [];
beforeAll(async () => {
  town = await anOpenTown(folder());
});
afterEach(() => {
  for (const client of clients) client.end();
  clients = [];
});
afterAll(async () => {
  await clearUp();
  await town.close();
});

/** Streams are then where the request came. */
const PUBLIC_URL = 'http://localhost:3978';
const domainOf = ({ url }: Pick<RunningServer, 'url'>) => `${url}/v3/directline`;

function connect(options: Parameters<typeof aClient>[0]): Client {
  const client = aClient(options);
  clients.push(client);
  return client;
}

async function post(
  server: RunningServer,
  path: string,
  token?: string,
): Promise<{ conversationId: string; token: string; streamUrl: string }> {
  const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const response = await fetch(domainOf(server) + path, { method: 'POST', headers });
  expect(response.status).toBeLessThan(300);
  return (await response.json()) as { conversationId: string; token: string; streamUrl: string };
}

/** A port that nobody uses, to come back to. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
}

/** Says something until it is taken, as Web Chat does when its person presses "retry". */
async function insist(client: Client, text: string, name: string): Promise<string> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const id = await client.post(text, name).catch(() => 'retry');
    if (id !== 'retry') return id;
    if (performance.now() > deadline) throw new Error(`"${text}" was never taken`);
    await once(AbortSignal.timeout(50), 'abort');
  }
}

const answers = ['SWINGS', 'Begin', 'Every week', '4', 'No', 'Send'];

/** The same page, opened again: what was seen stays, and the rest is asked for by the watermark. */
function reloaded(client: Client, seen: Client['activities'], domain: string): Client {
  seen.push(...client.activities);
  client.end();
  const [conversationId = '', watermark = ''] = seen.at(-1)?.id.split('|') ?? [];
  return connect({ domain, token: client.token, webSocket: false, conversationId, watermark: String(Number(watermark)) });
}

test.each([
  ['by itself over a web socket', true],
  ['after a reload by polling, which it stops at the first request that fails', false],
])(
  'the server is killed again and again in the middle; the client goes on %s; everything is heard once and answered once',
  async (_how, webSocket) => {
    const environment = { ...town.environment, PUBLIC_URL, PORT: await freePort(), RATE_LIMIT_PER_ADDRESS: '1000000' };
    let server = await start(environment);
    const { token } = await post(server, '/tokens/generate');
    const seen: Client['activities'] = [];
    let client = connect({ domain: domainOf(server), token, webSocket });
    await client.until(({ activities }) => activities.length === 3);
    const killedAt = new Set(['SWINGS', '4']);
    for (const [place, text] of answers.entries()) {
      const name = `answer ${place}`;
      if (!killedAt.has(text)) {
        await insist(client, text, name);
      } else {
        const first = client.post(text, name).catch(() => 'retry');
        await Promise.all([first, server.end('SIGKILL')]);
        server = await start(environment);
        if (!webSocket) client = reloaded(client, seen, domainOf(server));
        await insist(client, text, name);
      }
      await client.until((each) => each.said().includes(`> ${text}`) && !each.said().at(-1)?.startsWith('>'), 30_000);
    }
    await client.until((each) => each.said().some((text) => text.includes('Your reference is')), 30_000);
    seen.push(...client.activities);
    for (const text of answers)
      expect([text, seen.filter((one) => one.from.role === 'user' && one.text === text).length]).toEqual([text, 1]);
    const ids = seen.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(await server.end('SIGTERM')).toMatchObject({ code: 0 });
  },
  120_000,
);

test('two servers behind one address: a client of each hears the same, and both may speak', async () => {
  const [here, there] = await Promise.all([start({ ...town.environment, PUBLIC_URL }), start({ ...town.environment, PUBLIC_URL })]);
  const { token } = await post(here, '/tokens/generate');
  const one = connect({ domain: domainOf(here), token, webSocket: true });
  await one.until(({ activities }) => activities.length === 3);
  const conversationId = one.activities[0]?.id.split('|')[0] ?? '';
  const other = connect({ domain: domainOf(there), token, webSocket: true, conversationId, watermark: '0' });
  await other.until(({ activities }) => activities.length === 3);
  await one.post('SWINGS', 'one');
  await other.until((each) => each.said().includes('> SWINGS'));
  await other.post('Begin', 'other');
  await one.until((each) => each.said().some((text) => text.includes('How often do you use a park?')));
  await other.until(({ activities }) => activities.length === one.activities.length);
  expect(other.said()).toEqual(one.said());
  await Promise.all([here.end('SIGTERM'), there.end('SIGTERM')]);
}, 60_000);

import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { aChat, type Chat, inNovember, publishParks } from './aChat.ts';
import { aClient, type Client, ConnectionStatus } from './aClient.ts';

let database: TestDatabase;
let now = inNovember();
let chat: Chat;
let clients: Client[] = [];
beforeAll(async () => {
  database = await testDatabase();
  await publishParks(database.url, inNovember);
});
beforeEach(async () => {
  now = inNovember();
  chat = await aChat(database.url, { clock: () => now });
});
afterEach(async () => {
  for (const client of clients) client.end();
  clients = [];
  expect(chat.reported).toEqual([]);
  await chat.close();
});
afterAll(() => database.close());

function connect(options: Partial<Parameters<typeof aClient>[0]> & { readonly token: string; readonly webSocket: boolean }): Client {
  const client = aClient({ domain: chat.domain, ...options });
  clients.push(client);
  return client;
}

const isOnline = ({ statuses }: Client) => statuses.at(-1) === ConnectionStatus.Online;

describe.each([
  ['over a web socket', true],
  ['by polling', false],
])('the official client %s', (_how, webSocket) => {
  test('is welcomed, says something, sees it and is answered, once and in order', async () => {
    const { token, conversation } = await chat.token();
    const client = connect({ token, webSocket });
    await client.until(({ activities }) => activities.length === 3);
    const id = await client.post('PARKS', 'mine');
    await client.until(({ activities }) => activities.length >= 5);
    expect(id).toBe(`${conversation}|0000005`);
    expect(client.said()[3]).toBe('> PARKS');
    expect(client.activities[3]).toMatchObject({
      id,
      channelData: { clientActivityID: 'mine' },
      from: { id: expect.stringMatching(/^dl_/) },
    });
    expect(client.activities[4]).toMatchObject({ replyToId: id, text: expect.stringContaining('Your parks') });
    const ids = client.activities.map((activity) => activity.id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(isOnline(client)).toBe(true);
  });

  test('hears the same as another client of the same conversation', async () => {
    const { token } = await chat.token();
    const one = connect({ token, webSocket });
    await one.until(({ activities }) => activities.length === 3);
    const other = connect({ token, webSocket });
    await other.until(({ activities }) => activities.length === 3);
    await one.post('PARKS', 'one');
    await other.post('1', 'other');
    const all = (await chat.told({ ...(await chat.token()), token, conversation: one.activities[0]?.id.split('|')[0] ?? '' })).length;
    for (const client of [one, other]) await client.until(({ activities }) => activities.length === all);
    expect(one.said()).toEqual(other.said());
    expect(one.said()).toEqual(expect.arrayContaining(['> PARKS', '> 1']));
  });

  test('goes on after a reload, with what it has not seen yet', async () => {
    const granted = await chat.begin();
    await chat.say(granted, 'PARKS');
    const client = connect({ token: granted.token, webSocket, conversationId: granted.conversation, watermark: '4' });
    await client.until(({ activities }) => activities.length > 1);
    expect(client.said()[0]).toBe('> PARKS');
    await client.post('1');
    await client.until((each) => each.said().includes('> 1'));
    expect(client.said().filter((text) => text.includes('Hello'))).toEqual([]);
  });

  test('is told that its token expired, and goes on once it has a new one', async () => {
    const { token } = await chat.token();
    const client = connect({ token, webSocket });
    await client.until(({ activities }) => activities.length === 3);
    const conversationId = client.activities[0]?.id.split('|')[0] ?? '';
    now = new Date(now.getTime() + 40 * 60_000);
    expect(await client.post('PARKS', 'late')).toBe('retry');
    await client.until(({ statuses }) => statuses.includes(ConnectionStatus.ExpiredToken));
    now = inNovember();
    const { body } = await chat.ask('GET', `/conversations/${conversationId}?watermark=4`, { token });
    client.directLine.reconnect({ conversationId, token: body.token ?? '', streamUrl: body.streamUrl ?? '' });
    expect(await client.post('PARKS', 'late')).toMatch(/\|/);
    await client.until((each) => each.said().includes('> PARKS'));
  });

  test('makes its token new by itself, and goes on past the end of the first one', async () => {
    const { token } = await chat.token();
    const client = connect({ token, webSocket });
    await client.until(({ activities }) => activities.length === 3);
    now = new Date(now.getTime() + 20 * 60_000);
    // What its timer does every 15 minutes.
    const inside = client.directLine as unknown as { token: string; refreshToken(): { subscribe(next: (token: string) => void): void } };
    inside.token = await new Promise<string>((resolve) => inside.refreshToken().subscribe(resolve));
    now = new Date(now.getTime() + 20 * 60_000);
    expect(await client.post('PARKS', 'mine')).toMatch(/\|/);
    await client.until((each) => each.said().includes('> PARKS'));
  });

  test('is told that a conversation is over which nobody began', async () => {
    const { token, conversation } = await chat.token();
    const client = connect({ token, webSocket, conversationId: conversation, watermark: '4' });
    await client.until(({ statuses }) => statuses.includes(ConnectionStatus.Ended) || statuses.includes(ConnectionStatus.FailedToConnect));
    expect(client.activities).toEqual([]);
  });
});

import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Inbound } from '#channels/channel.ts';
import { mostUnread } from '#channels/webchat/listener.ts';
import { webchatRoom } from '#channels/webchat/room.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { aChat, type Chat, type ChatOptions, type Granted, inNovember, publishParks, type Shown } from './aChat.ts';

let database: TestDatabase;
let now = inNovember();
const chats: Chat[] = [];
beforeAll(async () => {
  database = await testDatabase();
  await publishParks(database.url, inNovember);
});
beforeEach(() => {
  now = inNovember();
});
afterEach(async () => {
  for (const chat of chats.splice(0)) await chat.close();
});
afterAll(() => database.close());

async function opened(options: ChatOptions = {}): Promise<Chat> {
  const chat = await aChat(database.url, { clock: () => now, ...options });
  chats.push(chat);
  return chat;
}

/** A bare web socket, and what came over it. */
function listen(url: string, headers: Readonly<Record<string, string>> = {}) {
  const ws = new WebSocket(url, { headers });
  const frames: { activities: Shown[]; watermark: string }[] = [];
  ws.on('message', (data) => frames.push(JSON.parse(String(data))));
  ws.on('error', () => undefined);
  const texts = () => frames.flatMap(({ activities }) => activities.map(({ from, text }) => `${from.role === 'bot' ? '<' : '>'} ${text}`));
  return {
    ws,
    frames,
    texts,
    /** Waits for a text. */
    async hears(text: string): Promise<void> {
      while (!texts().includes(text)) await once(ws, 'message', { signal: AbortSignal.timeout(15_000) });
    },
  };
}

/** What a web socket is refused with; 101 where it is not. */
async function refusal(url: string, headers: Readonly<Record<string, string>> = {}): Promise<readonly [number, string]> {
  const { ws } = listen(url, headers);
  const refused = once(ws, 'unexpected-response').then(async ([, response]) => {
    let text = '';
    for await (const part of response) text += part;
    return [response.statusCode, (JSON.parse(text) as { error: { code: string } }).error.code] as const;
  });
  const open = once(ws, 'open').then(() => {
    ws.terminate();
    return [101, ''] as const;
  });
  return Promise.race([refused, open]);
}

const streamFrom = async (chat: Chat, { conversation, token }: Granted, watermark: string) => {
  const { body } = await chat.ask('GET', `/conversations/${conversation}?watermark=${watermark}`, { token });
  return body.streamUrl ?? '';
};

test('a stream tells everything from its watermark on, once: what was said before, then what is said', async () => {
  const chat = await opened();
  const granted = await chat.begin();
  const everything = listen(granted.streamUrl);
  const newer = listen(await streamFrom(chat, granted, '3'));
  await Promise.all([everything.hears('< What would you like to do?'), newer.hears('< What would you like to do?')]);
  const newest = listen(await streamFrom(chat, granted, ''));
  await once(newest.ws, 'open');
  await chat.say(granted, 'PARKS');
  for (const listener of [everything, newer, newest]) await listener.hears('> PARKS');
  expect(everything.texts()).toEqual(await chat.told(granted));
  expect(newer.texts()).toEqual(everything.texts().slice(2));
  expect(newest.texts()).toEqual(everything.texts().slice(3));
  expect(everything.frames.at(-1)?.watermark).toBe(String(everything.texts().length + 1));
});

test('a long history comes whole', async () => {
  const chat = await opened();
  const granted = await chat.begin();
  for (let time = 0; time < 60; time++) await chat.say(granted, `hello ${time}`);
  const listener = listen(await streamFrom(chat, granted, '0'));
  await chat.say(granted, 'the end');
  await listener.hears('> the end');
  const ids = listener.frames.flatMap(({ activities }) => activities.map(({ id }) => id));
  expect(ids).toEqual([...new Set(ids)]);
  expect(listener.texts().filter((text) => text.startsWith('>'))).toHaveLength(61);
});

test('the same address opens more than one stream, and empty frames are let be', async () => {
  const chat = await opened();
  const granted = await chat.begin();
  const listeners = [1, 2, 3].map(() => listen(granted.streamUrl));
  for (const listener of listeners) await listener.hears('< What would you like to do?');
  for (const { ws } of listeners) ws.send('');
  await chat.say(granted, 'PARKS');
  for (const listener of listeners) await listener.hears('> PARKS');
  expect(chat.webchat.open).toBe(3);
});

test('a stream is refused without a ticket that holds: forged, late, for another conversation, or from another site', async () => {
  const chat = await opened({ publicUrl: 'https://chat.example.org' });
  const { streamUrl, conversation, token } = await chat.begin();
  const other = await chat.begin();
  const here = streamUrl.replace('wss://chat.example.org', chat.url.replace('http', 'ws'));
  const Origin = 'https://chat.example.org';
  expect(await refusal(here, { Origin })).toEqual([101, '']);
  expect(await refusal(here)).toEqual([101, '']);
  expect(await refusal(here, { Origin: 'https://elsewhere.example.org' })).toEqual([403, 'BadArgument']);
  expect(await refusal(here.replace(/t=.*/, ''))).toEqual([403, 'BadArgument']);
  expect(await refusal(here.replace(/t=.*/, `t=${token}`))).toEqual([403, 'BadArgument']);
  expect(await refusal(here.replace(conversation, other.conversation))).toEqual([403, 'BadArgument']);
  expect(await refusal(`${chat.url.replace('http', 'ws')}/elsewhere`)).toEqual([404, 'NotFound']);
  now = new Date(now.getTime() + 61_000);
  expect(await refusal(here)).toEqual([403, 'TokenExpired']);
});

test('so many sockets in one conversation, so many in all: 429, and what is open stays open', async () => {
  const chat = await opened({ limits: { perConversation: 2, inAll: 3, pingMs: 60_000 } });
  const [one, other] = [await chat.begin(), await chat.begin()];
  const listeners = [listen(one.streamUrl), listen(one.streamUrl)];
  for (const { ws } of listeners) await once(ws, 'open');
  expect(await refusal(one.streamUrl)).toEqual([429, 'TooManyRequests']);
  await once(listen(other.streamUrl).ws, 'open');
  expect(await refusal(other.streamUrl)).toEqual([429, 'TooManyRequests']);
  await chat.say(one, 'PARKS');
  for (const listener of listeners) await listener.hears('> PARKS');
  listeners[0]?.ws.close();
  await once(listeners[0]?.ws as WebSocket, 'close');
  expect(await refusal(other.streamUrl)).toEqual([101, '']);
});

test('a socket that does not answer is dropped after two pings, whatever it sends; one that does stays', async () => {
  const chat = await opened({ limits: { perConversation: 10, inAll: 10, pingMs: 50 } });
  const granted = await chat.begin();
  const [dead, alive] = [listen(granted.streamUrl), listen(granted.streamUrl)];
  await Promise.all([once(dead.ws, 'open'), once(alive.ws, 'open')]);
  dead.ws.pause();
  while (chat.webchat.open > 1) {
    dead.ws.send('');
    await once(alive.ws, 'ping');
  }
  expect(alive.ws.readyState).toBe(WebSocket.OPEN);
});

test('a socket that does not read is dropped when too much waits for it, and the others hear everything', async () => {
  const chat = await opened({ limits: { perConversation: 10, inAll: 10, pingMs: 60_000 } });
  const granted = await chat.begin();
  const [deaf, keen] = [listen(granted.streamUrl), listen(granted.streamUrl)];
  await Promise.all([deaf.hears('< What would you like to do?'), keen.hears('< What would you like to do?')]);
  deaf.ws.pause();
  const inbound: Inbound = {
    channel: 'webchat',
    room: webchatRoom,
    address: granted.conversation,
    id: 'x',
    text: '',
    answeredByProvider: false,
  };
  let said = 0;
  for (let sequence = 5; chat.webchat.open > 1; sequence++) {
    const activity = { type: 'message', text: `${sequence} ${'a'.repeat(mostUnread)}` };
    chat.webchat.onRecorded(inbound, [{ sequence, direction: 'out', providerId: null, replyTo: null, activity, at: now }]);
    said += 1;
    await once(keen.ws, 'message');
    expect(said).toBeLessThan(1_000);
  }
  expect(keen.frames).toHaveLength(1 + said);
});

test('another process behind the same address: what is said here is heard there, whichever the client meets', async () => {
  const [here, there] = [await opened(), await opened()];
  const granted = await here.begin();
  const listener = listen(await streamFrom(there, granted, '0'));
  await listener.hears('< What would you like to do?');
  await here.say(granted, 'PARKS');
  await listener.hears('> PARKS');
  await there.say(granted, '1');
  await here.say(granted, '1');
  await listener.hears('> 1');
  while (listener.texts().filter((text) => text === '> 1').length < 2) await once(listener.ws, 'message');
  expect(listener.texts()).toEqual((await here.told(granted)).slice(0, listener.texts().length));
});

test('a server that stops says so; the client comes back to another and misses nothing', async () => {
  const [here, there] = [await opened(), await opened()];
  const granted = await here.begin();
  const listener = listen(granted.streamUrl);
  await listener.hears('< What would you like to do?');
  chats.splice(chats.indexOf(here), 1);
  const [[code]] = await Promise.all([once(listener.ws, 'close'), here.close()]);
  expect(code).toBe(1001);
  await there.say(granted, 'PARKS');
  const back = listen(await streamFrom(there, granted, '4'));
  await back.hears('> PARKS');
  expect(back.texts()).toEqual((await there.told(granted)).slice(3));
});

test('of a postcode its first half goes over the sockets of every process', async () => {
  const [here, there] = [await opened(), await opened()];
  const granted = await here.begin();
  const streams = await Promise.all([here, there].map(async (chat) => listen(await streamFrom(chat, granted, '0'))));
  await here.say(granted, 'NN16 0AP');
  for (const { hears, texts } of streams) {
    await hears('> NN16');
    expect(texts().join()).not.toContain('0AP');
  }
});

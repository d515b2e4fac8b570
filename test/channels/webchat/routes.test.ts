import jsonwebtoken from 'jsonwebtoken';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { aChat, type Chat, inNovember, publishParks } from './aChat.ts';
import { undocumented } from './documented.ts';

let database: TestDatabase;
let chat: Chat;
beforeAll(async () => {
  database = await testDatabase();
  await publishParks(database.url, inNovember);
  chat = await aChat(database.url, { clock: inNovember });
});
afterEach(() => {
  expect(chat.reported).toEqual([]);
  expect(undocumented(chat.asked)).toEqual([]);
});
afterAll(async () => {
  await chat.close();
  await database.close();
});

test('a token is for a conversation of its own and half an hour, with a user whom nobody can choose', async () => {
  const { status, body } = await chat.ask('POST', '/tokens/generate', { body: { user: { id: 'dl_me' } } });
  expect([status, body.expires_in]).toEqual([200, 1800]);
  expect(body.conversationId).toMatch(/^[\w-]{24}$/);
  const claims = jsonwebtoken.decode(body.token ?? '') as { user: string; conv: string };
  expect(claims).toMatchObject({ conv: body.conversationId, user: expect.stringMatching(/^dl_[\w-]{24}$/) });
  const another = await chat.token();
  expect(another.conversation).not.toBe(body.conversationId);
});

test('a conversation begins once: 201 and the welcome, then 200 and nothing more', async () => {
  const { token } = await chat.token();
  const first = await chat.ask('POST', '/conversations', { token, body: { user: {} } });
  expect([first.status, first.body.expires_in]).toEqual([201, 1800]);
  const welcome = await chat.told({ conversation: first.body.conversationId ?? '', token, streamUrl: '' });
  expect(welcome).toEqual([
    '< Hello from Folkmoot. Your council wants to hear from you.',
    '< Other languages: POLSKI, ROMANA, LIETUVIU.',
    '< What would you like to do?',
  ]);
  const again = await chat.ask('POST', '/conversations', { token });
  expect([again.status, again.body.conversationId]).toEqual([200, first.body.conversationId]);
  expect(await chat.told({ conversation: first.body.conversationId ?? '', token, streamUrl: '' })).toEqual(welcome);
});

test('two who open it at the same moment are welcomed once', async () => {
  const granted = await chat.token();
  const opened = await Promise.all([1, 2, 3].map(() => chat.ask('POST', '/conversations', { token: granted.token })));
  expect(opened.map(({ status }) => status).filter((status) => status >= 300)).toEqual([]);
  expect(await chat.told(granted)).toHaveLength(3);
});

test('the word that somebody came by begins its consultation, in the language that they came with', async () => {
  const [first, ...others] = await chat.told(await chat.begin({ start: 'PARKS', lang: 'pl-PL' }));
  expect(first).toBe('< Inne języki: ENGLISH, ROMANA, LIETUVIU.');
  expect(others).toEqual([expect.stringContaining('Nasze parki')]);
});

test.each([
  ['the token', { wish: { lang: 'ro' }, body: { locale: 'lt' }, accept: 'pl' }, 'Bună ziua'],
  ['the client', { wish: {}, body: { locale: 'lt-LT' }, accept: 'pl' }, 'Laba diena'],
  ['the browser', { wish: {}, body: {}, accept: 'de, pl;q=0.8, en;q=0.5' }, 'Dzień dobry'],
])('the welcome is in the language of %s', async (_who, { wish, body, accept }, word) => {
  const { token } = await chat.token(wish);
  const started = await chat.ask('POST', '/conversations', { token, body, headers: { 'Accept-Language': accept } });
  const [hello] = await chat.told({ conversation: started.body.conversationId ?? '', token, streamUrl: '' });
  expect(hello).toContain(word);
  expect(hello).not.toContain('Hello');
});

test('a message comes back to its sender with its own name, then the reply to it, in order and as plain text', async () => {
  const granted = await chat.begin();
  const posted = await chat.say(granted, 'PARKS <b>', 'mine-1');
  expect([posted.status, posted.body]).toEqual([200, { id: `${granted.conversation}|0000005` }]);
  const { body } = await chat.ask('GET', `/conversations/${granted.conversation}/activities?watermark=4`, { token: granted.token });
  const [echo, reply] = body.activities ?? [];
  expect(echo).toMatchObject({
    type: 'message',
    id: posted.body.id,
    text: 'PARKS <b>',
    textFormat: 'plain',
    from: { id: expect.stringMatching(/^dl_/), role: 'user' },
    channelData: { clientActivityID: 'mine-1', 'webchat:sequence-id': 5 },
  });
  expect(reply).toMatchObject({ textFormat: 'plain', replyToId: posted.body.id, from: { role: 'bot' } });
  expect(body.watermark).toBe(String(body.activities?.at(-1)?.channelData['webchat:sequence-id']));
  const times = (body.activities ?? []).map(({ timestamp }) => timestamp);
  expect(times).toEqual([...new Set(times)].sort());
  expect(Date.parse(times[0] ?? '')).toBe(inNovember().getTime());
});

test('the welcome replies to nothing, so that no client waits for what it replies to', async () => {
  const { conversation, token } = await chat.begin();
  const { body } = await chat.ask('GET', `/conversations/${conversation}/activities`, { token });
  expect(body.activities?.map(({ replyToId }) => replyToId)).toEqual([undefined, undefined, undefined]);
  expect(body.activities?.at(-1)?.suggestedActions?.actions.map(({ title }) => title)).toEqual([
    'Your parks',
    'Hear from us',
    'What is this?',
  ]);
});

test('a message sent twice is heard once', async () => {
  const granted = await chat.begin();
  const [one, other] = await Promise.all([chat.say(granted, 'PARKS', 'twice'), chat.say(granted, 'PARKS', 'twice')]);
  const third = await chat.say(granted, 'PARKS', 'twice');
  expect([one.body, other.body, third.body]).toEqual([one.body, one.body, one.body]);
  expect((await chat.told(granted)).filter((text) => text === '> PARKS')).toHaveLength(1);
});

test('a message that its client calls "joined" is a message', async () => {
  const granted = await chat.begin();
  expect((await chat.say(granted, 'PARKS', 'joined')).status).toBe(200);
  expect(await chat.told(granted)).toContain('> PARKS');
});

test('a watermark gives what is newer, an empty one everything, and one with nothing newer itself', async () => {
  const granted = await chat.begin();
  const look = async (watermark: string) => {
    const path = `/conversations/${granted.conversation}/activities?watermark=${watermark}`;
    const { status, body } = await chat.ask('GET', path, { token: granted.token });
    return [status, body.activities?.length, body.watermark];
  };
  expect([await look(''), await look('0'), await look('3'), await look('4'), await look('-')]).toEqual([
    [200, 3, '4'],
    [200, 3, '4'],
    [200, 1, '4'],
    [200, 0, '4'],
    [200, 3, '4'],
  ]);
  expect((await look('x'))[0]).toBe(400);
});

test('a long conversation is read a page at a time, until a page is empty', async () => {
  const granted = await chat.begin();
  for (let time = 0; time < 60; time++) await chat.say(granted, `hello ${time}`);
  const seen: string[] = [];
  let watermark = '';
  for (let pages = 0; pages < 10; pages++) {
    const path = `/conversations/${granted.conversation}/activities?watermark=${watermark}`;
    const { body } = await chat.ask('GET', path, { token: granted.token });
    if (body.activities?.length === 0) break;
    seen.push(...(body.activities ?? []).map(({ id }) => id));
    watermark = body.watermark ?? '';
  }
  expect(seen.length).toBeGreaterThan(120);
  expect(seen).toEqual([...new Set(seen)].sort());
});

test.each(['typing', 'event', 'conversationUpdate', 'endOfConversation', 'somethingNew'])(
  '%s is taken and leads to nothing',
  async (type) => {
    const granted = await chat.begin();
    const posted = await chat.ask('POST', `/conversations/${granted.conversation}/activities`, {
      token: granted.token,
      body: { type, name: 'x' },
    });
    expect([posted.status, posted.body.id]).toEqual([200, expect.stringMatching(/\|/)]);
    expect(await chat.told(granted)).toHaveLength(3);
  },
);

test('STOP and START are answered, as nobody else does it here', async () => {
  const granted = await chat.begin();
  for (const word of ['STOP', 'START']) await chat.say(granted, word);
  expect((await chat.told(granted)).slice(3)).toEqual([
    '> STOP',
    '< OK, we will not message you again. You can change this by saying START.',
    '> START',
    '< OK, you can get messages from us again. Reply MENU to see what is open.',
  ]);
});

test('of a postcode its first half comes back, and nothing of a number, however often it is sent', async () => {
  const granted = await chat.begin();
  for (const name of ['first', 'first']) await chat.say(granted, 'food near nn16 0ap, or ring 07700 900123', name);
  expect((await chat.told(granted)).filter((text) => text.startsWith('>'))).toEqual(['> food near NN16, or ring •••']);
});

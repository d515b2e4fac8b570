import jsonwebtoken from 'jsonwebtoken';
import { largestBody } from '#http/body.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { aChat, type Chat, inNovember, publishParks } from './aChat.ts';
import { undocumented } from './documented.ts';

let database: TestDatabase;
let now = inNovember();
let chat: Chat;
beforeAll(async () => {
  database = await testDatabase();
  await publishParks(database.url, inNovember);
  chat = await aChat(database.url, { clock: () => now });
});
beforeEach(() => {
  now = inNovember();
});
afterEach(() => {
  expect(chat.reported).toEqual([]);
  expect(undocumented(chat.asked)).toEqual([]);
});
afterAll(async () => {
  await chat.close();
  await database.close();
});

const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

describe('refused as the real service does', () => {
  const expectRefused = ({ status, body }: Awaited<ReturnType<Chat['ask']>>, expected: number, code: string) => {
    expect([status, body]).toEqual([expected, { error: { code, message: expect.stringMatching(/\w/) } }]);
  };

  test.each([
    ['no header', {}],
    ['a header of another kind', { Authorization: 'Basic eDp5' }],
    ['an empty one', { Authorization: 'Bearer ' }],
  ])('%s: 401', async (_what, headers) => {
    const { conversation } = await chat.begin();
    expectRefused(await chat.ask('GET', `/conversations/${conversation}`, { headers }), 401, 'BadArgument');
    expectRefused(await chat.ask('GET', `/conversations/${conversation}/activities`, { headers }), 401, 'BadArgument');
    expectRefused(await chat.ask('POST', `/conversations/${conversation}/activities`, { headers, body: {} }), 401, 'BadArgument');
    expectRefused(await chat.ask('POST', '/conversations', { headers }), 401, 'BadArgument');
    expectRefused(await chat.ask('POST', '/tokens/refresh', { headers }), 401, 'BadArgument');
  });

  test('the token of another conversation: 403', async () => {
    const { conversation } = await chat.begin();
    const { token } = await chat.begin();
    expectRefused(await chat.ask('GET', `/conversations/${conversation}`, { token }), 403, 'BadArgument');
    expectRefused(await chat.ask('GET', `/conversations/${conversation}/activities`, { token }), 403, 'BadArgument');
    expectRefused(
      await chat.ask('POST', `/conversations/${conversation}/activities`, { token, body: { type: 'message' } }),
      403,
      'BadArgument',
    );
    expectRefused(await chat.ask('POST', `/conversations/${conversation}/upload`, { token, body: {} }), 403, 'BadArgument');
  });

  test('a token that we did not sign, or that was changed, or that says how it is signed: 403', async () => {
    const { conversation, token } = await chat.begin();
    const claims = jsonwebtoken.decode(token) as object;
    const [head = '', body = '', signature = ''] = token.split('.');
    const forged = [
      jsonwebtoken.sign(claims, 'another key'),
      jsonwebtoken.sign(claims, '', { algorithm: 'none' }),
      `${head}.${Buffer.from(JSON.stringify({ ...claims, user: 'dl_other' })).toString('base64url')}.${signature}`,
      `${head}.${body}.`,
      'x',
    ];
    for (const each of forged) expectRefused(await chat.ask('GET', `/conversations/${conversation}`, { token: each }), 403, 'BadArgument');
  });

  test("a stream's ticket is no token", async () => {
    const { conversation, streamUrl } = await chat.begin();
    const ticket = new URL(streamUrl).searchParams.get('t') ?? '';
    expectRefused(await chat.ask('GET', `/conversations/${conversation}`, { token: ticket }), 403, 'BadArgument');
  });

  test('an expired token: 403 TokenExpired; it may be refreshed a few minutes longer, then never again', async () => {
    const { conversation, token } = await chat.begin();
    pass(29);
    const refreshed = await chat.ask('POST', '/tokens/refresh', { token });
    expect([refreshed.status, refreshed.body.conversationId, refreshed.body.expires_in]).toEqual([200, conversation, 1800]);
    pass(2);
    const late = { token, body: { type: 'message', text: 'late' } };
    expectRefused(await chat.ask('POST', `/conversations/${conversation}/activities`, late), 403, 'TokenExpired');
    expectRefused(await chat.ask('GET', `/conversations/${conversation}`, { token }), 403, 'TokenExpired');
    expect((await chat.ask('POST', '/tokens/refresh', { token })).status).toBe(200);
    pass(5);
    expectRefused(await chat.ask('POST', '/tokens/refresh', { token }), 403, 'TokenExpired');
    expect((await chat.ask('GET', `/conversations/${conversation}`, { token: refreshed.body.token ?? '' })).status).toBe(200);
  });

  test('a tab that slept comes back by a key that is no token, two days long and no longer', async () => {
    const { conversation, token } = await chat.begin();
    const held = await chat.ask('POST', '/tokens/return', { token });
    expect([held.status, held.body.conversationId]).toEqual([200, conversation]);
    const key = held.body.returnKey ?? '';
    expectRefused(await chat.ask('GET', `/conversations/${conversation}`, { token: key }), 403, 'BadArgument');
    expectRefused(await chat.ask('POST', '/tokens/refresh', { token: key }), 403, 'BadArgument');
    pass(47 * 60);
    expectRefused(await chat.ask('POST', '/tokens/return', { token }), 403, 'TokenExpired');
    const back = await chat.ask('POST', '/tokens/return', { token: key });
    expect([back.status, back.body.conversationId, back.body.expires_in]).toEqual([200, conversation, 1800]);
    expect((await chat.ask('GET', `/conversations/${conversation}`, { token: back.body.token ?? '' })).status).toBe(200);
    pass(61);
    expectRefused(await chat.ask('POST', '/tokens/return', { token: key }), 403, 'TokenExpired');
    expect((await chat.ask('POST', '/tokens/return', { token: back.body.returnKey ?? '' })).status).toBe(200);
    expectRefused(await chat.ask('POST', '/tokens/return', {}), 401, 'BadArgument');
  });

  test('a conversation that was never begun: 404', async () => {
    const { conversation, token } = await chat.token();
    expectRefused(await chat.ask('GET', `/conversations/${conversation}`, { token }), 404, 'ConversationNotFound');
    expectRefused(await chat.ask('GET', `/conversations/${conversation}/activities`, { token }), 404, 'ConversationNotFound');
    const body = { type: 'message', text: 'hello' };
    expectRefused(await chat.ask('POST', `/conversations/${conversation}/activities`, { token, body }), 404, 'ConversationNotFound');
    expectRefused(await chat.ask('GET', '/session/getsessionid', { token }), 404, 'NotFound');
  });

  test.each([
    '{',
    '[]',
    '"x"',
    '{}',
    '{"type":1}',
    '{"type":"message","text":{}}',
    '{"type":"message","channelData":{"clientActivityID":"\\u0000"}}',
  ])('an activity that is none (%s): 400', async (body) => {
    const { conversation, token } = await chat.begin();
    expectRefused(await chat.ask('POST', `/conversations/${conversation}/activities`, { token, body }), 400, 'BadArgument');
  });

  test('over 64 KiB: 413', async () => {
    const granted = await chat.begin();
    expectRefused(await chat.say(granted, 'a'.repeat(largestBody)), 413, 'MessageSizeTooBig');
  });

  test('a picture: 400, with words that can be shown', async () => {
    const { conversation, token } = await chat.begin();
    const picture = { token, body: 'a'.repeat(1_000_000), headers: { 'Content-Type': 'image/png' } };
    const upload = await chat.ask('POST', `/conversations/${conversation}/upload?userId=dl_x`, picture);
    expectRefused(upload, 400, 'AttachmentsNotSupported');
    expect(upload.body.error?.message).toBe('Pictures and files cannot be sent here. Please type your answer.');
  });
});

test('one conversation may say so much a minute, one address may begin so many: 429, and when to try again', async () => {
  const strict = await aChat(database.url, { perContact: 2, perAddress: 4 });
  const granted = await strict.begin();
  const statuses = [];
  for (const text of ['a', 'b', 'c']) statuses.push(await strict.say(granted, text));
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(Number(statuses[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(statuses[2]?.body.error?.code).toBe('TooManyRequests');
  await strict.begin();
  expect((await strict.ask('POST', '/tokens/generate')).status).toBe(429);
  expect((await strict.ask('GET', `/conversations/${granted.conversation}`, { token: 'x' })).status).toBe(429);
  expect((await strict.ask('GET', `/conversations/${granted.conversation}`, { token: granted.token })).status).toBe(200);
  await strict.close();
});

describe('pages of other sites', () => {
  let behind: Chat;
  beforeAll(async () => {
    behind = await aChat(database.url, { publicUrl: 'https://chat.example.org', origins: ['https://council.example.org'] });
  });
  afterAll(() => behind.close());

  test.each(['https://chat.example.org', 'https://council.example.org'])('%s may ask', async (Origin) => {
    const preflight = await behind.ask('OPTIONS', '/conversations', {
      headers: { Origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization,x-ms-bot-agent' },
    });
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': Origin,
      'access-control-allow-headers': expect.stringMatching(/Authorization, Content-Type, x-ms-bot-agent/),
    });
    const answer = await behind.ask('POST', '/tokens/generate', { headers: { Origin } });
    expect([answer.status, answer.headers.get('access-control-allow-origin'), answer.headers.get('access-control-expose-headers')]).toEqual(
      [200, Origin, 'Retry-After'],
    );
  });

  test.each(['https://elsewhere.example.org', 'http://chat.example.org', 'http://localhost:3978', 'null'])('%s may not', async (Origin) => {
    for (const method of ['POST', 'OPTIONS'] as const) {
      const refusal = await behind.ask(method, '/tokens/generate', { headers: { Origin } });
      expect([refusal.status, refusal.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    }
  });

  test('streams are at the public address, whatever the request says', async () => {
    expect((await behind.begin()).streamUrl).toMatch(
      /^wss:\/\/chat\.example\.org\/v3\/directline\/conversations\/[\w-]+\/stream\?watermark=0&t=/,
    );
  });
});

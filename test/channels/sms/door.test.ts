import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { TryAgainLater } from '#channels/channel.ts';
import { largestBody } from '#http/body.ts';
import { aText, aWebhook, messagesIn, path, type Webhook } from './aWebhook.ts';
import { asForm, type Fields } from './signing.ts';

/** Sends these very bytes and gives back all that comes until the other side ends, or until a whole answer is there. */
async function raw({ url }: Webhook, ...pieces: readonly string[]): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => (answer += data));
  socket.on('error', () => undefined);
  for (const piece of pieces) socket.write(piece);
  while (!socket.closed && !/\r\n\r\n.*\}$/s.test(answer)) await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  socket.destroy();
  return answer;
}

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
const head = (...lines: readonly string[]) => [`POST ${path} HTTP/1.1`, 'Host: localhost', ...lines, '', ''].join('\r\n');
const form = 'Content-Type: application/x-www-form-urlencoded';

describe('a body that nobody should send', () => {
  let webhook: Webhook;
  beforeAll(async () => {
    webhook = await aWebhook();
  });
  afterAll(() => webhook.close());
  afterEach(() => expect(webhook.heard).toEqual([]));

  test('over 64 KiB is refused by its length', async () => {
    const response = await webhook.post('a'.repeat(largestBody + 1), {});
    expect([response.status, await response.json()]).toEqual([
      413,
      { code: 'PayloadTooLarge', message: 'the body is larger than 65536 bytes' },
    ]);
  });

  test('of a megabyte is refused, and the answer arrives', async () => {
    for (let time = 0; time < 5; time++) expect((await webhook.post('a'.repeat(1024 * 1024), {})).status).toBe(413);
  });

  test('over 64 KiB in chunks, without a length, is refused too', async () => {
    const chunk = `8000\r\n${'a'.repeat(0x8000)}\r\n`;
    expect(await raw(webhook, head(form, 'Transfer-Encoding: chunked'), chunk, chunk, chunk, '0\r\n\r\n')).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('of exactly 64 KiB is read', async () => {
    expect((await webhook.post('a'.repeat(largestBody), {})).status).toBe(403);
  });

  test('that is packed is refused unopened', async () => {
    const body = gzipSync(asForm(aText()));
    const packed = { 'Content-Encoding': 'gzip', 'Content-Type': 'application/x-www-form-urlencoded' };
    const response = await fetch(webhook.url + path, { method: 'POST', body, headers: packed });
    expect([response.status, await codeOf(response)]).toEqual([415, 'UnsupportedMediaType']);
  });

  test.each(['{"MessageSid":', '', '[]', '"PARKS"', 'null', '{}}'])('of JSON that is none (%s) is refused as malformed', async (body) => {
    const response = await webhook.post(body, { 'Content-Type': 'application/json; charset=utf-8' });
    expect([response.status, await codeOf(response)]).toEqual([400, 'BadRequest']);
  });

  test('of good JSON still needs a signature', async () => {
    expect((await webhook.post('{}', { 'Content-Type': 'application/json' })).status).toBe(403);
  });

  test('of 32,000 fields with one name costs no time', async () => {
    const began = performance.now();
    expect((await webhook.post('a&'.repeat(largestBody / 2), { 'X-Twilio-Signature': 'WRONG' })).status).toBe(403);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test("that is asked for in a proxy's way is refused", async () => {
    const request = `POST http://elsewhere.example.org${path} HTTP/1.1\r\nHost: localhost\r\nX-Twilio-Signature: x\r\nContent-Length: 0\r\n\r\n`;
    expect(await raw(webhook, request)).toMatch(/^HTTP\/1\.1 (403|404) /);
    expect(webhook.reported).toEqual([]);
  });

  test('that ends half way is nobody’s fault but its sender’s', async () => {
    const socket = connect(Number(new URL(webhook.url).port), '127.0.0.1');
    socket.write(`${head(form, 'Content-Length: 100')}Body=PAR`);
    await once(socket, 'connect');
    socket.end();
    await once(socket.resume(), 'close');
    expect(webhook.reported).toEqual([]);
  });
});

test.each<Fields>([{ MessageSid: '' }, { From: '' }, { From: ['+447700900123', '+447700900124'] }])(
  'a signed text that does not say who sent what (%o) is refused',
  async (fields) => {
    const webhook = await aWebhook();
    const response = await webhook.text(aText(fields));
    expect([response.status, await codeOf(response)]).toEqual([400, 'BadRequest']);
    await webhook.close();
  },
);

test('a text for another account is refused, where we know ours', async () => {
  const ours = `AC${'1'.repeat(32)}`;
  const webhook = await aWebhook({ accountSid: ours });
  expect((await webhook.text(aText())).status).toBe(403);
  expect((await webhook.text(aText({ AccountSid: ours }))).status).toBe(200);
  await webhook.close();
});

test('strangers are counted by address, whatever they send, and told how long to wait; a signed text from there still comes in', async () => {
  const webhook = await aWebhook({ perAddress: 3 });
  const malformed = () => webhook.post('{', { 'Content-Type': 'application/json' });
  const unsigned = () => webhook.post(asForm(aText()), {});
  expect([(await malformed()).status, (await unsigned()).status, (await webhook.post('a'.repeat(70_000), {})).status]).toEqual([
    400, 403, 413,
  ]);
  for (const refused of [await unsigned(), await malformed()]) {
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  }
  for (let time = 0; time < 10; time++) expect((await webhook.text(aText())).status).toBe(200);
  await webhook.close();
});

test('one number may text so often a minute; the others are heard meanwhile', async () => {
  const webhook = await aWebhook({ perContact: 2 });
  const statuses: number[] = [];
  for (let time = 0; time < 3; time++) statuses.push((await webhook.text(aText())).status);
  expect(statuses).toEqual([200, 200, 429]);
  const refused = await webhook.text(aText());
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await webhook.text(aText({ From: '+447700900124' }))).status).toBe(200);
  expect(webhook.heard).toHaveLength(3);
  await webhook.close();
});

test('nothing could be recorded: 503, and when to try again', async () => {
  const webhook = await aWebhook({ answer: () => Promise.reject(new TryAgainLater('the database is away', 5)) });
  const response = await webhook.text(aText());
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  await webhook.close();
});

test('something broke that should not: 500 without a word of it, and it is reported', async () => {
  const webhook = await aWebhook({ answer: () => Promise.reject(new Error('invalid input: "I live at 1 Example Road"')) });
  const broken = await webhook.text(aText());
  expect([broken.status, await broken.text()]).toEqual([500, '{"code":"InternalServer","message":"something went wrong"}']);
  expect(webhook.reported).toHaveLength(1);
  await webhook.close();
});

describe('what a text says', () => {
  let webhook: Webhook;
  beforeAll(async () => {
    webhook = await aWebhook({ answer: async () => [] });
  });
  afterAll(() => webhook.close());

  test('a picture without words says nothing, and is heard', async () => {
    const { Body: _none, ...fields } = aText({ NumMedia: '1', MediaUrl0: 'https://example.org/a.jpg', MediaContentType0: 'image/jpeg' });
    expect((await webhook.text(fields)).status).toBe(200);
    expect(webhook.heard.at(-1)).toMatchObject({ text: '', id: fields.MessageSid, answeredByProvider: false });
  });

  test.each([
    ['STOP', { answeredByProvider: true, optOut: 'stop' }],
    ['START', { answeredByProvider: true, optOut: 'start' }],
    ['HELP', { answeredByProvider: true }],
    ['SOMETHING NEW', { answeredByProvider: true }],
  ])('what Twilio took for %s it has answered by itself', async (OptOutType, expected) => {
    await webhook.text(aText({ OptOutType, Body: 'koniec' }));
    const { answeredByProvider, optOut } = webhook.heard.at(-1) ?? {};
    expect({ answeredByProvider, ...(optOut && { optOut }) }).toEqual(expected);
  });

  test('every kind of writing arrives as it was sent', async () => {
    for (const Body of ['Zażółć gęślą jaźń', '👍🏽 & <b>"x"</b>', 'שלום', "'; DROP TABLE answer; --", 'a+b=c%20d', '  ', 'line\nline'])
      expect([(await webhook.text(aText({ Body }))).status, webhook.heard.at(-1)?.text]).toEqual([200, Body]);
  });

  test('silence is an empty answer', async () => {
    const response = await webhook.text(aText({ Body: 'STOP' }));
    const twiml = await response.text();
    expect([response.status, twiml, messagesIn(twiml)]).toEqual([200, '<?xml version="1.0" encoding="UTF-8"?><Response/>', []]);
  });
});

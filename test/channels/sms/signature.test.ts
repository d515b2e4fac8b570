import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Request } from 'restify';
import { isSigned } from '#channels/sms/signature.ts';
import { parseForm } from '#http/body.ts';
import { aText, aWebhook, path, publicUrl, token } from './aWebhook.ts';
import { asForm, bodyHash, type Fields, signatureOf } from './signing.ts';

interface Vector {
  readonly name: string;
  readonly url: string;
  readonly params?: 'formParams' | Fields;
  readonly body?: string;
  readonly signature: string | null;
  readonly valid: boolean;
}
interface Vectors {
  readonly authToken: string;
  readonly formParams: Fields;
  readonly validateRequest: readonly Vector[];
  readonly validateRequestWithBody: readonly Vector[];
}

const file = new URL('../../../../shared/data/twilio/signature_vectors.json', import.meta.url);
if (existsSync(file)) vectorTests(JSON.parse(readFileSync(file, 'utf8')) as Vectors);
else process.stdout.write("Twilio's signature vectors are not here (../shared/data/twilio): their tests are skipped.\n");

/** What our check says of a request to this address, public and all, that brings these fields or this JSON. */
function check(authToken: string, { url, signature, ...sent }: { url: string; signature: string | null; fields?: Fields; json?: string }) {
  const [, origin = '', rest = ''] = /^(https?:\/\/[^/]+)(.*)$/.exec(url) ?? [];
  const request = { url: rest, headers: signature === null ? {} : { 'x-twilio-signature': signature } } as unknown as Request;
  return isSigned({ authToken, publicUrl: origin }, request, { fields: {}, ...sent });
}

function vectorTests({ authToken, formParams, validateRequest, validateRequestWithBody }: Vectors): void {
  test.each(validateRequest)('Twilio: $name', ({ url, params = {}, signature, valid }) => {
    const fields = parseForm(asForm(params === 'formParams' ? formParams : params)) as Fields;
    expect(check(authToken, { url, signature, fields })).toBe(valid);
  });
  test.each(validateRequestWithBody)('Twilio, JSON: $name', ({ url, body = '', signature, valid }) => {
    expect(check(authToken, { url, signature, json: body })).toBe(valid);
  });
}

const url = publicUrl + path;
const named = fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(fc.string(), fc.array(fc.string(), { minLength: 2, maxLength: 4 })));

test('whatever fields come, a signature over all of them holds, and over any others does not', () => {
  fc.assert(
    fc.property(named, fc.string({ minLength: 1 }), (found, extra) => {
      const fields = parseForm(asForm(found)) as Fields;
      const signature = signatureOf(token, url, fields);
      expect(check(token, { url, signature, fields })).toBe(true);
      expect(check(`${token}!`, { url, signature, fields })).toBe(false);
      if (!(extra in fields)) expect(check(token, { url, signature, fields: { ...fields, [extra]: 'more' } })).toBe(false);
      expect(check(token, { url: `${url}?more=1`, signature, fields })).toBe(false);
    }),
  );
});

test.each([
  ['as it is', 'https://folkmoot.example.org', 'https://folkmoot.example.org'],
  ['with the port that goes without saying', 'https://folkmoot.example.org', 'https://folkmoot.example.org:443'],
  ['without the port that we are told', 'https://folkmoot.example.org:8443', 'https://folkmoot.example.org'],
  ['over plain http', 'http://folkmoot.example.org', 'http://folkmoot.example.org:80'],
])('an address is signed %s', (_, ours, signed) => {
  const fields = aText();
  const signature = signatureOf(token, signed + path, fields);
  expect(check(token, { url: ours + path, signature, fields })).toBe(true);
});

test('an address of another host is not ours', () => {
  const fields = aText();
  expect(check(token, { url, signature: signatureOf(token, `https://elsewhere.example.org${path}`, fields), fields })).toBe(false);
});

test('at the door: what Twilio signed comes in, with every field that it adds', async () => {
  const webhook = await aWebhook();
  const fields = aText({ FromCity: '', NewThing: 'ünïcode & more', 'Media.Url': ['b', 'a', 'a'] });
  const response = await webhook.text(fields);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
  expect(webhook.heard).toHaveLength(1);
  await webhook.close();
});

test('at the door: a signature that is wrong, for another body or missing is refused, and nothing is heard', async () => {
  const webhook = await aWebhook();
  const fields = aText();
  const right = signatureOf(token, url, fields);
  const wrong = ['WRONG_SIGNATURE', '', signatureOf('another token', url, fields), `${right} `.repeat(3), signatureOf(token, url, aText())];
  for (const signature of wrong) {
    const response = await webhook.post(asForm(fields), { 'X-Twilio-Signature': signature });
    expect([response.status, await response.json()]).toEqual([403, { code: 'Forbidden', message: 'the signature is missing or wrong' }]);
  }
  expect((await webhook.post(asForm(fields), {})).status).toBe(403);
  expect((await webhook.post(`${asForm(fields)}&Body=STOP`, { 'X-Twilio-Signature': right })).status).toBe(403);
  expect((await webhook.post(asForm(fields), { 'X-Twilio-Signature': right }, `${path}?more=1`)).status).toBe(403);
  expect(webhook.heard).toEqual([]);
  await webhook.close();
});

test('at the door: a signed JSON text is a text too, and its hash must be right', async () => {
  const webhook = await aWebhook();
  const json = JSON.stringify({ MessageSid: 'SM1', From: '+447700900123', Body: 'PARKS', NumMedia: 0 });
  const at = `${path}?bodySHA256=${bodyHash(json)}`;
  const headers = { 'Content-Type': 'application/json', 'X-Twilio-Signature': signatureOf(token, publicUrl + at, {}) };
  expect((await webhook.post(json, headers, at)).status).toBe(200);
  expect(webhook.heard).toMatchObject([{ id: 'SM1', address: '+447700900123', text: 'PARKS' }]);
  expect((await webhook.post(json.replace('PARKS', 'STOP'), headers, at)).status).toBe(403);
  await webhook.close();
});

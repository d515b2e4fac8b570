import { refusalReasons } from '#channels/channel.ts';
import { deliveryErrors, receiptOf, requestErrors } from '#channels/sms/providerErrors.ts';
import { validitySeconds } from '#channels/sms/sender.ts';
import { aWebhook, publicUrl, token, type Webhook } from './aWebhook.ts';
import { asForm, signatureOf } from './signing.ts';

let webhook: Webhook;
afterEach(() => webhook?.close());

const path = '/api/sms/status?of=delivery.1';
const fields = { MessageSid: 'SM1', MessageStatus: 'delivered', AccountSid: `AC${'0'.repeat(32)}` };
const post = (form: Readonly<Record<string, string>>, at = path) =>
  webhook.post(asForm(form), { 'X-Twilio-Signature': signatureOf(token, publicUrl + at, form) }, at);

test('what became of a text is told with the name that we gave it', async () => {
  webhook = await aWebhook();
  expect((await post(fields)).status).toBe(204);
  expect((await post({ ...fields, MessageStatus: 'undelivered', ErrorCode: '30005' })).status).toBe(204);
  expect(webhook.statuses).toMatchObject([
    { reference: 'delivery.1', providerId: 'SM1', fact: 'delivered' },
    { fact: 'failed', failure: { reason: 'unknownNumber', tries: 0 } },
  ]);
});

test('a status that says nothing new, or is not signed for this address, records nothing', async () => {
  webhook = await aWebhook();
  expect((await post({ ...fields, MessageStatus: 'queued' })).status).toBe(204);
  const elsewhere = signatureOf(token, `${publicUrl}/api/sms/status?of=another.1`, fields);
  expect((await webhook.post(asForm(fields), { 'X-Twilio-Signature': elsewhere }, path)).status).toBe(403);
  expect(webhook.statuses).toEqual([]);
});

test('with the database away Twilio is asked to come again', async () => {
  webhook = await aWebhook({ failing: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }) });
  const answered = await post(fields);
  expect(answered.status).toBe(503);
  expect(answered.headers.get('retry-after')).toBe('5');
});

test.each([
  [201, { sid: 'SM1' }, undefined, { outcome: 'accepted', providerId: 'SM1' }],
  [400, { code: 21610 }, undefined, { outcome: 'refused', reason: 'optedOut', code: '21610' }],
  [400, { code: 99999 }, undefined, { outcome: 'refused', reason: 'badNumber', code: '99999' }],
  [401, { code: 20003 }, undefined, { outcome: 'refused', reason: 'setUp', code: '20003' }],
  [429, { code: 20429 }, '3', { outcome: 'tryLater', reason: 'tooManyRequests', afterMs: 3000, code: '20429' }],
  [503, undefined, undefined, { outcome: 'tryLater', reason: 'providerAway' }],
  [500, { code: 20500 }, undefined, { outcome: 'unknown', reason: 'answered500' }],
  [201, undefined, undefined, { outcome: 'unknown', reason: 'answered201' }],
] as const)('an answer of %i with %j is taken for what it is', (status, body, retryAfter, receipt) => {
  expect(receiptOf(status, body, retryAfter)).toEqual(receipt);
});

test('every code has a meaning of ours', () => {
  for (const meaning of Object.values(requestErrors)) if ('refused' in meaning) expect(refusalReasons).toContain(meaning.refused);
  for (const { tries, afterMs } of Object.values(deliveryErrors)) expect(tries === 0 || afterMs > 0).toBe(true);
});

test('Twilio may try no longer than until the end, and never more than ten hours', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  expect(validitySeconds(now, new Date('2026-11-23T09:00:59.900Z'))).toBe(59);
  expect(validitySeconds(now, new Date('2026-11-24T09:00:00Z'))).toBe(36_000);
  expect(validitySeconds(now, now)).toBe(0);
});

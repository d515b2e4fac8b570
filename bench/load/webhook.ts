import { createHmac, randomBytes } from 'node:crypto';

/** What the servers under test and the load agree on. */
export const publicUrl = 'https://folkmoot.example';
export const authToken = 'a token of the benchmark';
export const path = '/api/sms/inbound';

/** A request as Twilio makes it when somebody sends a text: every field that it sends, signed over all of them. */
export function webhook(number: string, said: string): string {
  const sid = `SM${randomBytes(16).toString('hex')}`;
  return request(path, { ...always, SmsMessageSid: sid, SmsSid: sid, MessageSid: sid, From: number, Body: said });
}

/** A request as Twilio makes it when it knows more of a text (`sent`, `delivered`). `reference` is ours, as it was given with the text. */
export function statusWebhook(reference: string, status: string): string {
  const sid = `SM${reference.replace('.', '').padStart(32, '0')}`;
  const form = { SmsSid: sid, MessageSid: sid, SmsStatus: status, MessageStatus: status, To: '+447700900900', From: always.To };
  return request(`/api/sms/status?of=${reference}`, { ...form, AccountSid: always.AccountSid, ApiVersion: always.ApiVersion });
}

function request(to: string, form: Readonly<Record<string, string>>): string {
  const body = new URLSearchParams(form).toString();
  return [
    `POST ${to} HTTP/1.1`,
    'Host: folkmoot.example',
    'Content-Type: application/x-www-form-urlencoded; charset=UTF-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'User-Agent: TwilioProxy/1.1',
    'Accept: */*',
    `X-Twilio-Signature: ${signature(to, form)}`,
    '',
    body,
  ].join('\r\n');
}

/** Not checked with Twilio's own code, so that the two check each other. https://www.twilio.com/docs/usage/security#validating-requests */
function signature(to: string, form: Readonly<Record<string, string>>): string {
  const hash = createHmac('sha1', authToken).update(publicUrl + to);
  for (const name of Object.keys(form).sort()) hash.update(name + form[name]);
  return hash.digest('base64');
}

const always = {
  ToCountry: 'GB',
  ToState: '',
  SmsMessageSid: '',
  NumMedia: '0',
  ToCity: '',
  FromZip: '',
  SmsSid: '',
  FromState: '',
  SmsStatus: 'received',
  FromCity: '',
  Body: '',
  FromCountry: 'GB',
  To: '+447700900001',
  ToZip: '',
  NumSegments: '1',
  MessageSid: '',
  AccountSid: 'ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  From: '',
  ApiVersion: '2010-04-01',
};

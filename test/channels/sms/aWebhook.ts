import type { Inbound, Reply } from '#channels/channel.ts';
import { createSms } from '#channels/sms/index.ts';
import type { TextStatus } from '#channels/sms/textStatus.ts';
import { isAway } from '#database/away.ts';
import { addressOf } from '#http/address.ts';
import { readSent } from '#http/body.ts';
import { createLimit } from '#http/limits.ts';
import { aServer, type TestServer } from '../../http/aServer.ts';
import { asForm, type Fields, signatureOf } from './signing.ts';

export const token = 'a token for tests only';
export const publicUrl = 'https://folkmoot.example.org';
export const path = '/api/sms/inbound';

export interface Webhook extends TestServer {
  readonly heard: Inbound[];
  /** What became of texts that we sent. */
  readonly statuses: TextStatus[];
  post(body: string, headers: Readonly<Record<string, string>>, at?: string): Promise<Response>;
  /** Posts a text as Twilio does. */
  text(fields: Fields): Promise<Response>;
}

export interface WebhookOptions {
  readonly accountSid?: string;
  readonly authToken?: string;
  readonly publicUrl?: string;
  readonly perAddress?: number;
  readonly perContact?: number;
  /** What recording a status throws. */
  readonly failing?: Error;
  answer?(inbound: Inbound): Promise<readonly Reply[]>;
}

/** The webhook on a server of its own, with a bot that says what we tell it to. */
export async function aWebhook(options: WebhookOptions = {}): Promise<Webhook> {
  const heard: Inbound[] = [];
  const statuses: TextStatus[] = [];
  const limit = createLimit(options.perAddress ?? 1_000_000);
  const contacts = createLimit(options.perContact ?? 1_000_000);
  const sms = createSms({
    authToken: options.authToken ?? token,
    accountSid: options.accountSid,
    publicUrl: options.publicUrl ?? publicUrl,
    readSent,
    countStranger: (request) => limit.count(addressOf(request)),
    countContact: (number) => contacts.count(number),
    onStatus: async (status) => {
      if (options.failing) throw options.failing;
      statuses.push(status);
    },
    isAway,
  });
  const server = await aServer(({ routes }) =>
    sms.mount(routes, async (inbound) => {
      heard.push(inbound);
      return options.answer?.(inbound) ?? [{ type: 'message', text: `You said ${inbound.text}` }];
    }),
  );
  const post: Webhook['post'] = (body, headers, at = path) =>
    fetch(server.url + at, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8', ...headers },
      body,
    });
  const text = (fields: Fields) =>
    post(asForm(fields), {
      'X-Twilio-Signature': signatureOf(options.authToken ?? token, (options.publicUrl ?? publicUrl) + path, fields),
    });
  return { ...server, heard, statuses, post, text };
}

let count = 0;
/** A text with every field that Twilio always sends. */
export function aText(fields: Fields = {}): Fields {
  count += 1;
  const MessageSid = `SM${String(count).padStart(32, '0')}`;
  return {
    ToCountry: 'GB',
    MessageSid,
    SmsSid: MessageSid,
    SmsMessageSid: MessageSid,
    NumMedia: '0',
    NumSegments: '1',
    SmsStatus: 'received',
    Body: 'PARKS',
    From: '+447700900123',
    To: '+447700900999',
    AccountSid: `AC${'0'.repeat(32)}`,
    ApiVersion: '2010-04-01',
    ...fields,
  };
}

/** The texts in TwiML, as whoever reads XML would see them. */
export function messagesIn(twiml: string): readonly string[] {
  if (!/^<\?xml version="1\.0" encoding="UTF-8"\?><Response(\/>|>(<Message>[^<]*<\/Message>)*<\/Response>)$/.test(twiml))
    throw new Error(`no TwiML: ${twiml}`);
  return [...twiml.matchAll(/<Message>([^<]*)<\/Message>/g)].map(([, text = '']) => unescaped(text));
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", '#xD': '\r' };
  if (/&(?!(lt|gt|amp|quot|apos|#xD);)/.test(text)) throw new Error(`a bare & in ${text}`);
  return text.replace(/&(\w+|#xD);/g, (_, name: string) => signs[name] ?? '');
}

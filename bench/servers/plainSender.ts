import { createServer } from 'node:http';
import twilio from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient.js';
import { createSmsSender } from '../../src/channels/sms/sender.ts';

/**
 * The floor of sending: the same requests to the same stand-in, with nothing recorded. GET /send?count=N sends so many and says how long it
 * took; with `&by=twilio` they are made by Twilio's own client.
 */
const api = process.env.TWILIO_API_URL ?? '';
const accountSid = `AC${'a'.repeat(32)}`;
const needs = {
  accountSid,
  authToken: 'a token',
  from: '+447700900001',
  apiUrl: api,
  publicUrl: 'https://folkmoot.example',
  now: () => new Date(),
};
const sender = createSmsSender(needs);
const client = twilio(accountSid, needs.authToken, { httpClient: toStandIn() as never });

/** As many under way at once as Folkmoot has. */
const atOnce = 128;
const body = 'Parks: have your say. Reply PARKS.\nTo end these, reply STOP.';
const reference = '1000000.1';

const ways: Readonly<Record<string, (to: string) => Promise<unknown>>> = {
  plain: async (address) => {
    const receipt = await sender.send({ address, reply: { text: body }, notAfter: new Date(Date.now() + 3_600_000), reference });
    if (receipt.outcome !== 'accepted') throw new Error(JSON.stringify(receipt));
  },
  twilio: (to) =>
    client.messages.create({
      to,
      from: needs.from,
      body,
      validityPeriod: 3600,
      statusCallback: `${needs.publicUrl}/api/sms/status?of=${reference}`,
    }),
};

async function send(count: number, by: (to: string) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) await by(`+447700900${String(next++).padStart(6, '0')}`);
    }),
  );
  return (performance.now() - began) / 1000;
}

/** Twilio's own client knows no other address than Twilio's. */
function toStandIn() {
  const requests = new RequestClient({ keepAlive: true, maxSockets: 64, maxTotalSockets: 64 } as never);
  return {
    request: (options: { uri: string }) =>
      requests.request({ ...options, uri: options.uri.replace('https://api.twilio.com', api) } as never),
  };
}

const server = createServer(async ({ url = '' }, response) => {
  const { searchParams, pathname } = new URL(url, 'http://localhost');
  const way = ways[searchParams.get('by') ?? 'plain'];
  const seconds = pathname === '/send' && way ? await send(Number(searchParams.get('count')), way) : 0;
  response.end(JSON.stringify({ seconds }));
});
server.requestTimeout = 0;
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit());

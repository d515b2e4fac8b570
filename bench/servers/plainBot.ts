import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** The least that a bot can be: it says back what it hears, through the connector that the message names. */
interface Heard {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string };
}

const server = createServer(async (request, response) => {
  if (request.method === 'POST') {
    const heard = JSON.parse(await text(request)) as Heard;
    if (heard.type === 'message') await reply(heard);
  }
  response.end('{}');
});

async function reply({ id, text, serviceUrl, conversation }: Heard): Promise<void> {
  const said = await fetch(`${serviceUrl}/v3/conversations/${conversation.id}/activities`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ type: 'message', text, conversation, replyToId: id }),
  });
  await said.arrayBuffer();
}

server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit());

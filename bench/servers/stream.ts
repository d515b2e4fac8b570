import { createSecretKey, randomUUID } from 'node:crypto';
import jsonwebtoken from 'jsonwebtoken';
import restify, { type Request, type Response } from 'restify';
import errors from 'restify-errors';
import { type WebSocket, WebSocketServer } from 'ws';
import { directLine } from '../load/streamedChat.ts';

/**
 * The floors of web chat: restify and ws. What is posted is said back over the conversation's web socket, and nothing is kept. With a
 * `TOKEN_KEY`, each request's token is looked at first, as any Direct Line must.
 */
const { TOKEN_KEY } = process.env;
const tokenKey = TOKEN_KEY === undefined ? undefined : createSecretKey(Buffer.from(TOKEN_KEY));
const server = restify.createServer();
const streams = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false });
const open = new Map<string, WebSocket>();
const said = new Map<string, number>();

server.get('/readyz', async (_request: Request, response: Response) => void response.json(200, { ready: true }));
server.use(restify.plugins.bodyParser({ mapParams: false }));

server.post(`${directLine}/tokens/generate`, async (_request: Request, response: Response) => {
  const conversationId = randomUUID();
  const token = tokenKey ? jsonwebtoken.sign({ conversationId }, tokenKey, { expiresIn: 1800 }) : conversationId;
  response.json(200, { conversationId, token, expires_in: 1800 });
});

server.post(`${directLine}/conversations`, async (request: Request, response: Response) => {
  const { token, conversationId } = passOf(request);
  const streamUrl = `ws://folkmoot.example${directLine}/conversations/${conversationId}/stream`;
  response.json(201, { conversationId, token, expires_in: 1800, streamUrl });
});

server.post(`${directLine}/conversations/:conversation/activities`, async (request: Request, response: Response) => {
  const { conversation } = request.params as { conversation: string };
  if (passOf(request).conversationId !== conversation) throw new errors.ForbiddenError('The token is for another conversation');
  const { text, channelData } = request.body as { text: string; channelData: object };
  const sequence = (said.get(conversation) ?? 0) + 2;
  said.set(conversation, sequence);
  const id = `${conversation}|${sequence - 1}`;
  const always = { type: 'message', text, timestamp: new Date().toISOString(), channelId: 'webchat', conversation: { id: conversation } };
  const own = { ...always, id, from: { id: 'somebody', role: 'user' }, channelData };
  const reply = { ...always, id: `${conversation}|${sequence}`, from: { id: 'floor', role: 'bot' }, replyToId: id };
  open.get(conversation)?.send(JSON.stringify({ activities: [own, reply], watermark: String(sequence) }));
  response.json(200, { id });
});

function passOf(request: Request): { readonly token: string; readonly conversationId: string } {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  if (!tokenKey) return { token, conversationId: token };
  try {
    const { conversationId } = jsonwebtoken.verify(token, tokenKey) as { conversationId: string };
    return { token, conversationId };
  } catch (reason) {
    throw new errors.ForbiddenError({ cause: reason as Error }, 'Invalid token');
  }
}

server.server.on('upgrade', (request, socket, head) => {
  const [, conversation = ''] = /conversations\/([\w-]+)\/stream/.exec(request.url ?? '') ?? [];
  streams.handleUpgrade(request, socket, head, (stream) => {
    open.set(conversation, stream);
    stream.on('close', () => open.delete(conversation));
    stream.send(JSON.stringify({ activities: [], watermark: '0' }));
  });
});

server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit());

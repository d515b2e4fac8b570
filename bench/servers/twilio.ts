import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * A stand-in for Twilio's Messages API, in a process of its own: it takes texts and says so. How it behaves is told with POST /behave, and
 * GET /texts says which texts it took, in the order in which it took them.
 */
interface Behaviour {
  /** `drop` breaks the connection before it takes a text, `dropAfter` when it has taken it but not said so. */
  readonly mode: 'ok' | 'down' | 'busy' | 'drop' | 'dropAfter' | 'refuse';
  /** Error code of `refuse`. */
  readonly code?: number;
  /** Behaves so for the next so many texts, then well again. */
  readonly times?: number;
  /** Takes so long for each. */
  readonly delayMs?: number;
  /** Keeps no list of the texts: for many. */
  readonly quiet?: boolean;
}

interface Taken {
  readonly sid: string;
  readonly form: Readonly<Record<string, string>>;
}

let behaviour: Behaviour = { mode: 'ok' };
let left = 0;
let count = 0;
let asked = 0;
const texts: Taken[] = [];

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('latin1');
  request.on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => answer(request, response, body));
});

function answer({ method, url = '' }: IncomingMessage, response: ServerResponse, body: string): void {
  if (method === 'POST' && url.endsWith('/Messages.json')) {
    asked += 1;
    const now = mode();
    if (behaviour.delayMs) setTimeout(() => message(response, body, now), behaviour.delayMs);
    else message(response, body, now);
  } else if (url === '/behave') {
    behaviour = JSON.parse(body) as Behaviour;
    left = behaviour.times ?? Number.POSITIVE_INFINITY;
    say(response, 200, {});
  } else if (url === '/texts') say(response, 200, texts);
  else if (url === '/count') say(response, 200, { count, asked });
  else say(response, 200, { ready: true });
}

function mode(): Behaviour['mode'] {
  if (behaviour.mode === 'ok') return 'ok';
  if (left <= 0) return 'ok';
  left -= 1;
  return behaviour.mode;
}

function message(response: ServerResponse, body: string, now: Behaviour['mode']): void {
  if (now === 'down') say(response, 503, { code: 20503, message: 'down', status: 503 });
  else if (now === 'busy') say(response, 429, { code: 20429, message: 'too many', status: 429 }, { 'Retry-After': '1' });
  else if (now === 'refuse') say(response, 400, { code: behaviour.code, message: 'refused', status: 400 });
  else if (now === 'drop') response.socket?.destroy();
  else take(response, body, now);
}

function take(response: ServerResponse, body: string, now: Behaviour['mode']): void {
  count += 1;
  const sid = `SM${count.toString(16).padStart(32, '0')}`;
  if (!behaviour.quiet) texts.push({ sid, form: Object.fromEntries(new URLSearchParams(body)) });
  if (now === 'dropAfter') response.socket?.destroy();
  else say(response, 201, { sid, status: 'queued', error_code: null, error_message: null, num_segments: '1' });
}

function say(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text), ...headers });
  response.end(text);
}

server.keepAliveTimeout = 60_000;
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const { port } = server.address() as { port: number };
  process.stdout.write(`${JSON.stringify({ msg: 'ready', port })}\n`);
});
process.once('SIGTERM', () => process.exit());

import { once } from 'node:events';
import { connect as open } from 'node:net';

export interface Reply {
  readonly status: number;
  readonly body: string;
}

/** One connection that is kept, with one request on it at a time. */
export interface Connection {
  /** `request` is written as it is: head, empty line and body. */
  send(request: string): Promise<Reply>;
  close(): void;
}

/**
 * HTTP by hand, as far as the servers here speak it. On a machine of two cores the load must take little, or it is the load that is
 * measured: Node's own client needs four times as long.
 */
export async function connect(port: number): Promise<Connection> {
  const socket = open({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  // A character is a byte: everything that is looked for is ASCII.
  socket.setEncoding('latin1');
  let received = '';
  let waiting: PromiseWithResolvers<Reply> | undefined;

  socket.on('data', (text: string) => {
    received += text;
    const reply = read(received);
    if (!reply) return;
    received = '';
    waiting?.resolve(reply);
    waiting = undefined;
  });
  socket.on('error', (reason) => waiting?.reject(reason));
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')));

  return {
    send(request) {
      waiting = Promise.withResolvers();
      socket.write(request, 'utf8');
      return waiting.promise;
    },
    close: () => void socket.destroy(),
  };
}

const noContent = 204;

/** The reply, once all of it is there. */
function read(received: string): Reply | undefined {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = received.slice(0, headEnd);
  const rest = received.slice(headEnd + 4);
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? (status === noContent ? '0' : undefined);
  const body = length === undefined ? chunks(rest) : rest.length < Number(length) ? undefined : rest;
  return body === undefined ? undefined : { status, body };
}

function chunks(rest: string): string | undefined {
  let body = '';
  for (let at = 0; ; ) {
    const lineEnd = rest.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(rest.slice(at, lineEnd), 16);
    const end = lineEnd + 2 + size;
    if (rest.length < end + 2) return undefined;
    if (size === 0) return body;
    body += rest.slice(lineEnd + 2, end);
    at = end + 2;
  }
}

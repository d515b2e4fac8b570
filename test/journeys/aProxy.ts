import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A reverse proxy as small as can be, on this machine: it passes everything on, web sockets too, under the server's own host. */
export interface ReverseProxy {
  readonly port: number;
  /** Where to pass things on to. */
  serve(port: number): void;
  close(): void;
}

export async function aProxy(): Promise<ReverseProxy> {
  let target = 0;
  const passedOn = ({ headers }: IncomingMessage) => ({ ...headers, host: `127.0.0.1:${target}` });
  const server = createServer((incoming, outgoing) => {
    const passed = request({ host: '127.0.0.1', port: target, method: incoming.method, path: incoming.url, headers: passedOn(incoming) });
    passed.on('response', (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  server.on('upgrade', (incoming, socket) => {
    const passed = connect(target, '127.0.0.1', () => {
      const lines = Object.entries(passedOn(incoming)).map(([name, value]) => `${name}: ${String(value)}`);
      passed.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      passed.pipe(socket);
      socket.pipe(passed);
    });
    passed.on('error', () => socket.destroy());
    socket.on('error', () => passed.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    serve(port) {
      target = port;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A request may be on its way on a connection that looks idle, so that such a connection is not ended at once. */
const graceMs = 200;
/** Whoever sends half a request, or reads its answer drop by drop, does not hold us longer than this. */
const longestWaitMs = 5_000;

/**
 * Knows which connections have a request under way, so that a server can end cleanly: Node's own `close` waits for every
 * connection, also for those that were opened and never used. Call before the server listens; gives back how to close it.
 */
export function createClosing(server: Server): () => Promise<void> {
  const open = new Set<Socket>();
  const busy = new Set<Socket>();
  let closing = false;

  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    busy.add(socket);
    response.once('close', () => {
      busy.delete(socket);
      if (closing) socket.destroySoon();
    });
  });

  return async () => {
    closing = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    await pause(graceMs);
    for (const socket of open) if (!busy.has(socket)) socket.destroy();
    const late = setTimeout(() => server.closeAllConnections(), longestWaitMs);
    await closed;
    clearTimeout(late);
  };
}

import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A line to a database that a test can cut, hold and put right, while everybody else's stays as it is. */
export interface Line {
  readonly url: string;
  /** Every connection ends and no new one is taken: the server is gone. */
  cut(): Promise<void>;
  /** Connections stay and are taken, and nothing comes back: the server hangs. */
  hold(): void;
  mend(): Promise<void>;
  close(): Promise<void>;
}

const socketName = '.s.PGSQL.5432';

export async function aLine(databaseUrl: string): Promise<Line> {
  const url = new URL(databaseUrl);
  const target = join(url.searchParams.get('host') ?? '', socketName);
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-line-'));
  url.searchParams.set('host', folder);
  const open = new Set<Socket>();
  let held = false;

  const server = createServer((near) => {
    const far = connect(target);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => open.delete(socket));
    }
    near.pipe(far).pipe(near);
    if (held) near.pause();
  });
  async function listen(): Promise<void> {
    server.listen(join(folder, socketName));
    await once(server, 'listening');
  }
  async function cut(): Promise<void> {
    for (const socket of open) socket.destroy();
    if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
  }
  await listen();

  return {
    url: url.href,
    cut,
    hold() {
      held = true;
      for (const socket of open) socket.pause();
    },
    async mend() {
      held = false;
      if (!server.listening) await listen();
      for (const socket of open) socket.resume();
    },
    async close() {
      await cut();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

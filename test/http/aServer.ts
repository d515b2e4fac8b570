import { isAway } from '#database/away.ts';
import { createLimit } from '#http/limits.ts';
import { createHttpServer, type HttpServer } from '#http/server.ts';

export interface TestServer extends HttpServer {
  readonly url: string;
  /** Failures that were ours. */
  readonly reported: unknown[];
}

/** Our HTTP server on a free port, with whatever is mounted on it. */
export async function aServer(
  mount: (server: HttpServer) => void,
  { perMinute = 1_000_000, publicUrl = 'http://localhost:3978', port: wanted = 0 } = {},
): Promise<TestServer> {
  const reported: unknown[] = [];
  const report = (reason: unknown) => void reported.push(reason);
  const server = createHttpServer({ publicUrl, perAddress: createLimit(perMinute), report, isAway });
  mount(server);
  const { port } = await server.listen(wanted);
  return { ...server, url: `http://127.0.0.1:${port}`, reported };
}

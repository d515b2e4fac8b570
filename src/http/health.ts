import type { Request, Response, Server } from 'restify';

/** `/healthz`: the process is alive. `/readyz`: the database answers, so texts can be heard. */
export function mountHealth(server: Server, isReady: () => Promise<boolean>): void {
  server.get('/healthz', async (_request: Request, response: Response) => {
    response.json(200, { alive: true });
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    if (await isReady()) return void response.json(200, { ready: true });
    response.setHeader('Retry-After', 5);
    response.json(503, { ready: false, reason: 'the database does not answer' });
  });
}

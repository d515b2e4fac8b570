import { once } from 'node:events';
import { connect } from 'node:net';
import errors from 'restify-errors';
import { readBody } from '#http/body.ts';
import { mountHealth } from '#http/health.ts';
import { createMetrics } from '#http/metrics.ts';
import type { HttpServer } from '#http/server.ts';
import { aServer, type TestServer } from './aServer.ts';

const strict = "default-src 'none';style-src 'self';img-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'";
function everything({ routes }: HttpServer, { ready = true } = {}): void {
  mountHealth(routes, async () => ready);
  createMetrics().mount(routes);
  routes.get('/breaks', async () => Promise.reject(new Error('duplicate key (said)=(I live at 1 Example Road)')));
  routes.get('/refuses', async () => Promise.reject(new errors.BadRequestError('no')));
  routes.get('/away', async () => Promise.reject(Object.assign(new Error('connect ENOENT'), { code: 'ENOENT' })));
}

describe('every answer', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await aServer(everything);
  });
  afterAll(() => server.close());

  test.each([
    ['GET', '/healthz', 200, 'application/json'],
    ['GET', '/readyz', 200, 'application/json'],
    ['GET', '/metrics', 200, 'text/plain; version=0.0.4; charset=utf-8'],
    ['GET', '/nothing-here', 404, 'application/json'],
    ['GET', '/%00%ff/..%2f', 404, 'application/json'],
    ['POST', '/readyz', 405, 'application/json'],
    ['GET', '/breaks', 500, 'application/json'],
    ['GET', '/refuses', 400, 'application/json'],
    ['GET', '/away', 503, 'application/json'],
  ])('%s %s is %i, as %s, with nothing allowed that is not needed', async (method, path, status, type) => {
    const response = await fetch(server.url + path, { method, headers: { Accept: 'text/html, text/plain' } });
    const { headers } = response;
    expect([response.status, headers.get('content-type')]).toEqual([status, type]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': strict,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.has('x-powered-by')).toBe(false);
    expect(headers.has('strict-transport-security')).toBe(false);
    await response.arrayBuffer();
  });

  test('a mistake of the caller says what it is', async () => {
    expect(await (await fetch(`${server.url}/nothing-here`)).json()).toEqual({
      code: 'ResourceNotFound',
      message: '/nothing-here does not exist',
    });
    const wrong = await fetch(`${server.url}/readyz`, { method: 'POST' });
    expect([wrong.headers.get('allow'), await wrong.json()]).toEqual(['GET', { code: 'MethodNotAllowed', message: 'POST is not allowed' }]);
  });

  test('a mistake of ours says nothing of what it was, in whatever form the caller wants it', async () => {
    for (const Accept of ['application/json', 'text/plain', 'text/html', 'application/javascript', '*/*']) {
      const response = await fetch(`${server.url}/breaks?callback=x`, { headers: { Accept } });
      expect(await response.text()).toBe('{"code":"InternalServer","message":"something went wrong"}');
    }
    expect(server.reported.at(-1)).toMatchObject({ message: expect.stringContaining('duplicate key') });
  });

  test('while the database is away it says when to try again', async () => {
    const response = await fetch(`${server.url}/away`);
    expect([response.status, response.headers.get('retry-after'), await response.json()]).toEqual([
      503,
      '5',
      { code: 'ServiceUnavailable', message: 'the database is away' },
    ]);
  });

  test('metrics are what Prometheus reads', async () => {
    const metrics = createMetrics();
    metrics.turn('sms', 'recorded', 12);
    metrics.turn('sms', 'recorded', 3);
    metrics.webSockets(() => 4);
    const own = await aServer(({ routes }) => metrics.mount(routes));
    const lines = (await (await fetch(`${own.url}/metrics`)).text()).split('\n');
    expect(lines).toContain('folkmoot_turns_total{channel="sms",outcome="recorded"} 2');
    expect(lines).toContain('folkmoot_turn_seconds_bucket{le="0.005",channel="sms"} 1');
    expect(lines).toContain('folkmoot_turn_seconds_count{channel="sms"} 2');
    expect(lines).toContain('folkmoot_web_sockets 4');
    await own.close();
  });

  test('headers beyond all measure are refused, and the next caller is heard', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `GET / HTTP/1.1\r\nHost: localhost\r\n${Array.from({ length: 2000 }, (_, n) => `X-${n}: ${'a'.repeat(20)}\r\n`).join('')}`,
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(String(answer)).toMatch(/^HTTP\/1\.1 431 /);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});

test('over https browsers are told to stay there', async () => {
  const server = await aServer(everything, { publicUrl: 'https://folkmoot.example.org' });
  const { headers } = await fetch(`${server.url}/healthz`);
  expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8,}/);
  expect(headers.get('content-security-policy')).toBe(`${strict};upgrade-insecure-requests`);
  await server.close();
});

test('without its database it is alive and not ready', async () => {
  const server = await aServer((http) => everything(http, { ready: false }));
  const response = await fetch(`${server.url}/readyz`);
  expect([response.status, response.headers.get('retry-after'), await response.json()]).toEqual([
    503,
    '5',
    { ready: false, reason: 'the database does not answer' },
  ]);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  await server.close();
});

test('nobody has longer than 20 seconds to send a request', async () => {
  const { routes, close } = await aServer(everything);
  const { requestTimeout, headersTimeout } = routes.server;
  const { connectionsCheckingInterval } = routes.server as unknown as { connectionsCheckingInterval: number };
  expect(Math.max(requestTimeout, headersTimeout) + connectionsCheckingInterval).toBeLessThanOrEqual(20_000);
  await close();
});

test('visitors are counted by address; whoever asks whether we are well is not', async () => {
  const server = await aServer(everything, { perMinute: 2 });
  const status = async (path: string) => (await fetch(server.url + path)).status;
  expect([await status('/refuses'), await status('/refuses'), await status('/refuses')]).toEqual([400, 400, 429]);
  expect(Number((await fetch(`${server.url}/refuses`)).headers.get('retry-after'))).toBeGreaterThan(0);
  expect([await status('/healthz'), await status('/readyz'), await status('/metrics')]).toEqual([200, 200, 200]);
  await server.close();
});

describe('closing', () => {
  test('a request under way gets its answer, and nobody who only holds a connection keeps us', async () => {
    const answer = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const server = await aServer(({ routes }) =>
      routes.get('/slow', async (_request, response) => {
        asked.resolve();
        await answer.promise;
        response.json(200, { answered: true });
      }),
    );
    const idle = Array.from({ length: 20 }, () => connect(Number(new URL(server.url).port), '127.0.0.1'));
    await Promise.all(idle.map((socket) => once(socket, 'connect')));
    const slow = fetch(`${server.url}/slow`);
    await asked.promise;

    const began = performance.now();
    const closed = server.close();
    await expect(fetch(`${server.url}/slow`)).rejects.toThrow();
    answer.resolve();
    expect(await (await slow).json()).toEqual({ answered: true });
    await closed;
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('whoever sends half of something holds us for a few seconds at most', async () => {
    const server = await aServer(({ routes }) =>
      routes.post('/read', async (request, response) => {
        response.json(200, await readBody(request));
      }),
    );
    const port = Number(new URL(server.url).port);
    for (const half of ['GET / HTTP/1.1\r\nHost: lo', 'POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhalf']) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(half);
      await once(socket, 'connect');
    }
    const began = performance.now();
    await server.close();
    expect(performance.now() - began).toBeLessThan(7_000);
  });

  test('a port that is taken is named', async () => {
    const server = await aServer(everything);
    const { port } = new URL(server.url);
    await expect(aServer(everything, { port: Number(port) })).rejects.toThrow(`Port ${port} is in use: stop what uses it`);
    await server.close();
  });
});

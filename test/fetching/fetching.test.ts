import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { createFetching, type FetchRefusal } from '#fetching';
import { isPublic } from '#fetching/addresses.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

// In two steps: restify, where another test of the same process has loaded it, makes writeHead give nothing back.
const saying =
  (status: number, headers: OutgoingHttpHeaders): Answer =>
  (_request, response) => {
    response.writeHead(status, headers);
    response.end('x');
  };
const leading = (location: string, status: number) => saying(status, { location });

const answers: Record<string, Answer> = {
  '/feed': (_request, response) => response.end('caf\u00e9'),
  '/accept': ({ headers }, response) => response.end(`${headers.accept} ${headers['accept-encoding']}`),
  '/once': leading('/feed', 301),
  '/thrice': leading('/twice', 302),
  '/twice': leading('/once', 307),
  '/round': leading('/round', 302),
  '/inside': (request, response) => leading(`http://localhost:${request.headers.host?.split(':')[1]}/feed`, 302)(request, response),
  '/file': leading('file:///etc/passwd', 302),
  '/gone': saying(404, {}),
  '/packed': saying(200, { 'content-encoding': 'gzip' }),
  '/said-large': saying(200, { 'content-length': '1000000' }),
  '/large': (_request, response) => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(1000)));
    };
    response.on('drain', more);
    more();
  },
  '/slow': (_request, response) => void response.write('a'),
};

const server = createServer((request, response) => answers[request.url ?? '']?.(request, response));
let base: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const fetching = () => createFetching({ privateHosts: [base], patienceMs: 500, largestDocument: 10_000 });
const refusal = async (url: string, by = fetching()): Promise<FetchRefusal | 'fetched'> =>
  by.document(url, '*/*').then(
    () => 'fetched' as const,
    ({ code }: { code: FetchRefusal }) => code,
  );

test('fetches a document as text, unpacked, and follows three redirects', async () => {
  expect(await fetching().document(`http://${base}/feed`, 'text/csv')).toEqual({ url: `http://${base}/feed`, text: 'caf\u00e9' });
  expect((await fetching().document(`http://${base}/accept`, 'text/csv')).text).toBe('text/csv identity');
  expect((await fetching().document(`http://${base}/thrice`, '*/*')).url).toBe(`http://${base}/feed`);
});

test.each([
  ['/round', 'redirects'],
  ['/inside', 'private'],
  ['/file', 'address'],
  ['/gone', 'status'],
  ['/packed', 'packed'],
  ['/said-large', 'size'],
  ['/large', 'size'],
  ['/slow', 'time'],
])('refuses %s for its %s', async (path, code) => {
  expect(await refusal(`http://${base}${path}`)).toBe(code);
});

test.each([
  ['http://127.0.0.1:1/', 'private'],
  ['http://localhost:1/', 'private'],
  ['http://[::1]:1/', 'private'],
  ['http://2130706433/', 'private'],
  ['http://0x7f.1/', 'private'],
  ['http://[::ffff:127.0.0.1]/', 'private'],
  ['http://169.254.169.254/latest/meta-data/', 'private'],
  ['ftp://127.0.0.1/', 'address'],
  ['file:///etc/passwd', 'address'],
  ['http://name:word@127.0.0.1/', 'address'],
  ['not an address', 'address'],
])('refuses %s: %s', async (url, code) => {
  expect(await refusal(url, createFetching({ privateHosts: [] }))).toBe(code);
});

test('says that nobody answers', async () => {
  expect(await refusal('http://127.0.0.1:1/', createFetching({ privateHosts: ['127.0.0.1'] }))).toBe('unreachable');
});

test('no address of a private network is public, written as IPv4 or inside IPv6', () => {
  const octet = fc.integer({ min: 0, max: 255 });
  const inside = fc.oneof(
    fc.tuple(fc.constantFrom(10, 127, 0, 224, 240), octet, octet, octet),
    fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
  );
  fc.assert(fc.property(inside, (parts) => !isPublic(parts.join('.')) && !isPublic(`::ffff:${parts.join('.')}`)));
  expect(['8.8.8.8', '81.2.69.142', '2a00:1450:4009:80b::200e'].map(isPublic)).toEqual([true, true, true]);
  expect(['fd00::1', 'fe80::1', '2002:7f00:1::', '64:ff9b::7f00:1', 'localhost', ''].map(isPublic)).toEqual(Array(6).fill(false));
});

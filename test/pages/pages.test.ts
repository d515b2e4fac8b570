import { read } from '../guards/sourceFiles.ts';
import type { TestServer } from '../http/aServer.ts';
import { aSite } from './aSite.ts';

let site: TestServer;
beforeAll(async () => {
  site = await aSite({ origins: ['https://council.example'] });
});
afterAll(() => site.close());

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => fetch(site.url + path, { headers });
const pageAt = async (path: string, headers?: Readonly<Record<string, string>>) => (await get(path, headers)).text();
const paths = ['/', '/chat', '/privacy', '/accessibility'];

describe.each(paths)('%s', (path) => {
  test.each(['en-GB', 'pl', 'ro', 'lt'])(
    'in %s is whole: every tag is closed, one heading, no word of another language',
    async (language) => {
      const page = await pageAt(`${path}?lang=${language}`);
      expect(unclosed(page)).toEqual([]);
      expect(page).toContain(`<html lang="${language}">`);
      expect([...page.matchAll(/<h1[ >]/g)]).toHaveLength(1);
      const english = JSON.parse(read('locales/en-GB.json').text).page as Record<string, string>;
      const theirs = JSON.parse(read(`locales/${language}.json`).text).page as Record<string, string>;
      const said = Object.keys(english).filter((key) => english[key] !== theirs[key] && page.includes(`>${english[key]}<`));
      expect(said).toEqual([]);
    },
  );

  test('runs nothing but files of ours and asks nobody else for anything', async () => {
    const response = await get(path);
    const page = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';
    const [, nonce = ''] = /nonce="([^"]+)"/.exec(page) ?? [];
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("default-src 'none';");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(page).not.toMatch(/\sstyle=|\son\w+=|<style|javascript:/);
    for (const [, script] of page.matchAll(/<script[^>]*>([^<]*)/g)) expect(script).toBe('');
    for (const [, address] of page.matchAll(/(?:src|<link[^>]*href)="([^"]+)"/g)) expect(address).toMatch(/^(\.\/)?files\/|^favicon\.ico$/);
    expect((await get(path)).headers.get('content-security-policy')).not.toBe(policy);
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});

test('the icon is small, is kept for a day and may be loaded by every page of ours', async () => {
  const response = await get('/favicon.ico');
  expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
    200,
    'image/x-icon',
    'public, max-age=86400',
  ]);
  const icon = Buffer.from(await response.arrayBuffer());
  expect([icon.readUInt16LE(2), icon.length]).toEqual([1, 2402]);
  for (const path of paths) expect((await get(path)).headers.get('content-security-policy')).toContain("img-src 'self'");
  expect((await get('/favicon.ico', { 'If-None-Match': response.headers.get('etag') ?? '' })).status).toBe(304);
});

test('the chat alone may be shown by the sites that were named, and nothing else by any', async () => {
  for (const path of paths) {
    const { headers } = await get(path);
    const framed = path === '/chat';
    expect(headers.get('x-frame-options')).toBe(framed ? null : 'DENY');
    expect(headers.get('content-security-policy')).toContain(`frame-ancestors ${framed ? "'self' https://council.example" : "'none'"}`);
  }
});

test('the language is the one that is asked for, else the browser wishes, else English', async () => {
  expect(await pageAt('/?lang=lt', { 'Accept-Language': 'pl' })).toContain('<html lang="lt">');
  expect(await pageAt('/', { 'Accept-Language': 'fr, ro;q=0.8' })).toContain('<html lang="ro">');
  expect(await pageAt('/?lang=%00%3Cx', { 'Accept-Language': 'fr' })).toContain('<html lang="en-GB">');
});

test("a council's words are only ever words", async () => {
  const page = await pageAt('/');
  expect(page).toContain('<h3>Parks &amp; &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</h3>');
  expect(page).toContain('<p>Say &quot;what&quot; you think of &#39;them&#39; &amp; why</p>');
});

test('every consultation can be answered in the chat, on plain pages and by text', async () => {
  const page = await pageAt('/?lang=pl');
  expect(page).toContain('<a href="./?start=PARKS&lang=pl" data-say="PARKS">');
  expect(page).toContain('<a href="c/parks-2027?lang=pl">');
  expect(page).toContain('<a href="sms:+447700900999?body=PARKS">+447700900999</a>');
});

test('the buttons beside the chat say the words that are taught in the language', async () => {
  const said = [...(await pageAt('/?lang=ro')).matchAll(/<button[^>]*data-say="([^"]+)"/g)].map(([, word]) => word);
  expect(said).toEqual(['INAPOI', 'SARI', 'PAUZA', 'MENIU', '?']);
});

test('where nothing is open, or no number is there, the page says so or leaves it out', async () => {
  const quiet = await aSite({ open: async () => [] });
  expect(await (await fetch(quiet.url)).text()).toContain('Nothing is open just now.');
  await quiet.close();
  const silent = await aSite({
    number: undefined,
    council: { name: 'Thornby "Town" Council', contact: 'talk@thornby.example or 01632 960001' },
  });
  const page = await (await fetch(silent.url)).text();
  expect(page).not.toContain('sms:');
  expect(page).toContain('<p class="council">Thornby &quot;Town&quot; Council</p>');
  const privacy = await (await fetch(`${silent.url}/privacy`)).text();
  expect(privacy).toContain('<a href="mailto:talk@thornby.example" rel="noreferrer">talk@thornby.example</a>');
  expect(privacy).toContain('<a href="tel:01632960001" rel="noreferrer">01632 960001</a>');
  await silent.close();
});

test('the example of another site is for developers', async () => {
  expect((await get('/example')).status).toBe(404);
  const shown = await aSite({ forDevelopers: true });
  expect(await (await fetch(`${shown.url}/example`)).text()).toContain('<script src="embed.js" data-start="PARKS"');
  await shown.close();
});

describe('files', () => {
  test('Web Chat comes as Microsoft made it, packed, and is kept by its version', async () => {
    const page = await pageAt('/');
    const [, path = ''] = /href="\.(\/files\/webchat-[\d.]+\.js)"/.exec(page) ?? [];
    const response = await get(path, { 'Accept-Encoding': 'br' });
    expect([response.headers.get('content-encoding'), response.headers.get('cache-control')]).toEqual([
      'br',
      'public, max-age=31536000, immutable',
    ]);
    expect(Number(response.headers.get('content-length'))).toBeLessThan(900_000);
    expect(await response.text()).toBe(read('node_modules/botframework-webchat/dist/webchat.js').text);
  });

  test('ours are asked for again and answered in a word while they are the same', async () => {
    const first = await get('/files/chat.js', { 'Accept-Encoding': 'gzip' });
    expect([first.headers.get('content-encoding'), first.headers.get('cache-control')]).toEqual(['gzip', 'no-cache']);
    await first.arrayBuffer();
    const again = await get('/files/chat.js', { 'If-None-Match': first.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('whoever packs nothing gets them as they are', async () => {
    const response = await get('/files/folkmoot.css', { 'Accept-Encoding': 'identity' });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toBe(read('src/pages/browser/folkmoot.css').text);
  });

  test('the line for other sites may be loaded there, and has its words', async () => {
    const response = await get('/embed.js');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(await response.text()).toContain('"pl":{"launcher":"Czat z radą","close":"Zamknij czat"}');
  });

  test('there is nothing else', async () => {
    for (const path of ['/files/index.ts', '/files/../index.ts', '/files/%2e%2e%2findex.ts', '/files/'])
      expect((await get(path)).status).toBe(404);
  });
});

/** Tags that are not closed, or closed where they were not open. */
function unclosed(page: string): readonly string[] {
  const open: string[] = [];
  for (const [, close, name = ''] of page.matchAll(/<(\/?)([a-z]\w*)[^>]*>/g)) {
    if (['meta', 'link'].includes(name)) continue;
    if (!close) open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return [...open, `/${name}`];
  }
  return open;
}

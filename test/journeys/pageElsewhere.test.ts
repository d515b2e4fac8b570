import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { aVisitor, describeInBrowser, faultsOf, focused, offered, said, tabTo, type Visitor } from './aBrowser.ts';
import { aGreenTown } from './aGreenTown.ts';
import type { OpenTown } from './anOpenTown.ts';
import { aProxy, type ReverseProxy } from './aProxy.ts';
import { createJourney, journeyMs, until } from './aServer.ts';

describeInBrowser('the page behind a proxy and on other sites', (browser) => {
  const { folder, start, clearUp } = createJourney();
  let town: OpenTown;
  let proxy: ReverseProxy;
  let council: Server;
  let ours: string;
  let theirs: (host?: string) => string;
  let visitors: Visitor[] = [];
  beforeAll(async () => {
    town = await aGreenTown(folder());
    proxy = await aProxy();
    ours = `http://folkmoot.localhost:${proxy.port}`;
    council = createServer(({ url }, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      // As strict as a council's site may be.
      response.setHeader('Content-Security-Policy', `default-src 'none'; script-src ${ours}; frame-src ${ours}`);
      const line = (when: string) => `<script src="${ours}/embed.js" data-start="GREEN" data-colour="#6a1b4d"${when}></script>`;
      const [early, late] = url === '/early' ? [line(''), ''] : ['', line(' defer')];
      response.end(`<!doctype html><html lang="en"><head><title>Parks</title>${early}</head><body><main><h1>Parks</h1>
<p><a href="#more">More</a></p></main>${late}</body></html>`);
    }).listen(0, '127.0.0.1');
    await once(council, 'listening');
    theirs = (host = 'council.localhost') => `http://${host}:${(council.address() as AddressInfo).port}`;
    const server = await start({ ...town.environment, PUBLIC_URL: ours, WEBCHAT_ORIGINS: theirs() });
    proxy.serve(server.port);
  }, journeyMs);
  afterEach(async () => {
    for (const visitor of visitors) await visitor.leave();
    visitors = [];
  });
  afterAll(async () => {
    proxy.close();
    council.close();
    council.closeAllConnections();
    await clearUp();
    await town.close();
  });

  async function visit(url: string, options: Parameters<typeof aVisitor>[2] = {}): Promise<Visitor> {
    const visitor = await aVisitor(browser(), url, options);
    visitors.push(visitor);
    return visitor;
  }

  test(
    'behind a reverse proxy that calls us by another name it is the same, over a web socket',
    async () => {
      const { page, complaints } = await visit(`${ours}/privacy`);
      const socket = page.waitForEvent('websocket');
      await page.goto(`${ours}/?start=GREEN`);
      await offered(page, 'Begin').click();
      await offered(page, 'Every week').waitFor();
      expect((await socket).url()).toContain(`ws://folkmoot.localhost:${proxy.port}/v3/directline/`);
      expect(complaints).toEqual([]);
    },
    journeyMs,
  );

  test(
    "one line on a council's page: a button, and a panel that is gone through by keyboard and closed by Escape",
    async () => {
      const { page, complaints } = await visit(theirs());
      const launcher = page.getByRole('button', { name: 'Chat with your council' });
      await launcher.waitFor();
      expect([await page.locator('iframe').count(), await faultsOf(page)]).toEqual([0, []]);

      await tabTo(page, /^More$/);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const panel = page.frameLocator('iframe');
      await panel.getByRole('toolbar').getByRole('button', { name: 'Begin' }).waitFor();
      expect(await focused(frameOf(page))).toBe('Chat');
      expect(await page.context().cookies()).toEqual([]);
      expect(await keptIn(page)).toBe(0);
      expect(await page.locator('iframe').getAttribute('title')).toBe('Chat with your council');
      expect(await faultsOf(frameOf(page))).toEqual([]);

      for (let steps = 0; (await focused(frameOf(page))) !== 'Begin' && steps < 20; steps++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await panel.getByText('How often do you go?').last().waitFor();

      await page.keyboard.press('Escape');
      await page.locator('iframe').waitFor({ state: 'hidden' });
      expect(await focusOnTheirPage(page)).toBe('Chat with your council');
      await page.keyboard.press('Enter');
      await panel.getByRole('toolbar').getByRole('button', { name: 'Every month' }).waitFor();
      expect(await focused(frameOf(page))).toBe('Chat');
      await panel.getByRole('button', { name: 'Close the chat' }).click();
      await page.locator('iframe').waitFor({ state: 'hidden' });
      expect(complaints).toEqual([]);
    },
    journeyMs,
  );

  test(
    'on a small telephone the panel is the whole screen, wherever the line stands; leaving at once leaves the whole page',
    async () => {
      const { page } = await visit(`${theirs()}/early`, { viewport: { width: 320, height: 568 } });
      await page.getByRole('button', { name: 'Chat with your council' }).click();
      await page.frameLocator('iframe').getByRole('toolbar').waitFor();
      expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 568 });
      await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ contentType: 'text/html', body: 'sunny' }));
      await page.frameLocator('iframe').getByRole('link', { name: 'Exit this page' }).click();
      await page.waitForURL('https://www.bbc.co.uk/weather');
    },
    journeyMs,
  );

  test(
    'a site that was not named is shown no chat',
    async () => {
      const { page, complaints } = await visit(theirs('other.localhost'));
      await page.getByRole('button', { name: 'Chat with your council' }).click();
      await until(() => complaints.some((text) => text.includes('frame-ancestors')));
      expect(await said(page, 'Green places').count()).toBe(0);
    },
    journeyMs,
  );
});

function frameOf(page: Page) {
  const [, frame] = page.frames();
  if (!frame) throw new Error('there is no frame');
  return frame;
}

/** How much the frame keeps in the browser; nothing at all where the browser forbids it to. */
const keptIn = (page: Page): Promise<number> =>
  frameOf(page).evaluate('(() => { try { return Object.keys(localStorage).length } catch { return 0 } })()');

const focusOnTheirPage = (page: Page): Promise<string> =>
  page.evaluate('document.querySelector("body > div").shadowRoot.activeElement?.textContent ?? ""');

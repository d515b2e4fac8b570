import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { aVisitor, card, describeInBrowser, faultsOf, offered, said, typeIn, type Visitor } from './aBrowser.ts';
import { aGreenTown } from './aGreenTown.ts';
import type { OpenTown } from './anOpenTown.ts';
import { createJourney, journeyMs, type RunningServer } from './aServer.ts';
import { heard, listenFromTheStart } from './listener.ts';

describeInBrowser('the page goes on', (browser) => {
  const { folder, start, clearUp } = createJourney();
  let town: OpenTown;
  let server: RunningServer;
  let environment: Readonly<Record<string, string>>;
  let visitors: Visitor[] = [];
  beforeAll(async () => {
    town = await aGreenTown(folder());
    environment = { ...town.environment, PUBLIC_URL: 'http://localhost:3978', PORT: await freePort() };
    server = await start(environment);
  }, journeyMs);
  afterEach(async () => {
    for (const visitor of visitors) await visitor.leave();
    visitors = [];
  });
  afterAll(async () => {
    await clearUp();
    await town.close();
  });

  /** Somebody who has answered the first question. */
  async function inTheMiddle(): Promise<Page> {
    const visitor = await aVisitor(browser(), `${server.url}/?start=GREEN`);
    visitors.push(visitor);
    const { page } = visitor;
    await offered(page, 'Begin').click();
    await offered(page, 'Every month').click();
    await card(page).waitFor();
    return page;
  }

  test(
    'after a reload, with its history, of which only the end is read out, and the word that opened it is not said again',
    async () => {
      const page = await inTheMiddle();
      const before = await transcript(page);
      await listenFromTheStart(page);
      await page.reload();
      await card(page).waitFor();
      expect(await transcript(page)).toEqual(before);
      // Of the history only its end is read out.
      await page.locator('#newest', { hasText: '2 of 4.' }).waitFor({ state: 'attached' });
      const read = (await heard(page)).filter((text) => text.includes(' of 4. '));
      expect(read).toEqual([expect.stringMatching(/^2 of 4\. What for\? 1: To walk\./)]);
      expect(new URL(page.url()).search).not.toContain('start');
      await page.goto(`${server.url}/?start=GREEN`);
      await card(page).waitFor();
      expect(await transcript(page)).toEqual(before);
      await card(page).getByRole('checkbox', { name: 'To walk' }).check();
      await card(page).getByRole('button', { name: 'Send' }).click();
      await card(page).getByRole('combobox').first().waitFor();
    },
    journeyMs,
  );

  test(
    'in two tabs, which show the same',
    async () => {
      const page = await inTheMiddle();
      const other = await page.context().newPage();
      await other.goto(server.url);
      await card(other).waitFor();
      await typeIn(other, 'to walk');
      await card(page).getByRole('combobox').first().waitFor();
      await said(page, 'to walk').last().waitFor();
      await page.getByRole('button', { name: 'Skip' }).last().click();
      await said(other, '4 of 4. What else?').waitFor();
      expect(await transcript(other)).toEqual(await transcript(page));
    },
    journeyMs,
  );

  test(
    'after the server was killed and is back, with what was said while it was away, in order and once',
    async () => {
      const page = await inTheMiddle();
      await server.end('SIGKILL');
      await typeIn(page, 'to walk');
      await typeIn(page, 'skip');
      await page.getByText('We cannot reach the chat just now.').waitFor();
      server = await start(environment);
      await said(page, '4 of 4. What else?').waitFor({ timeout: 45_000 });
      expect(await page.getByText('We cannot reach the chat just now.').isVisible()).toBe(false);
      await card(page).getByRole('combobox').first().waitFor({ timeout: 45_000 });
      expect((await transcript(page)).filter((text) => ['to walk', 'skip'].includes(text))).toEqual(['to walk', 'skip']);
    },
    journeyMs,
  );

  test(
    'in a tab that slept for longer than its key holds: what is said then arrives, and a reload goes on',
    async () => {
      const page = await inTheMiddle();
      await page.waitForFunction(`sessionStorage.getItem('folkmoot-chat')`);
      // As the server says it of a token of half an hour ago.
      const old = await page.evaluate<string>(`JSON.parse(localStorage.getItem('folkmoot-chat')).token`);
      await page.route('**/v3/directline/**', (route) =>
        route.request().headers().authorization === `Bearer ${old}`
          ? route.fulfill({ status: 403, json: { error: { code: 'TokenExpired', message: 'Token has expired' } } })
          : route.continue(),
      );
      await typeIn(page, 'to walk');
      await card(page).getByRole('combobox').first().waitFor();
      expect(await page.getByText('We lost this chat for a while.').isVisible()).toBe(false);
      const before = await transcript(page);
      expect(before.filter((text) => text === 'to walk')).toHaveLength(1);

      await page.addInitScript(`localStorage.setItem('folkmoot-chat', '{"token":"of long ago"}')`);
      await page.reload();
      await card(page).getByRole('combobox').first().waitFor();
      expect(await transcript(page)).toEqual(before);
    },
    journeyMs,
  );

  test(
    'in no tab once its person has left by one of them',
    async () => {
      const page = await inTheMiddle();
      await page.waitForFunction(`sessionStorage.getItem('folkmoot-chat')`);
      const other = await page.context().newPage();
      await other.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ contentType: 'text/html', body: 'sunny' }));
      await other.goto(server.url);
      await card(other).waitFor();
      await other.getByRole('link', { name: 'Exit this page' }).click();
      await other.waitForURL('https://www.bbc.co.uk/weather');
      await page.waitForFunction(`sessionStorage.getItem('folkmoot-chat') === null`);
      await page.reload();
      await page.getByRole('toolbar').waitFor();
      expect(await said(page, 'How often do you go?').count()).toBe(0);
    },
    journeyMs,
  );

  test(
    'with a new chat, and says so, where the key to the last one holds no longer',
    async () => {
      const page = await inTheMiddle();
      // The page keeps its key when it is left, so these are put there afterwards.
      await page.addInitScript(`localStorage.setItem('folkmoot-chat', '{"token":"of long ago"}')`);
      await page.addInitScript(`sessionStorage.setItem('folkmoot-chat', 'of days ago')`);
      await page.reload();
      await page.getByText('Your last chat here was a while ago, so this is a new one.').waitFor();
      await page.getByRole('toolbar').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await said(page, 'How often do you go?').count()).toBe(0);
    },
    journeyMs,
  );

  test(
    'by hand where we could not be reached when it was opened',
    async () => {
      const visitor = await aVisitor(browser(), `${server.url}/privacy`);
      visitors.push(visitor);
      const { page } = visitor;
      await page.route('**/v3/directline/**', (route) => route.abort());
      await page.goto(server.url);
      await page.getByText('The chat could not open. Please try again.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.unroute('**/v3/directline/**');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('toolbar').waitFor();
    },
    journeyMs,
  );
});

/** What stands in the chat, in order. */
const transcript = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll('.webchat__bubble__content')].map((each) => each.textContent.trim())`);

/** A port that nobody uses, to come back to. */
async function freePort(): Promise<string> {
  const listening = createServer().listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  listening.close();
  return String(port);
}

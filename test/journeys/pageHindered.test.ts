import { describeInBrowser, faultsOf, offered, said } from './aBrowser.ts';
import { aGreenPage } from './aGreenPage.ts';
import { journeyMs } from './aServer.ts';

describeInBrowser('the page in a browser that does not let it have all', (browser) => {
  const { url, visit } = aGreenPage(browser);

  test('no JavaScript: it says so at once, and leads to plain pages', async () => {
    const { page } = await visit('/', { javaScriptEnabled: false });
    await page.getByText('The chat needs JavaScript, which does not run here.').waitFor({ timeout: 2000 });
    const links = page.locator('aside').getByRole('link', { name: 'Answer on plain pages' });
    expect(await links.getAttribute('href')).toBe('c/green?lang=en-GB');
    expect(await page.getByRole('button').count()).toBe(0);
  });

  test.each(['/', '/chat'])(
    'our script kept from running: it says so after a while, and leads to plain pages, on %s',
    async (path) => {
      const { page } = await visit('/privacy');
      await page.route('**/files/chat.js', (route) => route.abort());
      await page.goto(url() + path);
      const notice = page.getByText('The chat needs JavaScript, which does not run here.');
      expect(await notice.isVisible()).toBe(false);
      await notice.waitFor();
      expect(await notice.getByRole('link').getAttribute('href')).toBe('c?lang=en-GB');
      expect(await faultsOf(page)).toEqual([]);
    },
    journeyMs,
  );

  test(
    'nothing may be kept: the chat works, and leaving too',
    async () => {
      const { page } = await visit('/privacy');
      await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ contentType: 'text/html', body: 'sunny' }));
      await page.addInitScript(`for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`);
      await page.goto(`${url()}/?start=GREEN`);
      await offered(page, 'Begin').click();
      await offered(page, 'Every month').click();
      await said(page, 'Every month').waitFor();
      await page.locator('.ac-adaptiveCard').waitFor();
      expect(await page.evaluate('document.body.dataset.notice')).toBe('');
      await page.getByRole('link', { name: 'Exit this page' }).click();
      await page.waitForURL('https://www.bbc.co.uk/weather');
    },
    journeyMs,
  );
});

import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { axeFindings, hasChromium, noChromium, openChromium } from './browser.ts';

/** Tests of pages in Chromium; where the machine has none, one line says so. */
export function describeInBrowser(name: string, tests: (browser: () => Browser) => void): void {
  describe(name, () => {
    if (!hasChromium) {
      process.stdout.write(`${noChromium}: ${name}\n`);
      it('is not tried without Chromium', () => expect(hasChromium).toBe(false));
      return;
    }
    let browser: Browser;
    beforeAll(async () => {
      browser = await openChromium();
    });
    afterAll(() => browser.close());
    tests(() => browser);
  });
}

/** A person at a page, and what their browser complained of. */
export interface Visitor {
  readonly page: Page;
  readonly complaints: readonly string[];
  leave(): Promise<void>;
}

/** In a browser profile of their own. Everything waits at most 30 seconds: the machine may be busy with other tests. */
export async function aVisitor(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: 'en-GB', ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (reason) => complaints.push(String(reason)));
  await page.goto(url);
  return { page, complaints, leave: () => context.close() };
}

/** A button that the chat offers under what was said last. */
export const offered = (page: Page, name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true });

/** What has been said in the chat that holds these words. */
export const said = (page: Page, words: string) => page.locator('.webchat__bubble__content').filter({ hasText: words });

export const typeIn = async (page: Page, words: string) => {
  await page.locator('textarea').fill(words);
  await page.keyboard.press('Enter');
};

/** The card that was shown last. */
export const card = (page: Page) => page.locator('.ac-adaptiveCard').last();

/** Moves the focus on until it is at something with the name. Gives back the names on the way. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<readonly string[]> {
  const passed: string[] = [];
  for (let steps = 0; steps < 40; steps++) {
    await page.keyboard.press(key);
    const at = await focused(page);
    if (name.test(at)) return passed;
    passed.push(at);
  }
  throw new Error(`${name} cannot be reached by ${key}: ${passed.join(' | ')}`);
}

export const focused = (page: Page | Frame): Promise<string> =>
  page.evaluate(`(() => {
    const at = document.activeElement;
    return (at.getAttribute('aria-label') || at.textContent || at.value || at.tagName).trim();
  })()`);

/** What axe finds wrong with a page as it is now, from its top: what is under the way out after scrolling is too small to be pressed there. */
export async function faultsOf(page: Page | Frame): Promise<readonly string[]> {
  await page.evaluate('scrollTo(0, 0)');
  return axeFindings(page);
}

/** How many pixels of the page stand out to the side. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

import type { Browser, Page } from 'playwright-core';
import { aPage, type Pages } from '../channels/page/aPage.ts';
import { faultsOf } from './aBrowser.ts';
import { hasChromium, noChromium, openChromium } from './browser.ts';

/** A browser takes its time where the machine is busy. */
const patienceMs = 120_000;

function inChromium(): void {
  let browser: Browser;
  let pages: Pages;
  beforeAll(async () => {
    pages = await aPage();
    for (const file of ['buses.yaml', 'parks.yaml']) await pages.publish(file);
    browser = await openChromium();
  }, patienceMs);
  afterAll(async () => {
    await browser.close();
    expect(pages.reported).toEqual([]);
    await pages.close();
  });

  const heading = (page: Page) => page.locator('h1').textContent();
  const goOn = (page: Page) => page.locator('main form button').first().click();

  test.each([
    ['as a desk has it', { width: 1280, height: 900 }, 'light'],
    ['on the smallest phone, or at four times the size', { width: 320, height: 256 }, 'light'],
    ['on a dark screen', { width: 390, height: 800 }, 'dark'],
  ] as const)(
    'axe finds nothing on any page, and none scrolls sideways: %s',
    async (_name, viewport, colorScheme) => {
      const context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB' });
      const page = await context.newPage();
      const looked: string[] = [];
      async function look(title: RegExp): Promise<void> {
        expect(await page.title()).toMatch(title);
        expect([await page.title(), ...(await faultsOf(page))]).toEqual([await page.title()]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
        expect(await page.locator('h1').count()).toBe(1);
        looked.push(await page.title());
      }
      async function answer(title: RegExp, fill: () => Promise<unknown>): Promise<void> {
        await look(title);
        await fill();
        await goOn(page);
      }

      await page.goto(`${pages.url}/c`);
      await look(/^What you can answer now/);
      await page.getByRole('link', { name: 'Buses in town' }).click();
      await look(/^Buses in town/);
      await page.getByLabel('Your code').fill('K7M4-RX29');
      await page.getByRole('button', { name: 'Go on with the code' }).click();
      expect(await page.locator('.errors:focus').textContent()).toContain('That is not quite a code.');
      await answer(/^Error: Buses in town/, async () => undefined);
      await answer(/^1 of 6\. Why/, async () => undefined);
      await answer(/^Error: 1 of 6\. Why/, () => page.getByRole('checkbox', { name: 'Work' }).check());
      await answer(/^2 of 6\. How many/, () => page.getByLabel('How many rides').fill('3'));
      await answer(/^3 of 7\. When/, () => page.getByLabel('last ride').fill('32/13/2026'));
      await answer(/^Error: 3 of 7\. When/, () => page.getByLabel('last ride').fill('20/11/2026'));
      await answer(/^4 of 7\. Do you/, () => page.getByRole('radio', { name: 'Yes' }).check());
      await answer(/^5 of 7\. What is your postcode/, () => page.getByLabel('postcode').fill('SW1A 1AA'));
      await answer(/^6 of 7\. What should/, () => page.getByLabel('Choice 1').selectOption('Stops'));
      await answer(/^7 of 7\. Anything/, () => page.getByLabel('Anything else').fill('Thank you.\nMore buses.'));
      await page.getByRole('button', { name: 'Stop for now' }).click();
      await look(/^Buses in town/);
      await page.getByRole('button', { name: 'Open' }).click();
      await answer(/^That is everything/, () => page.getByRole('radio', { name: 'Check' }).check());
      await answer(/^Which answer/, () => page.getByRole('radio', { name: 'What is your postcode' }).check());
      await page.getByRole('button', { name: 'Skip' }).click();
      await page.getByRole('radio', { name: 'Send' }).check();
      await goOn(page);
      await look(/^Buses in town/);
      expect(await page.locator('.told').textContent()).toContain('Your reference is');

      await page.goto(`${pages.url}/c/parks-2027?lang=pl`);
      await answer(/^Nasze parki/, async () => undefined);
      await answer(/^1 z 2\./, () => page.getByRole('radio', { name: 'Co tydzień' }).check());
      await look(/^2 z 2\./);
      await page.getByRole('button', { name: 'English' }).click();
      await look(/^2 of 2\./);
      await page.goto(`${pages.url}/c/parks-2027?at=2`);
      await look(/^2 of 2\./);
      expect(await page.locator('.told').textContent()).toContain('You went back in your browser');
      await page.goto(`${pages.url}/c/elsewhere`);
      await look(/^There is nothing here/);
      expect(looked.length).toBe(22);
      await context.close();
    },
    patienceMs,
  );

  test(
    'a whole consultation by keyboard alone, with no script at all',
    async () => {
      const before = (await pages.responses()).map(({ id }) => id);
      const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
      const page = await context.newPage();
      const press = (key: string) => page.keyboard.press(key);
      async function tabTo(selector: string): Promise<void> {
        for (let presses = 0; presses < 40; presses++) {
          await press('Tab');
          if ((await page.locator(`${selector}:focus`).count()) === 1) return;
        }
        throw new Error(`Tab does not lead to ${selector} on "${await page.title()}"`);
      }
      async function enter(next: string): Promise<void> {
        await Promise.all([page.waitForURL(/[?]at=/), page.waitForEvent('load'), press('Enter')]);
        expect(await heading(page)).toBe(next);
      }

      await page.goto(`${pages.url}/c/buses-2026`);
      await press('Tab');
      expect(await page.locator('a.skip:focus').textContent()).toBe('Skip to the main part');
      await press('Enter');
      await tabTo('main button');
      await enter('1 of 6. Why do you take the bus?');
      await tabTo('main button');
      await enter('1 of 6. Why do you take the bus?');
      expect(await page.locator('.errors:focus').count()).toBe(1);
      await press('Tab');
      await press('Enter');
      expect(await page.locator('#answer:focus').count()).toBe(1);
      await press('Space');
      await tabTo('#answer-3');
      await press('Space');
      await tabTo('main form button');
      await enter('2 of 6. How many rides a week?');
      await tabTo('#answer');
      await page.keyboard.type('3');
      await enter('3 of 7. When was your last ride?');
      await tabTo('button[value="SKIP"]');
      await enter('4 of 7. Do you have a bus pass?');
      await tabTo('#answer');
      await press('ArrowDown');
      await enter('5 of 7. What is your postcode?');
      await tabTo('button[value="back"]');
      await enter('4 of 7. Do you have a bus pass?');
      await tabTo('#answer');
      await press('Space');
      await enter('5 of 7. What is your postcode?');
      await tabTo('#answer');
      await page.keyboard.type('sw1a 1aa');
      await enter('6 of 7. What should get better first?');
      await tabTo('#answer');
      await page.keyboard.type('Stops');
      await tabTo('#answer-2');
      await page.keyboard.type('Price');
      await tabTo('main form button');
      await enter('7 of 7. Anything else to say?');
      await tabTo('#answer');
      await page.keyboard.type('More buses on Sunday');
      await tabTo('main form button');
      await enter('That is everything. Shall we send your answers?');
      await tabTo('#answer');
      await press('Space');
      await enter('Buses in town');
      expect(await page.locator('.told').textContent()).toMatch(/^\s*Thank you\. Your answers are in\.\s+Your reference is/);

      const sent = (await pages.responses()).find(({ id, submittedAt }) => submittedAt && !before.includes(id));
      expect(Object.fromEntries((sent?.answers ?? []).map(({ questionKey, value }) => [questionKey, value]))).toEqual({
        reasons: ['work', 'shops'],
        rides: 3,
        last: null,
        pass: true,
        home: 'SW1A',
        better: ['stops', 'price'],
        words: 'More buses on Sunday',
      });
      await context.close();
    },
    patienceMs,
  );
}

if (hasChromium) describe('plain pages in Chromium', inChromium);
else {
  test('plain pages in Chromium', () => expect(hasChromium).toBe(false));
  process.stdout.write(`${noChromium}: plain pages\n`);
}

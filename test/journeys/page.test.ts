import { card, describeInBrowser, faultsOf, focused, offered, said, tabTo, tooWide, typeIn, type Visitor } from './aBrowser.ts';
import { aGreenPage } from './aGreenPage.ts';
import { journeyMs } from './aServer.ts';
import { heard, listen } from './listener.ts';

describeInBrowser('the page', (browser) => {
  const { url, visit } = aGreenPage(browser);

  test.each(['light', 'dark'] as const)(
    'a whole consultation by mouse, on a %s screen: axe finds nothing on the way, and the browser complains of nothing',
    async (colorScheme) => {
      const { page, complaints } = await visit('/?start=GREEN', { colorScheme });
      await offered(page, 'Begin').waitFor();
      expect(await page.evaluate('Object.keys(localStorage).length + document.cookie.length')).toBe(0);
      expect(await faultsOf(page)).toEqual([]);

      await offered(page, 'Read more').click();
      const link = page.getByRole('link', { name: 'https://thornby.example/privacy?why=a_b*c' });
      await link.waitFor();
      expect([await link.getAttribute('href'), await link.getAttribute('rel'), await link.getAttribute('target')]).toEqual([
        'https://thornby.example/privacy?why=a_b*c',
        'noopener noreferrer',
        '_blank',
      ]);
      expect(await faultsOf(page)).toEqual([]);

      await offered(page, 'Begin').click();
      await said(page, '1 of 4. How often do you go?').waitFor();
      await offered(page, 'Every month').click();
      await card(page).waitFor();

      await card(page).getByRole('button', { name: 'Send' }).click();
      await card(page).getByText('Please choose at least one.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await card(page).getByRole('checkbox', { name: 'To walk' }).check();
      await card(page).getByText('Sport *and* <b>games</b>', { exact: true }).click();
      const several = card(page);
      await several.getByRole('button', { name: 'Send' }).click();

      await place(page, 1).selectOption('Seats');
      await place(page, 2).selectOption('Paths');
      expect(await faultsOf(page)).toEqual([]);
      await card(page).getByRole('button', { name: 'Send' }).click();
      await said(page, '4 of 4. What else?').waitFor();

      // What was chosen stands there once, as words of the person.
      for (const words of ['To walkSport *and* <b>games</b>', 'SeatsPaths']) expect(await bubbles(page, words)).toBe(1);
      // A card that was answered cannot be pressed again.
      expect(await page.locator('.ac-adaptiveCard [inert] input, .ac-adaptiveCard [inert] select').count()).toBe(3 + 2);
      expect(await page.locator('.ac-adaptiveCard [inert] button').count()).toBe(2 + 2);

      const words = '<img src=x onerror=alert(1)> **bold** [x](javascript:alert(1)) & https://evil.example';
      await typeIn(page, words);
      await said(page, words).waitFor();
      expect(
        await page.locator('#webchat img[src="x"], #webchat strong, #webchat a[href*="evil"], #webchat a[href^="javascript"]').count(),
      ).toBe(0);
      await offered(page, 'Send').click();
      await said(page, 'Your reference is').waitFor();
      expect(await page.getByRole('link', { name: '01632 960001' }).getAttribute('href')).toBe('tel:01632960001');
      expect(await faultsOf(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    journeyMs,
  );

  test(
    'a whole consultation by keyboard alone, heard rather than seen: each question once, whole, with its options and their numbers',
    async () => {
      const { page } = await visit('/?start=GREEN');
      await offered(page, 'Begin').waitFor();
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Exit this page');
      await tabTo(page, /^Begin$/);
      await listen(page);
      await page.keyboard.press('Enter');
      await offered(page, 'Every month').waitFor();
      await tabTo(page, /^Every week$/, 'Shift+Tab');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');

      await card(page).getByRole('checkbox').first().waitFor();
      await page.keyboard.press(answerKey);
      expect(await focused(page)).toBe('To walk');
      expect(await card(page).ariaSnapshot()).toContain(severalAsHeard);
      await page.keyboard.press('Space');
      await tabTo(page, /^Send$/);
      await page.keyboard.press('Enter');

      await place(page, 1).waitFor();
      expect(await focused(page)).toBe('Message input box');
      await intoLast(page);
      await page.keyboard.type('Paths');
      await tabTo(page, /^Send$/);
      await page.keyboard.press('Enter');
      await said(page, '4 of 4. What else?').waitFor();

      await tabTo(page, /^Skip$/);
      await page.keyboard.press('Enter');
      await offered(page, 'Check or change them').waitFor();
      await tabTo(page, /^Back$/);
      await page.keyboard.press('Enter');
      await said(page, 'What else?').nth(1).waitFor();
      await typeIn(page, 'Nothing else');
      await offered(page, 'Send').waitFor();
      await page.keyboard.press(answerKey);
      expect(await focused(page)).toBe('Send');
      await page.keyboard.press('Enter');
      await said(page, 'Your reference is').waitFor();
      expect(await bubbles(page, 'Paths')).toBe(1);
      expect(await heard(page)).toEqual(wholeAsHeard);
    },
    journeyMs,
  );

  test.each([
    ['on a small telephone', { width: 320, height: 568 }],
    ['at 400 % of a small screen', { width: 320, height: 256 }],
  ])(
    'nothing stands out to the side, a question is shown from its beginning and the way out stays in sight %s',
    async (_where, viewport) => {
      const { page } = await visit('/?start=GREEN', { viewport, reducedMotion: 'reduce' });
      await offered(page, 'Begin').click();
      await offered(page, 'Every week').click();
      await card(page).waitFor();
      expect(await cutOff(page)).toBe(0);
      await card(page).getByRole('checkbox', { name: 'To walk' }).check();
      expect([await tooWide(page), await faultsOf(page)]).toEqual([0, []]);
      await page.mouse.wheel(0, 400);
      expect((await page.getByRole('link', { name: 'Exit this page' }).boundingBox())?.y).toBeGreaterThanOrEqual(0);
      await card(page).getByRole('button', { name: 'Send' }).click();
      await place(page, 1).selectOption('Seats');
      expect([await tooWide(page), await faultsOf(page)]).toEqual([0, []]);
      await card(page).getByRole('button', { name: 'Send' }).click();
      await typeIn(page, 'averylongwordwithoutanyplacetobreakitthatsomebodytypesallthesame');
      await offered(page, 'Send').click();
      await said(page, 'Your reference is').waitFor();
      expect(await tooWide(page)).toBe(0);
      for (const path of ['/privacy', '/accessibility', '/chat']) {
        await page.goto(url() + path);
        if (path === '/chat') await said(page, 'Your reference is').waitFor();
        expect([path, await tooWide(page), await faultsOf(page)]).toEqual([path, 0, []]);
      }
      const [writing, moves] = [page.locator('.webchat__send-box'), page.locator('#moves')];
      const [above, below] = [await writing.boundingBox(), await moves.boundingBox()];
      expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
    },
    journeyMs,
  );

  test(
    'in Polish, as the browser wishes; the language changes while the chat goes on, the page with it',
    async () => {
      const { page } = await visit('/?start=GREEN', { locale: 'pl-PL' });
      await offered(page, 'Zaczynamy').click();
      await offered(page, 'Co tydzień').click();
      await card(page).getByRole('checkbox', { name: 'Spacer' }).check();
      expect(await page.getAttribute('html', 'lang')).toBe('pl');
      expect(await page.getByRole('textbox').getAttribute('aria-label')).not.toBe('Message input box');
      expect(await faultsOf(page)).toEqual([]);

      await page.getByRole('link', { name: 'English' }).click();
      await card(page).getByRole('checkbox', { name: 'To walk' }).waitFor();
      await page.getByRole('heading', { name: 'What you can answer now' }).waitFor();
      expect(await page.getAttribute('html', 'lang')).toBe('en-GB');
      expect(await focused(page)).toBe('English');
      await typeIn(page, 'polski');
      await page.getByRole('button', { name: 'Wstecz' }).click();
      await said(page, 'Jak często?').nth(1).waitFor();
      expect(await page.getAttribute('html', 'lang')).toBe('pl');
      expect(await faultsOf(page)).toEqual([]);
    },
    journeyMs,
  );

  test(
    'goes from light to dark and back with the screen, the chat with it',
    async () => {
      const { page } = await visit('/?start=GREEN', { colorScheme: 'light' });
      await offered(page, 'Begin').click();
      await offered(page, 'Every week').click();
      await card(page).waitFor();
      await page.mouse.move(0, 0);
      const paper = () =>
        page.evaluate(`['.chat', '.ac-pushButton', '.webchat__send-box__main'].map((each) =>
        getComputedStyle(document.querySelector(each)).backgroundColor)`);
      const light = await paper();
      expect(light).toEqual(Array(3).fill('rgb(255, 255, 255)'));
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await paper()).toEqual(Array(3).fill('rgb(23, 29, 32)'));
      expect(await faultsOf(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await paper()).toEqual(light);
    },
    journeyMs,
  );

  test(
    'leaving at once wipes the key to the chat and leaves the page in this tab',
    async () => {
      for (const how of ['link', 'key'] as const) {
        const { page } = await visit('/?start=GREEN');
        await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ contentType: 'text/html', body: 'sunny' }));
        await offered(page, 'Begin').click();
        await offered(page, 'Every week').waitFor();
        expect(await page.evaluate('Object.keys(localStorage).length')).toBe(1);
        if (how === 'link') await page.getByRole('link', { name: 'Exit this page' }).click();
        else for (let times = 0; times < 3; times++) await page.keyboard.press('Shift');
        await page.waitForURL('https://www.bbc.co.uk/weather');
        await page.goto(url());
        await page.getByRole('toolbar').waitFor();
        expect(await page.evaluate('Object.keys(localStorage).length')).toBe(0);
        expect(await said(page, 'How often do you go?').count()).toBe(0);
      }
    },
    journeyMs,
  );
});

const place = (page: Visitor['page'], which: number) =>
  card(page)
    .getByRole('combobox')
    .nth(which - 1);

/** Leads to what answers the question at hand. */
const answerKey = 'Alt+Shift+KeyA';

const severalAsHeard = `- group "2 of 4. What for? Choose all that fit.":
    - checkbox "To walk"`;
const toSend = 'That is everything. Shall we send your answers? 1: Send. 2: Check or change them.';
const moreAsHeard = '4 of 4. What else? Reply in your own words. Or SKIP.';
const wholeAsHeard = [
  ...['You said:', 'Begin'],
  '1 of 4. How often do you go? 1: Every week. 2: Every month.',
  ...['You said:', 'Every month'],
  '2 of 4. What for? 1: To walk. 2: Sport *and* <b>games</b>. 3: None of these. Choose all that fit. You can type the numbers. Or SKIP.',
  '3 of 4. What is mended first? 1: Play areas. 2: Paths. 3: Seats. Choose up to 2, best first. You can type the numbers. Or SKIP.',
  moreAsHeard,
  ...['You said:', 'SKIP', toSend, 'You said:', 'BACK', moreAsHeard, 'You said:', 'Nothing else', toSend, 'You said:', 'Send'],
  expect.stringMatching(/^Thank you\. Call/),
  expect.stringMatching(/^Your reference is [A-Z\d]{8}\.$/),
];

/** Into the message that was shown last, past the end of the history. */
async function intoLast(page: Visitor['page']): Promise<void> {
  await tabTo(page, /^Chat history/, 'Shift+Tab');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
}

/** How many pixels of the card that was shown last are above what is seen of the chat. */
const cutOff = (page: Visitor['page']): Promise<number> =>
  page.evaluate(`(() => {
    const top = (selector) => [...document.querySelectorAll(selector)].at(-1).getBoundingClientRect().top;
    return Math.max(0, Math.round(top('.webchat__basic-transcript') - top('.ac-adaptiveCard')));
  })()`);

/** How many messages say just these words. */
const bubbles = (page: Visitor['page'], words: string): Promise<number> =>
  page.evaluate(
    `[...document.querySelectorAll('.webchat__bubble__content')].filter((each) => each.textContent.replaceAll('\\n', '') === ${JSON.stringify(words)}).length`,
  );

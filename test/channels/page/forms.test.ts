import { aBrowser, atTheSecond, buses } from './aBrowser.ts';
import { aPage, type Pages } from './aPage.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await aPage();
  for (const file of ['buses.yaml', 'parks.yaml']) await pages.publish(file);
});
afterEach(() => expect(pages.reported).toEqual([]));
afterAll(() => pages.close());

test('a form sent twice at once is heard once, and a reload sends nothing', async () => {
  const browser = aBrowser(pages.url);
  const first = await browser.start(buses);
  const both = await Promise.all([browser.send(first, { say: 'Work' }), browser.send(first, { say: 'Work' })]);
  expect(both[0]?.html).toBe(both[1]?.html);
  const again = await browser.open(both[0]?.at ?? '');
  expect(again.html).toBe(both[0]?.html);
  expect(await pages.answersOf(-1)).toEqual({ reasons: ['work'] });
});

test('an answer from a tab that was left behind is told from one to the question at hand', async () => {
  const browser = aBrowser(pages.url);
  const { first, second } = await atTheSecond(browser);
  const other = await browser.send(first, { say: 'School' });
  expect(other.lines.slice(0, 3)).toEqual([
    'Buses in town',
    'That was an earlier question. Here is where we are now.',
    '2 of 6. How many rides a week?',
  ]);
  expect(await pages.answersOf(-1)).toEqual({ reasons: ['work', 'shops'] });
  const third = await browser.send(second, { say: '4' });
  expect(third.lines).toContain('3 of 7. When was your last ride?');
});

test('who goes back in the browser is shown where they are, and told so', async () => {
  const browser = aBrowser(pages.url);
  const { first } = await atTheSecond(browser);
  const back = await browser.open(first.at);
  expect(back.lines.slice(1, 3)).toEqual([
    'You went back in your browser. This is where you are now. To change an answer, press the Back button on this page.',
    '2 of 6. How many rides a week?',
  ]);
  const earlier = await browser.send(back, { press: 'back' });
  expect(earlier.lines).toContain('1 of 6. Why do you take the bus?');
});

test('what is not taken comes again as an error, with what was written', async () => {
  const browser = aBrowser(pages.url);
  const { second } = await atTheSecond(browser);
  const page = await browser.send(second, { say: 'lots & "lots"' });
  expect(page.html).toContain('<title>Error: 2 of 6. How many rides a week? - Buses in town');
  expect(page.html).toContain('role="alert" tabindex="-1" autofocus');
  expect(page.html).toContain('<a href="#answer">Sorry, I did not get a number. Reply with a number, like 3.</a>');
  expect(page.html).toContain('id="answer" name="say" value="lots &amp; &quot;lots&quot;"');
  expect(page.html).toMatch(/inputmode="numeric".*aria-describedby="hint error" aria-invalid="true"/);
});

test('more than we can hear is not cut short in silence: it comes back whole, with the reason', async () => {
  const browser = aBrowser(pages.url);
  let page = (await atTheSecond(browser)).second;
  page = await browser.send(page, { press: 'skip' });
  page = await browser.send(page, { say: 'Yes' });
  for (const press of ['skip', 'skip']) page = await browser.send(page, { press });
  expect(page.lines).toContain('6 of 6. Anything else to say?');
  const story = 'One day I waited. '.repeat(100).trim();
  const long = await browser.send(page, { say: story });
  expect(long.status).toBe(422);
  expect(long.html).toContain(`${story}</textarea>`);
  expect(long.lines.join()).toContain(`Sorry, that is ${story.length} letters long. We can keep 1600.`);
  const short = await browser.send(long, { say: 'One day I waited.\r\nAnd waited.' });
  expect(short.lines).toContain('That is everything. Shall we send your answers?');
  expect(await pages.answersOf(-1)).toMatchObject({ words: 'One day I waited.\nAnd waited.' });
  const huge = await browser.send(short, { say: 'x'.repeat(70_000) });
  expect([huge.status, huge.lines[1]]).toEqual([
    413,
    'That is far too long for us. Go back in your browser, make it shorter and send it again.',
  ]);
});

test('a cookie that is gone is said plainly, with what was written, and they may start again', async () => {
  const browser = aBrowser(pages.url);
  const { second } = await atTheSecond(browser);
  browser.cookies.clear();
  const lost = await browser.send(second, { say: 'only on <Sundays>' });
  expect(lost.status).toBe(409);
  expect(lost.lines.slice(1, 4)).toEqual([
    'We cannot find your answers on this device. Cookies may be switched off, or were cleared. What you told us before is safe. Please start again.',
    'What you just wrote',
    'only on <Sundays>',
  ]);
  expect(lost.html).toContain('only on &lt;Sundays&gt;');
  expect((await browser.send(lost, {})).lines).toContain('1 of 6. Why do you take the bus?');
});

test('a form is for one conversation: with the cookie of another it is not heard', async () => {
  const [one, other] = [aBrowser(pages.url), aBrowser(pages.url)];
  const { second } = await atTheSecond(one);
  await other.start(buses);
  const page = await other.send(second, { say: '5' });
  expect([page.status, ...page.lines.slice(1, 4)]).toEqual([
    409,
    'That was an earlier question. Here is where we are now.',
    'What you just wrote: 5',
    'There are no wrong answers.',
  ]);
  const forged = await one.send(second, { say: '5', at: '70' });
  expect(forged.status).toBe(409);
  expect(await pages.answersOf(-2)).toEqual({ reasons: ['work', 'shops'] });
});

test.each<Readonly<Record<string, string>>>([
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { Origin: 'https://elsewhere.example' },
  { Origin: 'null' },
])('a form from another site is refused: %j', async (headers) => {
  const browser = aBrowser(pages.url);
  const { second } = await atTheSecond(browser);
  const page = await browser.send(second, { say: '5' }, headers);
  expect([page.status, page.lines[1]]).toEqual([
    403,
    'Your answer came by way of another site, so we did not take it. Please open the page here and answer again.',
  ]);
  expect(await pages.answersOf(-1)).toEqual({ reasons: ['work', 'shops'] });
});

test.each<Readonly<Record<string, string>>>([{ 'Sec-Fetch-Site': 'same-origin' }, { Origin: 'http://localhost:3978' }])(
  'a form from our own page is heard: %j',
  async (headers) => {
    const browser = aBrowser(pages.url);
    const { second } = await atTheSecond(browser);
    expect((await browser.send(second, { say: '5' }, headers)).status).toBe(200);
  },
);

test('what somebody typed is text wherever it comes back', async () => {
  const browser = aBrowser(pages.url);
  const evil = `"><img src=x onerror=alert(1)></textarea><script>alert('x')</script>`;
  let page = await browser.start('parks-2027');
  page = await browser.send(page, { say: evil });
  expect(page.status).toBe(200);
  page = await browser.send(page, { say: 'Hardly ever' });
  page = await browser.send(page, { say: evil });
  page = await browser.send(page, { say: '5' });
  page = await browser.send(page, { say: 'No, thank you' });
  page = await browser.send(page, { say: 'Check or change them' });
  expect(page.html).not.toMatch(/<img|<script/);
  expect(page.lines.join()).toContain('"><img');
});

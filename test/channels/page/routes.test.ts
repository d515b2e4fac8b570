import { aBrowser, type Browser } from './aBrowser.ts';
import { aPage, type Pages } from './aPage.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await aPage();
  for (const file of ['buses.yaml', 'parks.yaml']) await pages.publish(file);
});
afterEach(() => expect(pages.reported).toEqual([]));
afterAll(() => pages.close());

const buses = 'buses-2026';
const responses = () => pages.prisma.response.findMany({ include: { answers: true }, orderBy: { startedAt: 'asc' } });
const answersOf = async (place: number) =>
  Object.fromEntries(((await responses()).at(place)?.answers ?? []).map(({ questionKey, value }) => [questionKey, value]));

/** Answers the first question and stands at the second. */
async function atTheSecond(browser: Browser) {
  const first = await browser.start(buses);
  const second = await browser.send(first, { say: ['Work', 'Shops'] });
  expect(second.lines).toContain('2 of 6. How many rides a week?');
  return { first, second };
}

test('the list names what is open, and leads to the page of each, with nothing kept before Start', async () => {
  const browser = aBrowser(pages.url);
  const list = await browser.open('/c');
  expect(list.lines.slice(0, 2)).toEqual(['What you can answer now', 'Buses in town']);
  expect(list.html).toContain('<a href="/c/parks-2027?lang=en-GB">Your parks</a>');
  const start = await browser.open(`/c/${buses}`);
  expect(start.lines).toEqual([
    'Buses in town',
    'Tell us how you use the bus.',
    '6 questions, about 3 minutes. You can stop at any time.',
    '[Start]',
    'What is decided: Which bus routes run in the evening from April 2027.',
    'Who decides: The transport committee.',
    'Open until 20 December 2026.',
    'Have you begun on another phone or computer?',
    'Your code, like K7M-4RX-29H',
    '[____]',
    '[Go on with the code]',
    'One cookie on this device lets you go on where you left. It goes when this closes. There is no other.',
  ]);
  expect(browser.cookies.size).toBe(0);
  expect(await pages.prisma.contactPoint.count()).toBe(0);
});

test('Start sets one cookie, for this page alone, that no script can read', async () => {
  const browser = aBrowser(pages.url);
  const start = await browser.open(`/c/${buses}`);
  const form = new URLSearchParams(start.hidden);
  const response = await fetch(`${pages.url}/c/${buses}`, { method: 'POST', body: form, redirect: 'manual' });
  expect(response.status).toBe(303);
  expect(response.headers.get('set-cookie')).toMatch(/^folkmoot=[\w-]{43}; Path=\/c\/buses-2026; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  expect(response.headers.get('location')).toBe(`/c/${buses}?at=5`);
});

test('over https the cookie goes over https alone', async () => {
  const secure = await aPage({ publicUrl: 'https://folkmoot.example.org' });
  await secure.publish('buses.yaml');
  const start = await aBrowser(secure.url).open(`/c/${buses}`);
  const response = await fetch(`${secure.url}/c/${buses}`, { method: 'POST', body: new URLSearchParams(start.hidden), redirect: 'manual' });
  expect(response.headers.get('set-cookie')).toMatch(/; Secure$/);
  await secure.close();
});

test('pages are kept by nobody on the way and run no script', async () => {
  const { headers, html } = await aBrowser(pages.url).start(buses);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|javascript:|\son\w+=/i);
  expect((await aBrowser(pages.url).open('/plain.css')).headers.get('content-type')).toBe('text/css; charset=utf-8');
});

test('Start pressed twice begins one conversation', async () => {
  const before = (await responses()).length;
  const browser = aBrowser(pages.url);
  const start = await browser.open(`/c/${buses}`);
  const both = await Promise.all([browser.send(start, {}), browser.send(start, {})]);
  for (const page of both) expect(page.lines).toContain('1 of 6. Why do you take the bus?');
  expect((await responses()).length).toBe(before + 1);
});

test('two tabs on the first page share one conversation', async () => {
  const before = (await responses()).length;
  const browser = aBrowser(pages.url);
  const [one, other] = [await browser.open(`/c/${buses}`), await browser.open(`/c/${buses}`)];
  await browser.send(one, {});
  expect((await browser.send(other, {})).lines).toContain('1 of 6. Why do you take the bus?');
  expect((await responses()).length).toBe(before + 1);
});

test('a start form with a made-up name begins a conversation that nobody else can begin', async () => {
  const [one, other] = [aBrowser(pages.url), aBrowser(pages.url)];
  for (const browser of [one, other]) await browser.send(await browser.open(`/c/${buses}`), { start: 'x' });
  expect([...one.cookies.values()]).not.toEqual([...other.cookies.values()]);
});

test('a form sent twice at once is heard once, and a reload sends nothing', async () => {
  const browser = aBrowser(pages.url);
  const first = await browser.start(buses);
  const both = await Promise.all([browser.send(first, { say: 'Work' }), browser.send(first, { say: 'Work' })]);
  expect(both[0]?.html).toBe(both[1]?.html);
  const again = await browser.open(both[0]?.at ?? '');
  expect(again.html).toBe(both[0]?.html);
  expect(await answersOf(-1)).toEqual({ reasons: ['work'] });
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
  expect(await answersOf(-1)).toEqual({ reasons: ['work', 'shops'] });
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
  expect(await answersOf(-1)).toMatchObject({ words: 'One day I waited.\nAnd waited.' });
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

test('a browser that keeps no cookie is told so rather than led in a circle', async () => {
  const page = await aBrowser(pages.url).open(`/c/${buses}?at=6`);
  expect(page.lines[1]).toContain('Cookies may be switched off');
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
  expect(await answersOf(-2)).toEqual({ reasons: ['work', 'shops'] });
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
  expect(await answersOf(-1)).toEqual({ reasons: ['work', 'shops'] });
});

test.each<Readonly<Record<string, string>>>([{ 'Sec-Fetch-Site': 'same-origin' }, { Origin: 'http://localhost:3978' }])(
  'a form from our own page is heard: %j',
  async (headers) => {
    const browser = aBrowser(pages.url);
    const { second } = await atTheSecond(browser);
    expect((await browser.send(second, { say: '5' }, headers)).status).toBe(200);
  },
);

test('what nobody can find here is a kind page that lists what is open, in their language', async () => {
  const page = await aBrowser(pages.url, { language: 'pl-PL,pl;q=0.9' }).open('/c/%3Cscript%3E');
  expect(page.status).toBe(404);
  expect(page.html).toContain('<html lang="pl">');
  expect(page.lines.slice(0, 4)).toEqual([
    'Tu nic nie ma',
    'Ten adres donikąd nie prowadzi. Może jest w nim literówka.',
    'Na co można teraz odpowiedzieć',
    'Autobusy w mieście',
  ]);
  expect(page.html).not.toContain('<script');
});

test('stopping for now says until when it waits, and gives the code that goes on elsewhere', async () => {
  const browser = aBrowser(pages.url);
  const { second } = await atTheSecond(browser);
  const stopped = await browser.send(second, { press: 'pause' });
  expect(stopped.lines[1]).toBe(
    'You have not sent your answers yet. We keep them. Come back to this page, any time until 20 December 2026.',
  );
  const [code = ''] = /\b\w{3}-\w{3}-\w{3}\b/.exec(stopped.lines[2] ?? '') ?? [];
  expect((await browser.send(stopped, { press: 'BUSES' })).lines).toContain('2 of 6. How many rides a week?');

  const library = aBrowser(pages.url);
  const there = await library.send(await library.open(`/c/${buses}`), { code });
  expect(there.lines).toContain('2 of 6. How many rides a week?');
  await library.send(there, { say: '3' });
  expect(await answersOf(-1)).toEqual({ reasons: ['work', 'shops'], rides: 3 });
});

test('a shared device forgets on request; what was sent stays', async () => {
  const browser = aBrowser(pages.url);
  const { second } = await atTheSecond(browser);
  const stopped = await browser.send(second, { press: 'pause' });
  const list = await browser.send(stopped, { forget: 'yes' });
  expect(list.lines[1]).toBe('This device has forgotten you. What you sent stays with us.');
  expect(browser.cookies.size).toBe(0);
  expect((await browser.open(`/c/${buses}`)).lines).toContain('[Start]');
  expect(await answersOf(-1)).toEqual({ reasons: ['work', 'shops'] });
});

test('a whole consultation in Polish is kept with its channel and language', async () => {
  const browser = aBrowser(pages.url);
  const start = await browser.open('/c/parks-2027?lang=pl');
  expect(start.lines[0]).toBe('Nasze parki');
  let page = await browser.send(start, {});
  expect(page.html).toContain('<html lang="pl">');
  page = await browser.send(page, { say: 'Prawie nigdy' });
  page = await browser.send(page, { say: 'Za daleko & <b>ciemno</b>' });
  page = await browser.send(page, { say: '2' });
  page = await browser.send(page, { say: 'Nie, dziękuję' });
  page = await browser.send(page, { say: 'Wyślij' });
  expect(page.lines.slice(0, 2)).toEqual(['Nasze parki', 'Dziękujemy. Napiszemy, co postanowimy.']);
  const sent = (await responses()).at(-1);
  expect(sent).toMatchObject({ channel: 'page', language: 'pl', consultationKey: 'parks-2027' });
  expect(sent?.submittedAt).not.toBeNull();
  expect(await answersOf(-1)).toEqual({ visit: 'rarely', barrier: 'Za daleko & <b>ciemno</b>', happy: 2 });
});

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

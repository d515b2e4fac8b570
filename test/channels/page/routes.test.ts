import { aBrowser, atTheSecond, buses } from './aBrowser.ts';
import { aPage, type Pages } from './aPage.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await aPage();
  for (const file of ['buses.yaml', 'parks.yaml']) await pages.publish(file);
});
afterEach(() => expect(pages.reported).toEqual([]));
afterAll(() => pages.close());

const codeIn = (lines: readonly string[]) => /\b\w{4}-\w{4}-\w{4}\b/.exec(lines.join(' ')) ?? [];

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
    'Your code, like K7M4-RX29-HCF3',
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

test('a council that says its name has it on every page, as words only', async () => {
  const thornby = await aPage({ council: 'Thornby "Town" <Council>' });
  const { html } = await aBrowser(thornby.url).open('/c?lang=pl');
  expect(html).toContain(' - Thornby &quot;Town&quot; &lt;Council&gt;</title>');
  expect(html).toContain('<a class="site" href="/c">Thornby &quot;Town&quot; &lt;Council&gt;</a>');
  await thornby.close();
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
  const before = (await pages.responses()).length;
  const browser = aBrowser(pages.url);
  const start = await browser.open(`/c/${buses}`);
  const both = await Promise.all([browser.send(start, {}), browser.send(start, {})]);
  for (const page of both) expect(page.lines).toContain('1 of 6. Why do you take the bus?');
  expect((await pages.responses()).length).toBe(before + 1);
});

test('two tabs on the first page share one conversation', async () => {
  const before = (await pages.responses()).length;
  const browser = aBrowser(pages.url);
  const [one, other] = [await browser.open(`/c/${buses}`), await browser.open(`/c/${buses}`)];
  await browser.send(one, {});
  expect((await browser.send(other, {})).lines).toContain('1 of 6. Why do you take the bus?');
  expect((await pages.responses()).length).toBe(before + 1);
});

test('a start form with a made-up name begins a conversation that nobody else can begin', async () => {
  const [one, other] = [aBrowser(pages.url), aBrowser(pages.url)];
  for (const browser of [one, other]) await browser.send(await browser.open(`/c/${buses}`), { start: 'x' });
  expect([...one.cookies.values()]).not.toEqual([...other.cookies.values()]);
});

test('a browser that keeps no cookie is told so rather than led in a circle', async () => {
  const page = await aBrowser(pages.url).open(`/c/${buses}?at=6`);
  expect(page.lines[1]).toContain('Cookies may be switched off');
});

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
  const [code = ''] = codeIn(stopped.lines);
  expect((await browser.send(stopped, { press: 'BUSES' })).lines).toContain('2 of 6. How many rides a week?');

  const library = aBrowser(pages.url);
  const there = await library.send(await library.open(`/c/${buses}`), { code });
  expect(there.lines).toContain('2 of 6. How many rides a week?');
  await library.send(there, { say: '3' });
  expect(await pages.answersOf(-1)).toEqual({ reasons: ['work', 'shops'], rides: 3 });
});

test('a code leads to the page of its own consultation, from wherever it is given', async () => {
  const browser = aBrowser(pages.url);
  const theirs = await browser.start('parks-2027');
  const [parks = ''] = codeIn((await browser.send(theirs, { press: 'pause' })).lines);
  const library = aBrowser(pages.url);
  const there = await library.send(await library.open(`/c/${buses}`), { code: parks.toLowerCase().replaceAll('-', ' ') });
  expect(there.at).toMatch(/^\/c\/parks-2027\?at=/);
  expect(there.lines.slice(0, 2)).toEqual(['Your parks', 'Welcome back. 2 questions to go.']);
  expect([...library.cookies.keys()]).toEqual(['/c/parks-2027']);
  expect((await library.open(`/c/${buses}`)).lines).toContain('[Start]');
});

test('a code that opens nothing comes again and says why, in the language of the page; five in a form are enough, and Start still starts', async () => {
  const browser = aBrowser(pages.url);
  let page = await browser.open(`/c/${buses}?lang=pl`);
  const tried = async (code: string) => {
    page = await browser.send(page, { code });
    expect([page.status, browser.cookies.size]).toEqual([422, 0]);
    return page.lines;
  };
  const slip =
    'To nie jest cały kod albo jest w nim błąd. Kod ma dwanaście liter i cyfr, np. K7M4-RX29-HCF3. Proszę sprawdzić i spróbować ponownie.';
  const unknown = 'Przepraszamy, nie znamy tego kodu. Kody działają dwa tygodnie. Proszę sprawdzić i spróbować ponownie.';
  expect(await tried('K7M4-RX29')).toContain(slip);
  expect(page.html).toContain('<title>Błąd: Autobusy w mieście');
  expect(page.html).toContain('<a href="#code">');
  expect(page.html).toContain('id="code" name="code" value="K7M4-RX29" ');
  expect(await tried('')).toContain(slip);
  expect(await tried('hello')).toContain(slip);
  for (const end of ['2', '3', '4', '6', '7']) expect(await tried(`2223-3344-466${end}`)).toContain(unknown);
  expect(await tried('2223-3344-4668')).toContain('Przepraszamy, za dużo błędnych kodów. Proszę spróbować za godzinę.');
  const begun = await browser.send(page, { code: [] });
  expect([begun.status, browser.cookies.size]).toEqual([200, 1]);
  expect(begun.html).toContain('name="about" value="consultation:buses-2026:');
});

test('a shared device forgets on request; what was sent stays', async () => {
  const browser = aBrowser(pages.url);
  const { second } = await atTheSecond(browser);
  const stopped = await browser.send(second, { press: 'pause' });
  const list = await browser.send(stopped, { forget: 'yes' });
  expect(list.lines[1]).toBe('This device has forgotten you. What you sent stays with us.');
  expect(browser.cookies.size).toBe(0);
  expect((await browser.open(`/c/${buses}`)).lines).toContain('[Start]');
  expect(await pages.answersOf(-1)).toEqual({ reasons: ['work', 'shops'] });
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
  expect(page.lines.slice(0, 2)).toEqual(['Nasze parki', 'Dziękujemy. Czytamy każdą odpowiedź.']);
  const sent = (await pages.responses()).at(-1);
  expect(sent).toMatchObject({ channel: 'page', language: 'pl', consultationKey: 'parks-2027' });
  expect(sent?.submittedAt).not.toBeNull();
  expect(await pages.answersOf(-1)).toEqual({ visit: 'rarely', barrier: 'Za daleko & <b>ciemno</b>', happy: 2 });
});

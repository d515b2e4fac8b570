import { type Inbound, type OnTurn, TryAgainLater } from '#channels/channel.ts';
import { aBrowser, buses } from './aBrowser.ts';
import { aPage, type PageOptions, type Pages } from './aPage.ts';
import { filledIn } from './filledIn.ts';

const opened: Pages[] = [];
async function withPages(options: PageOptions = {}): Promise<Pages> {
  const pages = await aPage(options);
  opened.push(pages);
  for (const file of ['buses.yaml', 'parks.yaml']) await pages.publish(file);
  return pages;
}
afterEach(async () => {
  for (const pages of opened.splice(0)) await pages.close();
});

/** A bot that fails whenever it hears this. */
function failing(word: string, how: () => Promise<never>): (onTurn: OnTurn) => OnTurn {
  return (onTurn) => (inbound: Inbound) => (inbound.text === word ? how() : onTurn(inbound));
}

test('a turn that goes wrong is said on the same page, with what was written; the same form may be sent again', async () => {
  let broken = true;
  const pages = await withPages({
    around: (onTurn) => async (inbound) => (broken && inbound.text === '7' ? [{ type: 'message', text: 'Sorry.' }] : onTurn(inbound)),
  });
  const browser = aBrowser(pages.url);
  const second = await browser.send(await browser.start(buses), { say: 'Work' });
  const sorry = await browser.send(second, { say: '7' });
  expect(sorry.status).toBe(500);
  expect(sorry.lines).toContain('Sorry, something went wrong on our side. What you told us so far is safe. Please send that again.');
  expect(sorry.lines).toContain('[7]');
  broken = false;
  expect((await browser.send(sorry, { say: '7' })).lines).toContain('3 of 7. When was your last ride?');
});

test('while the database is away nothing is lost: the page says so and keeps what was written', async () => {
  const pages = await withPages({ around: failing('7', () => Promise.reject(new TryAgainLater('the database is away', 5))) });
  const browser = aBrowser(pages.url);
  const second = await browser.send(await browser.start(buses), { say: 'Work' });
  const away = await browser.send(second, { say: '7' });
  expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
  expect(away.lines).toContain('We are away for a moment. Nothing is lost. Please send that again in a minute.');
  expect(away.lines).toContain('[7]');
});

test('any other failure of ours is a page too, and reported', async () => {
  const pages = await withPages({ around: failing('7', () => Promise.reject(new Error('broken'))) });
  const browser = aBrowser(pages.url);
  const second = await browser.send(await browser.start(buses), { say: 'Work' });
  const sorry = await browser.send(second, { say: '7' });
  expect([sorry.status, ...sorry.lines]).toEqual([
    500,
    'There is a problem',
    'Sorry, something went wrong on our side. What you told us so far is safe. Please try again.',
    'What you just wrote',
    '7',
  ]);
  expect(pages.reported.map(String)).toEqual(['Error: broken']);
});

test('too much at once is said kindly, with what was written', async () => {
  const pages = await withPages({ perContact: 2 });
  const browser = aBrowser(pages.url);
  const second = await browser.send(await browser.start(buses), { say: 'Work' });
  const page = await browser.send(second, { say: '7' });
  expect([page.status, Number(page.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect(page.lines.slice(1, 4)).toEqual([
    'Too much came at once. Wait a minute, go back in your browser and send it again.',
    'What you just wrote',
    '7',
  ]);
});

test('what is not open yet, or is over, is said by its name and with its day; what else is open is listed', async () => {
  const pages = await withPages();
  pages.moveTo('2026-10-30T10:00:00Z');
  const early = await aBrowser(pages.url).open(`/c/${buses}`);
  expect([early.status, ...early.lines]).toEqual([
    404,
    'Buses in town',
    '"Buses in town" opens on 1 November 2026. Please come back then.',
  ]);
  pages.moveTo('2026-12-21T10:00:00Z');
  const late = await aBrowser(pages.url).open(`/c/${buses}`);
  expect([late.status, ...late.lines.slice(0, 4)]).toEqual([
    404,
    'Buses in town',
    '"Buses in town" closed on 20 December 2026. Thank you for your interest.',
    'What you can answer now',
    'Your parks',
  ]);
});

test('one that closes while somebody answers: they are told, with what they wrote, and nothing of it is taken', async () => {
  const pages = await withPages();
  const browser = aBrowser(pages.url);
  const second = await browser.send(await browser.start(buses), { say: 'Work' });
  await pages.closeConsultation(buses);
  const closed = await browser.send(second, { say: '7' });
  expect([closed.status, ...closed.lines.slice(1, 4)]).toEqual([
    404,
    '"Buses in town" closed on 23 November 2026. Thank you for your interest.',
    'What you just wrote',
    '7',
  ]);
  const [response] = await pages.prisma.response.findMany({ include: { answers: true } });
  expect([response?.submittedAt, response?.answers.length]).toEqual([null, 1]);
});

test('a form that cannot be read is no mishap of ours', async () => {
  const pages = await withPages();
  const browser = aBrowser(pages.url);
  await browser.start(buses);
  const packed = await browser.ask(`/c/${buses}`, { method: 'POST', body: 'x', headers: { 'Content-Encoding': 'gzip' } });
  expect([packed.status, packed.lines[1]]).toEqual([415, 'We could not read what your browser sent. Go back and send it again.']);
  const nonsense = await browser.ask(`/c/${buses}`, { method: 'POST', body: new URLSearchParams({ at: 'x', say: 'y', place1: 'z' }) });
  expect(nonsense.status).toBe(409);
  expect(pages.reported).toEqual([]);
});

test('somebody in need gets numbers that can be called, and goes on where they were', async () => {
  const pages = await withPages();
  const browser = aBrowser(pages.url);
  const second = await browser.send(await browser.start('parks-2027'), { say: 'Hardly ever' });
  const help = await browser.send(second, { say: 'I want to kill myself' });
  expect(help.html).toContain('<a href="tel:116123">116 123</a>');
  const back = await browser.send(help, filledIn(help.html, ['Go back to where I was']));
  expect(back.lines).toContain('2 of 3. What stops you?');
  expect(await pages.prisma.answer.count()).toBe(1);
});

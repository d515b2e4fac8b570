import { testDatabase } from '#test/setup/database.ts';
import { aVisitor, describeInBrowser, faultsOf, offered, said, typeIn, type Visitor } from './aBrowser.ts';
import { secretKey } from './anOpenTown.ts';
import { createJourney, journeyMs, type RunningServer } from './aServer.ts';

describeInBrowser('finding what is near, in the sample town', (browser) => {
  const { folder, start, clearUp } = createJourney();
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let server: RunningServer;
  let visitors: Visitor[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    const environment = { DATABASE_URL: database.url, SECRET_KEY: secretKey, DATA_DIR: folder() };
    // Texts can be asked for. Nobody answers there, so that none is sent.
    const twilio = {
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'x',
      TWILIO_FROM: '+447700900000',
      TWILIO_API_URL: 'http://localhost:9',
    };
    server = await start({
      ...environment,
      ...twilio,
      PUBLIC_URL: 'http://localhost:3978',
      COUNCIL_CONTACT: 'Thornby Council on 01632 960000',
    });
  }, journeyMs);
  afterEach(async () => {
    for (const visitor of visitors) await visitor.leave();
    visitors = [];
  });
  afterAll(async () => {
    await clearUp();
    await database.close();
  });

  async function visit(): Promise<Visitor['page']> {
    const visitor = await aVisitor(browser(), `${server.url}/`);
    visitors.push(visitor);
    return visitor.page;
  }

  test(
    'a service that helps: where it is, and a number to tap; axe finds nothing',
    async () => {
      const page = await visit();
      await offered(page, 'Find help near me').click();
      await offered(page, 'Food').click();
      await said(page, 'Where are you?').waitFor();
      await typeIn(page, 'NN99 1AA');
      const first = page
        .getByRole('toolbar')
        .getByRole('button', { name: /miles|mile/ })
        .first();
      await first.click();
      const phone = page.locator('#webchat a[href^="tel:"]').last();
      await phone.waitFor();
      expect(await phone.getAttribute('href')).toMatch(/^tel:\+?\d+$/);
      expect(await faultsOf(page)).toEqual([]);
    },
    journeyMs,
  );

  test(
    'what is read can be texted: the number is asked for, read back by its end, and not shown again; axe finds nothing',
    async () => {
      const page = await visit();
      await openASession(page);
      await offered(page, 'Text it to me').click();
      await said(page, 'Which UK mobile shall we text?').waitFor();
      await typeIn(page, '07700 900555');
      await said(page, 'to the number that ends in 555?').waitFor();
      await said(page, '•••').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await offered(page, 'Yes, text it').click();
      await said(page, 'Your text comes').waitFor();
      await page.reload();
      await said(page, 'Your text comes').waitFor();
      expect(await page.locator('#webchat').textContent()).not.toContain('900555');
    },
    journeyMs,
  );

  test(
    "what's on: a session with its day, and a calendar to put it in; axe finds nothing",
    async () => {
      const page = await visit();
      await openASession(page);
      await offered(page, 'Add to my calendar').click();
      const link = page.locator('#webchat a[href$=".ics"]').last();
      await link.waitFor();
      const calendar = await server.get(new URL((await link.getAttribute('href')) ?? '').pathname);
      expect(calendar.body).toMatch(/^BEGIN:VCALENDAR\r\n.*BEGIN:VTIMEZONE.*DTSTART;TZID=Europe\/London:/s);
      expect(await faultsOf(page)).toEqual([]);
    },
    journeyMs,
  );
});

/** The first of what's on, by its button: they name the hour. */
async function openASession(page: Visitor['page']): Promise<void> {
  await offered(page, "What's on near me").click();
  await page
    .getByRole('toolbar')
    .getByRole('button', { name: /\d\d:\d\d/ })
    .first()
    .click();
}

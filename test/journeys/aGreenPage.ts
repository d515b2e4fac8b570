import { aVisitor, type describeInBrowser, type Visitor } from './aBrowser.ts';
import { aGreenTown } from './aGreenTown.ts';
import type { OpenTown } from './anOpenTown.ts';
import { createJourney, journeyMs, type RunningServer } from './aServer.ts';

type Browser = Parameters<Parameters<typeof describeInBrowser>[1]>[0];

/** The green town's page for all tests of a suite; whoever visits it leaves after each. */
export function aGreenPage(browser: Browser) {
  const { folder, start, clearUp } = createJourney();
  let town: OpenTown;
  let server: RunningServer;
  let visitors: Visitor[] = [];
  beforeAll(async () => {
    town = await aGreenTown(folder());
    server = await start({ ...town.environment, PUBLIC_URL: 'http://localhost:3978' });
  }, journeyMs);
  afterEach(async () => {
    for (const visitor of visitors) await visitor.leave();
    visitors = [];
  });
  afterAll(async () => {
    await clearUp();
    await town.close();
  });

  return {
    /** Where it is. */
    url: () => server.url,
    async visit(path: string, options: Parameters<typeof aVisitor>[2] = {}): Promise<Visitor> {
      const visitor = await aVisitor(browser(), server.url + path, options);
      visitors.push(visitor);
      return visitor;
    },
  };
}

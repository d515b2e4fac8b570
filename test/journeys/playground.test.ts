import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import { aTeam, type Team } from '#test/channels/teams/aTeam.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { journeyMs } from './aServer.ts';

/** Microsoft's playground is no dependency: `npm install --no-save @microsoft/m365agentsplayground`, or its folder in PLAYGROUND_DIR. */
const playground = cliOf(process.env.PLAYGROUND_DIR);
const browserPath = '/usr/bin/chromium';
const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function cliOf(folder: string | undefined): string | undefined {
  try {
    return createRequire(folder ? `${folder}/package.json` : import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  } catch {
    return undefined;
  }
}

if (playground && existsSync(browserPath)) {
  let database: TestDatabase;
  let team: Team;
  let teamsClient: ChildProcess;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    database = await testDatabase();
    team = await aTeam(database.url, { appId: undefined });
    await team.publish('parks.yaml');
    const port = await freePort();
    teamsClient = spawn(
      process.execPath,
      [playground, 'start', '-e', `${team.url}/api/messages`, '-c', 'msteams', '-p', `${port}`, '--dt'],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const lines = createInterface({ input: teamsClient.stdout ?? process.stdin });
    for await (const line of lines) if (line.startsWith('Listening')) break;
    browser = await chromium.launch({ executablePath: browserPath, args: browserArguments });
    page = await browser.newPage();
    // Fonts and telemetry from elsewhere are not waited for.
    await page.route('**', (route) =>
      ['127.0.0.1', 'localhost'].includes(new URL(route.request().url()).hostname) ? route.continue() : route.abort(),
    );
    await page.goto(`http://127.0.0.1:${port}`, { waitUntil: 'commit' });
  }, journeyMs);

  afterAll(async () => {
    await browser?.close();
    teamsClient?.kill();
    await team?.close();
    await database?.close();
  }, journeyMs);

  const sees = (text: string | RegExp) => page.getByText(text).last().waitFor({ timeout: journeyMs });
  const presses = (name: string) => page.getByRole('button', { name, exact: true }).last().click({ timeout: journeyMs });

  test(
    "in Microsoft's playground: installed, told of a consultation, answers it, and stops",
    async () => {
      await sees('What would you like to do?');

      const { address } = await team.prisma.contactPoint.findFirstOrThrow();
      const receipt = await team.teams.sender.send({
        address: team.services.people.open(address),
        reply: { type: 'message', text: 'A question about your parks.', channelData: { broadcast: { consultation: 'parks-2027' } } },
        notAfter: new Date('2026-11-23T20:00:00Z'),
      });
      expect(receipt.outcome).toBe('accepted');
      await sees('What can still change');

      await presses('Respond');
      await sees('You chose: Respond');
      await presses('Begin');
      await presses('Every week');
      await sees('You chose: Every week');
      await presses('5 Very happy');
      await presses('No, thank you');
      await presses('Send');
      await sees(/Your reference is/);
      expect(await team.prisma.response.count({ where: { channel: 'teams', submittedAt: { not: null } } })).toBe(1);

      const box = page.getByRole('textbox').last();
      await box.fill('stop');
      await box.press('Enter');
      await sees(/we will not message you again/);
      expect(await team.prisma.contactPoint.count({ where: { optedOutAt: { not: null } } })).toBe(1);
      expect(team.reported).toEqual([]);
    },
    journeyMs,
  );
} else {
  process.stdout.write("Microsoft's playground is not here (@microsoft/m365agentsplayground): its journey is skipped.\n");
  test("the journey in Microsoft's playground is skipped where it is not installed", () => {
    expect(playground === undefined || !existsSync(browserPath)).toBe(true);
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

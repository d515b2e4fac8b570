import { withClient } from '#database/client.ts';
import { aBotFramework, type BotFramework } from '../channels/teams/aBotFramework.ts';
import { aMessage, shownText } from '../channels/teams/aTeam.ts';
import { anOpenTown, type OpenTown } from './anOpenTown.ts';
import { createJourney, journeyMs, type RunningServer, until } from './aServer.ts';

const { folder, start, clearUp } = createJourney();
let town: OpenTown;
let framework: BotFramework;
let server: RunningServer;

beforeEach(async () => {
  town = await anOpenTown(folder());
  framework = await aBotFramework();
  server = await start(town.environment);
});
afterEach(async () => {
  server.child.kill('SIGKILL');
  await server.ended;
  await framework.close();
  await town.close();
});
afterAll(clearUp);

const says = async (text: string) => {
  const body = JSON.stringify(aMessage(framework, { text }));
  return (await fetch(`${server.url}/api/messages`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).status;
};
const onDatabase = (sql: string) => withClient(town.url, async (client) => (await client.query<{ n: number }>(sql)).rows);
/** Two minutes go by for what is recorded. */
const later = async () => {
  await onDatabase("UPDATE message SET sent_at = sent_at - interval '2 minutes'");
  await onDatabase("UPDATE departure SET begun_at = begun_at - interval '2 minutes'");
};
const lines = () => framework.arrived.map(({ body }) => shownText(body).split('\n')[0]);
const recorded = async () => (await onDatabase("SELECT count(*)::int AS n FROM message WHERE direction = 'out'"))[0]?.n;

async function killAndStart(): Promise<void> {
  await server.end('SIGKILL');
  await later();
  server = await start(town.environment);
}

test(
  'killed between the commit and the first reply: every reply leaves after the restart, in order and once',
  async () => {
    await withClient(town.url, async (client) => {
      // The record of what leaves is held shut, so that nothing can leave though the turn is recorded.
      await client.query('BEGIN');
      await client.query('LOCK TABLE departure IN ACCESS EXCLUSIVE MODE');
      expect(await says('SWINGS')).toBe(200);
      expect([await recorded(), framework.asked]).toEqual([2, []]);
      await server.end('SIGKILL');
      // PostgreSQL would carry out what a client that is gone had asked for.
      await client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
      );
      await client.query('ROLLBACK');
    });
    await later();
    server = await start(town.environment);
    await until(() => framework.arrived.length === 2, journeyMs);
    expect(lines()).toEqual(['Other languages: POLSKI, ROMANA, LIETUVIU.', expect.stringMatching(/^Your swings\./)]);

    await killAndStart();
    expect(await says('1')).toBe(200);
    await until(() => framework.arrived.length === 3, journeyMs);
    expect(lines()[2]).toMatch(/How often/);
  },
  journeyMs * 2,
);

test(
  'killed while a reply is handed over: nobody knows whether it came, so it is not sent again, and the rest is once its time is over',
  async () => {
    framework.moods.push('says nothing');
    expect(await says('SWINGS')).toBe(200);
    await until(() => framework.asked.length === 1, journeyMs);
    await server.end('SIGKILL');
    await later();
    server = await start(town.environment);
    await until(() => framework.arrived.length === 1, journeyMs);
    expect([framework.asked.length, lines()]).toEqual([2, [expect.stringMatching(/^Your swings\./)]]);
  },
  journeyMs * 2,
);

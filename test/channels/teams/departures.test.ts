import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { aMessage, aTeam, shownText, type Team } from './aTeam.ts';

let database: TestDatabase;
let team: Team;
beforeEach(async () => {
  database = await testDatabase();
  team = await aTeam(database.url);
  await team.publish('parks.yaml');
});
afterEach(async () => {
  await team.close();
  await database.close();
});

const minuteMs = 60_000;
const failing = (status: number, times = 6) => team.framework.moods.push(...Array.from({ length: times }, () => ({ status })));
const firstLines = () => team.framework.arrived.map(({ body }) => shownText(body).split('\n')[0]);
const both = [
  'Other languages: POLSKI, ROMANA, LIETUVIU.',
  'Your parks. Help us decide what to repair first. 2 questions, about 1 minute.',
];

test.each([429, 503])('what a connector that is away (%i) does not take leaves later, in order and once', async (status) => {
  failing(status);
  expect(await team.says('PARKS')).toEqual([]);
  await team.teams.sendUnsent();
  expect(firstLines()).toEqual([]);
  team.later(minuteMs);
  await team.teams.sendUnsent();
  await team.teams.sendUnsent();
  expect(firstLines()).toEqual(both);
});

test('nobody is answered an hour late', async () => {
  failing(503);
  await team.says('PARKS');
  team.later(61 * minuteMs);
  await team.teams.sendUnsent();
  expect(firstLines()).toEqual([]);
});

test('of two processes that look at the same moment one sends', async () => {
  const other = await aTeam(database.url);
  failing(503);
  await team.says('PARKS');
  for (const each of [team, other]) each.later(minuteMs);
  await Promise.all([team.teams.sendUnsent(), other.teams.sendUnsent()]);
  // Whoever found the other busy leaves the rest to it, or to the next look.
  for (const each of [team, other]) await each.teams.sendUnsent();
  expect(firstLines()).toEqual(both);
  await other.close();
});

test('what nobody knows of is never sent again; what follows it is', async () => {
  team.framework.moods.push(...Array.from({ length: 6 }, () => 'hangs up' as const));
  await team.says('PARKS');
  const asked = team.framework.asked.length;
  team.later(minuteMs);
  await team.teams.sendUnsent();
  expect(firstLines()).toEqual(both.slice(1));
  expect(team.framework.asked).toHaveLength(asked + 1);
});

test('an activity that comes again to another process, which never heard of it, is not answered twice', async () => {
  const activity = aMessage(team.framework, { text: 'PARKS' });
  await team.post(activity);
  await team.teams.idle();
  const other = await aTeam(database.url);
  await other.post(activity, { Authorization: `Bearer ${other.framework.token()}` });
  await other.teams.idle();
  expect([firstLines(), other.framework.asked]).toEqual([both, []]);
  await other.close();
});

test('whoever has blocked us is not tried again', async () => {
  team.framework.moods.push({ status: 403, code: 'ConversationBlockedByUser' });
  await team.says('PARKS');
  team.later(minuteMs);
  await team.teams.sendUnsent();
  expect(team.framework.asked).toHaveLength(1);
});

test('a newer answer overtakes what has not left', async () => {
  failing(503);
  await team.says('PARKS');
  const replies = await team.says('1');
  expect(replies.at(-1)).toMatch(/How often/);
  team.later(minuteMs);
  await team.teams.sendUnsent();
  expect(team.framework.arrived).toHaveLength(replies.length);
});

test('what an approach says is left to whoever began it', async () => {
  await team.says('PARKS');
  await team.begin('telling', { text: 'The fair is tomorrow.' });
  team.later(minuteMs);
  await team.teams.sendUnsent();
  expect(firstLines()).toEqual(both);
});

test('a reply that waits for room in its conversation as its process stops leaves from another, once', async () => {
  await team.teams.close();
  while (team.lost.length === 0) await team.says('HELP');
  expect(team.lost).toMatchObject([{ receipt: { reason: 'ownPace' } }]);
  const other = await aTeam(database.url);
  other.later(minuteMs);
  await other.teams.sendUnsent();
  await other.teams.sendUnsent();
  const turn = [expect.stringMatching(/^Folkmoot asks/), expect.stringMatching(/^What would you like/)];
  expect(firstLines()).toEqual([...turn, ...turn, ...turn, ...turn]);
  await other.close();
});

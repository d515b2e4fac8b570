import { startSending } from '#broadcasts';
import { isAway } from '#database/away.ts';
import { createPool } from '#database/pool.ts';
import type { Mood } from '#test/channels/teams/aBotFramework.ts';
import { aMessage, aTeam, inNovember, shownText, type Team } from '#test/channels/teams/aTeam.ts';
import { until } from '#test/journeys/aServer.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { aBroadcast } from './aCouncil.ts';
import { notOver, statusOf } from './aDelivery.ts';
import { author, second } from './setting.ts';

let database: TestDatabase;
let team: Team;
let aheadMs: number;
let stop: () => Promise<void>;
const minuteMs = 60_000;

beforeEach(async () => {
  database = await testDatabase();
  team = await aTeam(database.url);
  await team.publish('parks.yaml');
  for (const email of [author, second]) await team.services.staff.add(email, 'officer');
  aheadMs = 0;
  const pool = createPool(database.url, () => undefined, { name: 'broadcasts', max: 4 });
  const sending = startSending({
    pool,
    senders: [team.teams.sender],
    perSecond: { sms: 1, teams: 1_000 },
    open: team.services.people.open,
    howToStop: () => 'To end these, reply STOP.',
    now: () => new Date(inNovember().getTime() + aheadMs),
    random: () => 0,
    turnsHeard: () => 0,
    isAway,
    report: (reason) => void team.reported.push(reason),
  });
  stop = async () => {
    await sending.stop();
    await pool.end();
  };
});
afterEach(async () => {
  await stop();
  await team.close();
  await database.close();
});

const joined = async (over: object = {}) => {
  for (const text of ['JOIN', '1']) await team.says(text, over);
};

async function send(key = 'parks-open'): Promise<number> {
  const { broadcasts } = team.services;
  const before = team.framework.asked.length;
  await broadcasts.draft(aBroadcast({ key, consultation: 'parks-2027' }));
  await broadcasts.confirm(key, second);
  for (const key of await broadcasts.sweep()) while (!(await broadcasts.fanOut(key)));
  await until(() => team.framework.asked.length > before);
  return before;
}

const settled = (where: object) => until(async () => (await database.prisma.delivery.count({ where })) === 1);
const deliveries = async () => (await database.prisma.delivery.findMany()).map((each) => [statusOf(each), each.reason]);

test('a councillor who asked for it gets the notice, once, and it stands in their conversation', async () => {
  await joined();
  const before = await send();
  await settled({ sentAt: { not: null } });
  expect(team.framework.asked.slice(before).map(({ body }) => shownText(body))).toEqual([
    expect.stringMatching(/^Your parks\nParks: have your say/),
  ]);
  const history = await database.prisma.$queryRaw`SELECT activity FROM conversation_history WHERE direction = 'out' ORDER BY sent_at DESC`;
  expect(history).toContainEqual({
    activity: expect.objectContaining({ channelData: { broadcast: expect.objectContaining({ key: 'parks-open' }) } }),
  });
  expect(await deliveries()).toEqual([['sent', null]]);
});

test('a team’s channel that installed the app is told, with a button that leads to a chat of one’s own', async () => {
  const install = { type: 'installationUpdate', action: 'add', text: undefined };
  const channel = { id: '19:team@thread.tacv2', conversationType: 'channel' };
  expect((await team.post(aMessage(team.framework, { ...install, conversation: channel }))).status).toBe(200);
  await team.teams.idle();
  const before = await send();
  const [told] = team.framework.asked.slice(before);
  expect(told?.path).toBe('/amer/v3/conversations/19:team@thread.tacv2/activities');
  expect(JSON.stringify(told?.body)).toMatch(/Action\.OpenUrl/);
});

test.each([429, 502])('a connector that is busy or away (%i) is asked again later, and the notice comes once', async (status) => {
  await joined();
  team.framework.moods.push({ status });
  const before = await send();
  await settled({ attempts: 1, leaseAt: null, sentAt: null, dueAt: { not: null } });
  aheadMs += 2 * minuteMs;
  await settled({ sentAt: { not: null } });
  expect(team.framework.asked.length - before).toBe(2);
});

test('whoever has had as much as a conversation may get gets the notice later, once, and holds up nobody else', async () => {
  const another = { conversation: { id: 'a:another', conversationType: 'personal' } };
  await joined();
  await joined(another);
  while (team.framework.asked.filter(({ path }) => path.includes('a:councillor')).length < 60) await team.says('HELP');
  for (const key of ['parks-open', 'parks-again']) {
    const before = await send(key);
    await until(async () => (await database.prisma.delivery.count({ where: { broadcastKey: key, leaseAt: null, attempts: 1 } })) === 2);
    expect(team.framework.asked.slice(before).map(({ path }) => path)).toEqual(['/amer/v3/conversations/a:another/activities']);
  }
  expect((await deliveries()).map(String).sort()).toEqual(['sent,', 'sent,', 'waiting,ownPace', 'waiting,ownPace']);
  team.wait(minuteMs);
  aheadMs += 2 * minuteMs;
  await until(async () => (await database.prisma.delivery.count({ where: { sentAt: { not: null } } })) === 4);
});

test.each<[string, Mood, readonly [string, string], string | null]>([
  ['has blocked us', { status: 403, code: 'ConversationBlockedByUser' }, ['notSent', 'blockedByUser'], 'The person has blocked the app.'],
  [
    'has not got the app',
    { status: 403, code: 'BotNotInConversationRoster' },
    ['notSent', 'notInstalled'],
    'The app is not installed there any more.',
  ],
  ['is behind a line that breaks', 'hangs up', ['unknown', 'noAnswer'], null],
])('whoever %s is not written to again', async (_, mood, outcome, why) => {
  await joined();
  team.framework.moods.push(mood);
  const before = await send();
  await settled({ NOT: notOver });
  aheadMs += 120 * minuteMs;
  await team.services.broadcasts.sweep();
  expect(await deliveries()).toEqual([outcome]);
  expect(team.framework.asked.length - before).toBe(1);
  const point = await database.prisma.contactPoint.findFirstOrThrow();
  expect(point.unreachableReason).toBe(why);
});

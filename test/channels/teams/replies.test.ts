import { cardPressed } from '#test/conversations/shownCard.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import type { Arrived } from './aBotFramework.ts';
import { aMessage, aTeam, shownText, type Team } from './aTeam.ts';

let database: TestDatabase;
let team: Team;
beforeAll(async () => {
  database = await testDatabase();
  team = await aTeam(database.url);
  await team.publish('parks.yaml');
});
afterEach(() => team.forget());
afterAll(async () => {
  await team.close();
  await database.close();
});

/** Posts an activity and gives back what the connector got for it. */
async function post(activity: object): Promise<readonly Arrived[]> {
  const before = team.framework.arrived.length;
  expect((await team.post(activity)).status).toBe(200);
  await team.teams.idle();
  return team.framework.arrived.slice(before);
}

const cardOf = ({ body }: Arrived) => body.attachments?.[0]?.content ?? {};

test('what is said is answered through the connector, with our own token, in order', async () => {
  const replies = await post(aMessage(team.framework, { text: 'PARKS' }));
  expect(replies.map(({ method, path, authorization }) => [method, path, authorization])).toEqual(
    replies.map(() => ['POST', '/amer/v3/conversations/a:councillor/activities', 'Bearer our own token']),
  );
  expect(replies.map(({ body }) => shownText(body).split('\n')[0])).toEqual([
    'Other languages: POLSKI, ROMANA, LIETUVIU.',
    'Your parks. Help us decide what to repair first. 2 questions, about 1 minute.',
  ]);
});

test('the same activity twice is heard once and answered once', async () => {
  const activity = aMessage(team.framework, { text: 'PARKS' });
  expect(await post(activity)).not.toEqual([]);
  expect(await post(activity)).toEqual([]);
  expect(await team.prisma.message.count({ where: { direction: 'in' } })).toBe(1);
});

test('two people’s activities may have the same id, which is unique in a conversation alone', async () => {
  const id = 'the same';
  const other = { id: 'a:another', conversationType: 'personal' };
  expect(await team.says('PARKS', { id })).not.toEqual([]);
  expect(await team.says('PARKS', { id, conversation: other })).not.toEqual([]);
});

test('our own name in a message is not part of it', async () => {
  const mention = { type: 'mention', text: '<at>Folkmoot</at>', mentioned: { id: '28:0b7a5e4c-0000-4000-8000-00000f01c300' } };
  await post(aMessage(team.framework, { text: '<at>Folkmoot</at>&nbsp;Benches &amp; paths', entities: [mention] }));
  const heard = await team.prisma.message.findFirstOrThrow({ where: { direction: 'in' } });
  expect(heard.activity).toMatchObject({ text: 'Benches & paths' });
});

test('a button answers, and its card says so afterwards; pressed once more it is told from the question at hand', async () => {
  await post(aMessage(team.framework, { text: 'PARKS' }));
  const intro = team.framework.arrived.at(-1) as Arrived;
  const begin = aMessage(team.framework, { text: undefined, value: cardPressed(cardOf(intro), ['Begin']), replyToId: intro.id });
  const [closed, question] = (await post(begin)) as [Arrived, Arrived];
  expect([closed.method, closed.path]).toEqual(['PUT', `/amer/v3/conversations/a:councillor/activities/${intro.id}`]);
  expect(shownText(closed.body)).toMatch(/^Your parks.*You chose: Begin$/s);
  expect(cardOf(closed)).not.toHaveProperty('actions');
  expect(shownText(question.body)).toMatch(/How often/);

  const again = await post({ ...begin, id: 'pressed again' });
  expect(again.map(({ body }) => shownText(body).split('\n').at(-1))).toEqual([
    'This question has moved on.',
    'That was an earlier question. Here is where we are now.',
    'Hardly ever',
  ]);
});

test('a button that wants an answer at once gets the closed card', async () => {
  await post(aMessage(team.framework, { text: 'PARKS' }));
  const intro = team.framework.arrived.at(-1) as Arrived;
  const action = { type: 'Action.Execute', data: cardPressed(cardOf(intro), ['Begin']) };
  const invoke = { ...aMessage(team.framework), type: 'invoke', name: 'adaptiveCard/action', text: undefined, replyToId: intro.id };
  const answered = await team.post({ ...invoke, value: { action, trigger: 'manual' } });
  expect([answered.status, JSON.parse(answered.body)]).toMatchObject([
    200,
    { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard' } },
  ]);
  await team.teams.idle();
  expect(shownText((team.framework.arrived.at(-1) as Arrived).body)).toMatch(/How often/);
});

test.each([
  ['adaptiveCard/action', { action: { data: { other: 'bot' } } }, 200, { statusCode: 400, type: 'application/vnd.microsoft.error' }],
  ['adaptiveCard/action', 'nonsense', 200, { statusCode: 400, type: 'application/vnd.microsoft.error' }],
])('an invoke %s of %j is not ours', async (name, value, status, body) => {
  const answered = await team.post({ ...aMessage(team.framework), type: 'invoke', name, value });
  expect([answered.status, JSON.parse(answered.body)]).toMatchObject([status, body]);
});

test.each(['task/fetch', 'composeExtension/query', 'signin/verifyState', ''])('an invoke %j gets a 501', async (name) => {
  expect((await team.post({ ...aMessage(team.framework), type: 'invoke', name })).status).toBe(501);
});

test.each(['typing', 'messageReaction', 'messageUpdate', 'messageDelete', 'event', 'something new'])(
  '%s says nothing to us',
  async (type) => {
    expect(await post({ ...aMessage(team.framework), type, name: 'whatever' })).toEqual([]);
    expect(await team.prisma.message.count()).toBe(0);
  },
);

describe('a connector that does not take a reply', () => {
  test.each([412, 429, 502, 503, 504])('for a moment (%i) is asked again, each time later', async (status) => {
    team.framework.moods.push({ status }, { status });
    expect(await team.says('PARKS')).not.toEqual([]);
    expect(team.waits).toEqual([500, 1000]);
    expect(team.lost).toEqual([]);
  });

  test('is asked no sooner than it says', async () => {
    team.framework.moods.push({ status: 429, retryAfter: 7 });
    await team.says('PARKS');
    expect(team.waits).toEqual([7500]);
  });

  test('is asked so often and no more; what was lost is told, and the next message goes on from the same place', async () => {
    team.framework.moods.push(...Array.from({ length: 6 }, () => ({ status: 502 })));
    expect(await team.says('PARKS')).toEqual([]);
    expect(team.lost).toMatchObject([{ conversation: 'a:councillor', receipt: { outcome: 'tryLater' } }]);
    expect((await team.says('1')).at(-1)).toMatch(/How often/);
  });

  test('and hangs up is asked again, by us alone: in a conversation a question twice is better than none', async () => {
    team.framework.moods.push('hangs up');
    const replies = await team.says('PARKS');
    expect(team.framework.asked).toHaveLength(replies.length + 1);
  });

  test.each([
    ['MessageWritesBlocked', 'Messages from the app are blocked there.'],
    ['BotNotInConversationRoster', 'The app is not installed there any more.'],
    ['ConversationBlockedByUser', 'The person has blocked the app.'],
  ])('for good (%s) is not asked again, and the contact point is unreachable until the person speaks', async (code, reason) => {
    const point = async () => {
      const { unreachableAt, unreachableReason } = await team.prisma.contactPoint.findFirstOrThrow();
      return [unreachableAt !== null, unreachableReason];
    };
    team.framework.moods.push({ status: 403, code });
    expect(await team.says('PARKS')).toEqual([]);
    expect(team.framework.asked).toHaveLength(1);
    expect(await point()).toEqual([true, reason]);
    await team.says('PARKS');
    expect(await point()).toEqual([false, null]);
  });
});

test('a reply waits for room in its conversation, in order; whoever presses on and on gets all of it', async () => {
  const turns = 12;
  const posted = Array.from({ length: turns }, (_, each) => aMessage(team.framework, { text: each === 0 ? 'PARKS' : 'HELP' }));
  for (const activity of posted) expect((await team.post(activity)).status).toBe(200);
  await team.teams.idle();
  const said = await team.prisma.message.findMany({ where: { direction: 'out' }, orderBy: { sequence: 'asc' } });
  expect(said.length).toBeGreaterThan(8);
  const texts = said.map(({ activity }) => (activity as { text?: string }).text?.split('\n')[0]);
  expect(team.framework.arrived.map(({ body }) => shownText(body).split('\n')[0])).toEqual(texts);
  // Seven at once, one a second later, the others from the end of the second second on.
  expect(team.waits.slice(0, 2)).toEqual([1_000, 1_000]);
  expect(team.lost).toEqual([]);
});

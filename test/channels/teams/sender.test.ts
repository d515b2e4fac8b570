import type { Sender } from '#channels/channel.ts';
import { createAuthentication } from '#channels/teams/authentication.ts';
import { createConnectors } from '#channels/teams/connectors.ts';
import { createPace } from '#channels/teams/pace.ts';
import { written } from '#channels/teams/reference.ts';
import { createSender } from '#channels/teams/sender.ts';
import { loadWords } from '#language/words.ts';
import { aBotFramework, appId, type BotFramework, type Mood } from './aBotFramework.ts';

const began = Date.parse('2026-11-23T10:00:00Z');
let waitedMs = 0;
const now = () => new Date(began + waitedMs);
let framework: BotFramework;
const unreachable: (readonly [string, string])[] = [];
beforeEach(async () => {
  framework = await aBotFramework();
});
afterEach(async () => {
  unreachable.length = 0;
  waitedMs = 0;
  await framework.close();
});

const pause = async (ms: number) => {
  waitedMs += ms;
};

function aSender(): Sender {
  const authentication = createAuthentication({ appId, appType: 'MultiTenant' }, framework);
  return createSender(createConnectors(authentication, appId), createPace({ now, pause }), {
    words: loadWords(),
    now,
    findNotice: () => Promise.resolve(undefined),
    unreachable: (conversation, reason) => Promise.resolve(void unreachable.push([conversation, reason])),
  });
}

/** One try of a sender, whose connector is in this mood. */
function send(mood: Mood, { address = here(framework.serviceUrl), notAfter = new Date('2026-11-23T20:00:00Z'), by = aSender() } = {}) {
  framework.moods.push(mood);
  return by.send({ address, reply: { type: 'message', text: 'A new consultation.' }, notAfter });
}

const here = (serviceUrl: string) => written({ serviceUrl, conversation: 'a:councillor', bot: '28:us' });

test('a message that is taken has the id that Teams gave it', async () => {
  expect(await send('takes')).toEqual({ outcome: 'accepted', providerId: '1:1' });
  expect(framework.arrived.map(({ path, body }) => [path, body])).toEqual([
    ['/amer/v3/conversations/a:councillor/activities', { type: 'message', text: 'A new consultation.', textFormat: 'plain' }],
  ]);
});

test.each<[Mood, object]>([
  [
    { status: 429, retryAfter: 3 },
    { outcome: 'tryLater', afterMs: 3000 },
  ],
  [{ status: 412 }, { outcome: 'tryLater' }],
  [{ status: 502 }, { outcome: 'tryLater' }],
  [{ status: 504 }, { outcome: 'tryLater' }],
  [{ status: 500 }, { outcome: 'unknown' }],
  ['hangs up', { outcome: 'unknown' }],
  [
    { status: 403, code: 'MessageWritesBlocked' },
    { outcome: 'refused', reason: 'blocked', code: 'MessageWritesBlocked' },
  ],
  [
    { status: 403, code: 'BotNotInConversationRoster' },
    { outcome: 'refused', reason: 'notInstalled' },
  ],
  [
    { status: 403, code: 'ConversationBlockedByUser' },
    { outcome: 'refused', reason: 'blockedByUser' },
  ],
  [
    { status: 403, code: 'SomethingNew' },
    { outcome: 'refused', reason: 'blocked', code: 'SomethingNew' },
  ],
  [
    { status: 404, code: 'ConversationNotFound' },
    { outcome: 'refused', reason: 'notInstalled' },
  ],
  [
    { status: 413, code: 'MessageSizeTooBig' },
    { outcome: 'refused', reason: 'tooBig' },
  ],
  [{ status: 401 }, { outcome: 'refused', reason: 'setUp' }],
  [
    { status: 400, code: 'BadSyntax' },
    { outcome: 'refused', reason: 'setUp' },
  ],
])('a connector that answers %j is asked once', async (mood, receipt) => {
  expect(await send(mood)).toMatchObject(receipt);
  expect(framework.asked).toHaveLength(1);
});

test('whoever cannot be reached any more is told of', async () => {
  await send({ status: 403, code: 'ConversationBlockedByUser' });
  await send({ status: 413, code: 'MessageSizeTooBig' });
  expect(unreachable).toEqual([['a:councillor', 'The person has blocked the app.']]);
});

test('a connector that is away was sent nothing', async () => {
  const { serviceUrl } = framework;
  await framework.close();
  expect(await send('takes', { address: here(serviceUrl) })).toMatchObject({ outcome: 'tryLater', code: 'ECONNREFUSED' });
});

test.each(['', 'a:councillor', '{}'])('an address that is no reference (%j) is nobody’s', async (address) => {
  expect(await send('takes', { address })).toMatchObject({ outcome: 'refused', reason: 'notInstalled' });
});

test('nothing is sent after its time', async () => {
  expect(await send('takes', { notAfter: new Date('2026-11-23T09:59:59Z') })).toMatchObject({ outcome: 'tryLater' });
  expect(framework.asked).toEqual([]);
});

describe('a conversation that has had as much as it may', () => {
  const sendSoMany = async (most: number, by: Sender) => {
    const outcomes: string[] = [];
    for (let each = 0; each < most; each++) outcomes.push((await send('takes', { by })).outcome);
    return outcomes;
  };

  test('is waited for a second or two, and others are not', async () => {
    const by = aSender();
    await sendSoMany(7, by);
    expect(waitedMs).toBe(0);
    await send('takes', { by, address: written({ serviceUrl: framework.serviceUrl, conversation: 'a:another', bot: '28:us' }) });
    expect(waitedMs).toBe(0);
    await send('takes', { by });
    expect(waitedMs).toBe(1_000);
    await send('takes', { by });
    expect(waitedMs).toBe(2_000);
    expect(framework.arrived).toHaveLength(10);
  });

  test('is left alone for longer where it needs longer: nothing is asked, and what is to be sent comes again later', async () => {
    const by = aSender();
    expect(await sendSoMany(60, by)).toEqual(Array(60).fill('accepted'));
    expect(await send('takes', { by })).toEqual({ outcome: 'tryLater', reason: 'ownPace', afterMs: 30_000 - waitedMs, heldBack: true });
    expect(framework.asked).toHaveLength(60);
  });
});

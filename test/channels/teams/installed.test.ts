import { readReference } from '#channels/teams/reference.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { appId } from './aBotFramework.ts';
import { aMessage, aTeam, shownText, type Team } from './aTeam.ts';

let database: TestDatabase;
let team: Team;
beforeAll(async () => {
  database = await testDatabase();
  team = await aTeam(database.url);
});
afterEach(() => team.forget());
afterAll(async () => {
  await team.close();
  await database.close();
});

/** What comes of an event. */
async function happens(event: object): Promise<readonly string[]> {
  const before = team.framework.arrived.length;
  expect((await team.post({ ...aMessage(team.framework), text: undefined, ...event })).status).toBe(200);
  await team.teams.idle();
  return team.framework.arrived.slice(before).map(({ body }) => shownText(body));
}

const us = { id: `28:${appId}`, name: 'Folkmoot' };
const installed = { type: 'installationUpdate', action: 'add' };
const removed = { type: 'installationUpdate', action: 'remove' };
const inAChannel = { id: '19:channel@thread.tacv2;messageid=1700', conversationType: 'channel', isGroup: true, tenantId: 'ours' };
const inAGroup = { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: 'ours' };

/** What is kept of the only contact point. */
async function kept() {
  const { address, unreachableAt, unreachableReason } = await team.prisma.contactPoint.findFirstOrThrow();
  return { reference: readReference(team.services.people.open(address)), unreachableAt, unreachableReason };
}

test('installed for one person: we greet, and keep what it takes to write to them', async () => {
  const greeting = await happens(installed);
  expect(greeting.join('\n')).toMatch(/^Hello from Folkmoot/);
  expect(await kept()).toEqual({
    reference: {
      serviceUrl: team.framework.serviceUrl,
      tenantId: '00000000-0000-4000-8000-00000000000a',
      conversation: 'a:councillor',
      bot: us.id,
      user: '29:councillor',
      entraId: '00000000-0000-4000-8000-000000000001',
    },
    unreachableAt: null,
    unreachableReason: null,
  });
  expect((await team.prisma.contactPoint.findFirstOrThrow()).address.toString()).not.toContain('councillor');
});

test('Teams tells of an installation twice, and we greet once', async () => {
  expect(await happens(installed)).not.toEqual([]);
  expect(await happens({ type: 'conversationUpdate', membersAdded: [us] })).toEqual([]);
});

test.each([
  ['a channel', inAChannel, '19:channel@thread.tacv2'],
  ['a group chat', inAGroup, '19:group@thread.v2'],
])('installed in %s: we say what we are for, and ask nothing of anybody there', async (_where, conversation, address) => {
  const [greeting, ...more] = await happens({ ...installed, conversation });
  expect([greeting, more]).toEqual([expect.stringMatching(/^Hello from Folkmoot.*chat of your own\.$/), []]);
  expect((await kept()).reference).toMatchObject({ conversation: address });
  expect((await kept()).reference).not.toHaveProperty('user');
  expect(await happens({ type: 'message', text: '<at>Folkmoot</at> PARKS', conversation })).toEqual([greeting]);
  expect(team.framework.arrived.at(-1)?.path).toContain(conversation.id);
  expect(await team.prisma.contactPoint.count()).toBe(1);
});

test.each([
  ['the app is removed', removed],
  ['we are taken out of the conversation', { type: 'conversationUpdate', membersRemoved: [us] }],
])('%s: nothing is said, and nothing is sent there until it is back', async (_what, event) => {
  await happens(installed);
  expect(await happens(event)).toEqual([]);
  expect(await kept()).toMatchObject({ unreachableAt: expect.any(Date), unreachableReason: 'The app was removed.' });
  await happens(installed);
  expect(await kept()).toMatchObject({ unreachableAt: null, unreachableReason: null });
});

test.each([
  ['an upgrade', { type: 'installationUpdate', action: 'add-upgrade' }],
  ['an upgrade that removes', { type: 'installationUpdate', action: 'remove-upgrade' }],
  ['somebody else coming', { type: 'conversationUpdate', membersAdded: [{ id: '29:another' }] }],
  ['somebody else going', { type: 'conversationUpdate', membersRemoved: [{ id: '29:another' }] }],
  ['a channel that gets another name', { type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } }],
])('%s says nothing to us', async (_what, event) => {
  expect(await happens(event)).toEqual([]);
  expect(await team.prisma.message.count()).toBe(0);
});

test('where to write to somebody is kept anew when it changes', async () => {
  await happens(installed);
  const { address } = await team.prisma.contactPoint.findFirstOrThrow();
  await team.says('hello');
  expect((await team.prisma.contactPoint.findFirstOrThrow()).address).toEqual(address);
  await team.says('hello', { recipient: { id: '28:renamed' } });
  expect((await kept()).reference).toMatchObject({ bot: '28:renamed', conversation: 'a:councillor' });
});

import type { Activity } from 'botbuilder';
import { type Inbound, TryAgainLater } from '#channels/channel.ts';
import { createAuthentication, ourselves } from '#channels/teams/authentication.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { appId } from './aBotFramework.ts';
import { aMessage, aTeam, type Team } from './aTeam.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A team whose bot only listens. */
async function listening(options: Parameters<typeof aTeam>[1] = {}) {
  const heard: Inbound[] = [];
  const team = await aTeam(database.url, { answer: (inbound) => Promise.resolve(void heard.push(inbound)).then(() => []), ...options });
  return { team, heard };
}

describe('a token', () => {
  let team: Team;
  let heard: Inbound[];
  beforeAll(async () => {
    ({ team, heard } = await listening());
  });
  afterAll(() => team.close());

  // The SDK writes to the console what it does not like about a token.
  const { error } = console;
  beforeAll(() => {
    console.error = () => undefined;
  });
  afterAll(() => {
    console.error = error;
  });

  const hour = 3600;
  const now = () => Math.floor(Date.now() / 1000);
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

  test('that holds lets an activity in', async () => {
    expect((await team.post(aMessage(team.framework, { text: 'PARKS' }))).status).toBe(200);
    expect(heard.splice(0)).toMatchObject([{ channel: 'teams', address: 'a:councillor', text: 'PARKS', kind: 'message' }]);
  });

  const refused: readonly (readonly [string, () => Readonly<Record<string, string>>])[] = [
    ['that is missing', () => ({})],
    ['that is none', () => bearer('nonsense')],
    ['of three parts that are none', () => bearer('a.b.c')],
    ['by another way of authorization', () => ({ Authorization: `Basic ${team.framework.token()}` })],
    ['signed by a stranger in the name of a good key', () => bearer(team.framework.token({}, { stranger: true }))],
    ['signed by a key that nobody knows', () => bearer(team.framework.token({}, { stranger: true, kid: 'nobody' }))],
    ['that is not signed at all', () => bearer(unsigned(team.framework.token()))],
    ['that has expired', () => bearer(team.framework.token({ exp: now() - hour, nbf: now() - 2 * hour }))],
    ['that is not valid yet', () => bearer(team.framework.token({ nbf: now() + hour, exp: now() + 2 * hour }))],
    ['for another bot', () => bearer(team.framework.token({ aud: appId.replace('0', '1') }))],
    ['of another issuer', () => bearer(team.framework.token({ iss: 'https://elsewhere.example.org' }))],
    ['that vouches for another service address', () => bearer(team.framework.token({ serviceurl: 'https://elsewhere.example.org/' }))],
    ['that vouches for no service address', () => bearer(team.framework.token({ serviceurl: undefined }))],
  ];
  test.each(refused)('%s is refused', async (_what, headers) => {
    const { status, body } = await team.post(aMessage(team.framework), headers());
    expect([status, body]).toEqual([401, '{"code":"Unauthorized","message":"the token is missing or does not hold"}']);
    expect(heard).toEqual([]);
    expect(team.framework.arrived).toEqual([]);
  });

  test('holds for the address that it names alone', async () => {
    const elsewhere = aMessage({ serviceUrl: 'https://elsewhere.example.org/' });
    expect((await team.post(elsewhere)).status).toBe(401);
  });

  test.each(['webchat', 'emulator', 'AseChannel', 'directline'])('for the channel %s is not looked at', async (channelId) => {
    expect((await team.post(aMessage(team.framework, { channelId }))).status).toBe(400);
  });

  test.each(['', '{', '[]', 'null', '{}', '{"type":"message"}'])('does not make an activity of %j', async (body) => {
    expect((await team.post(body)).status).toBe(400);
  });
});

function unsigned(token: string): string {
  const [, claims] = token.split('.');
  return `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${claims}.`;
}

test.each([
  { appType: 'MultiTenant', appPassword: 'a secret' },
  { appType: 'SingleTenant', appPassword: 'a secret', appTenantId: 'ours' },
  { appType: 'UserAssignedMSI', appTenantId: 'ours' },
] as const)("an app of the type $appType looks for Microsoft's own tokens", async (app) => {
  const authentication = createAuthentication({ appId, ...app });
  await expect(authentication.authenticateRequest({ channelId: 'msteams' } as Activity, '')).rejects.toThrow('Unauthorized');
  expect(authentication.createConnectorFactory(ourselves(appId))).toBeDefined();
});

test('without an app id whoever calls from this machine is believed, and nobody who comes through a proxy', async () => {
  const { team, heard } = await listening({ appId: undefined });
  expect((await team.post(aMessage(team.framework), {})).status).toBe(200);
  expect(heard).toHaveLength(1);
  for (const header of ['X-Forwarded-For', 'Forwarded'])
    expect((await team.post(aMessage(team.framework), { [header]: '127.0.0.1' })).status).toBe(403);
  const away = aMessage({ serviceUrl: 'https://elsewhere.example.org/' });
  expect((await team.post(away, {})).status).toBe(401);
  expect(heard).toHaveLength(1);
  await team.close();
});

test('the keys cannot be had: 503, and when to try again', async () => {
  const { team } = await listening();
  await team.framework.close();
  const answered = await team.post(aMessage(team.framework));
  expect([answered.status, answered.headers.get('retry-after')]).toEqual([503, '5']);
  await team.close();
});

test('strangers are counted by address; who holds a token still comes in', async () => {
  const { team } = await listening({ perAddress: 2 });
  for (const status of [401, 401, 429]) expect((await team.post(aMessage(team.framework), {})).status).toBe(status);
  expect((await team.post(aMessage(team.framework))).status).toBe(200);
  await team.close();
});

test('one conversation may say so much a minute', async () => {
  const { team } = await listening({ perContact: 2 });
  const statuses: number[] = [];
  for (let time = 0; time < 3; time++) statuses.push((await team.post(aMessage(team.framework))).status);
  expect(statuses).toEqual([200, 200, 429]);
  await team.close();
});

test('nothing could be recorded: 503, and when to try again', async () => {
  const { team } = await listening({ answer: () => Promise.reject(new TryAgainLater('the database is away', 5)) });
  const answered = await team.post(aMessage(team.framework));
  expect([answered.status, answered.headers.get('retry-after')]).toEqual([503, '5']);
  await team.close();
});

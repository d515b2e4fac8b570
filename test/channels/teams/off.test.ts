import { type OpenTeamsNeeds, openTeams } from '#src/openTeams.ts';

test('in production without an app id there is no Teams, and that is said', async () => {
  const said: unknown[] = [];
  const config = { microsoft: { appId: undefined, appType: 'MultiTenant' }, production: true };
  const needs = { config, log: { warn: (what: unknown) => void said.push(what) } } as unknown as OpenTeamsNeeds;
  expect(await openTeams(needs)).toBeUndefined();
  expect(said).toEqual(['Teams is off: set MicrosoftAppId']);
});

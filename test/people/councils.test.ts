import { Readable } from 'node:stream';
import { aTeam, type Team } from '#test/channels/teams/aTeam.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';

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

const entraId = '00000000-0000-4000-8000-000000000001';
const thornby = 'parish:thornby';

/** The councils of the only contact point. */
const councils = async () => team.services.councils.councilsOf((await team.prisma.contactPoint.findFirstOrThrow()).id);

test('somebody in Teams is found by their id in Entra, in capitals or not', async () => {
  await team.says('hello');
  await team.services.councils.appoint(entraId.toUpperCase(), thornby, 'clerk');
  expect(await councils()).toEqual([thornby]);
});

test('a role is changed, and taken back', async () => {
  await team.says('hello');
  await team.services.councils.appoint(entraId, thornby, 'clerk');
  await team.services.councils.appoint(entraId, thornby, 'chair');
  expect(await team.prisma.councilRole.findMany({ select: { council: true, role: true } })).toEqual([{ council: thornby, role: 'chair' }]);
  await team.services.councils.dismiss(entraId, thornby);
  expect(await councils()).toEqual([]);
  await expect(team.services.councils.dismiss(entraId, thornby)).rejects.toThrow(`has no role in ${thornby}`);
});

test.each(['+447700900999', 'nobody', ''])('nobody is known as %j: what to do first is said', async (contact) => {
  await team.says('hello');
  await expect(team.services.councils.appoint(contact, thornby, 'clerk')).rejects.toThrow('must have sent a text, or installed the app');
});

test('who is forgotten has no role any more', async () => {
  await team.says('hello');
  await team.services.councils.appoint(entraId, thornby, 'clerk');
  await team.forget();
  expect(await team.prisma.councilRole.count()).toBe(0);
});

test('a council is a place that is known, where any is: one that was imported, or that a consultation names', async () => {
  await team.says('hello');
  await team.services.councils.appoint(entraId, 'parish:anywhere', 'clerk');
  await team.services.places.importFrom(
    Readable.from(['kind,name,code,easting,northing\nparish,Ashwell,E04000001,480000,270000\n']),
    (_, why) => {
      throw new Error(why);
    },
  );
  await team.publish('market.yaml');
  await team.services.councils.appoint(entraId, 'parish:ashwell', 'clerk');
  await team.services.councils.appoint(entraId, 'parish:higham-ferrers', 'clerk');
  await expect(team.services.councils.appoint(entraId, 'parish:thronby', 'clerk')).rejects.toThrow('There is no place parish:thronby');
});

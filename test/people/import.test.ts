import type { DefinitionRefused } from '#files/fault.ts';
import { readAgreed } from '#people/import/rows.ts';
import { aCouncil, type Council } from '../broadcasts/aCouncil.ts';

const heading = 'phone,language,place,topics,wording\n';

test('numbers are taken however people write them', () => {
  const written = ['07700 900123', '+447700900124', `00${'+447700900125'.slice(1)}`, '(07700) 900-126', '447700900127'];
  const rows = readAgreed(heading + written.map((phone) => `${phone},en,everywhere,consultations outcomes,leaflet-1`).join('\n'));
  expect(rows.map(({ phone }) => phone)).toEqual([3, 4, 5, 6, 7].map((last) => `+44770090012${last}`));
  expect(rows[0]).toMatchObject({ language: 'en-GB', place: 'everywhere', topics: ['consultations', 'outcomes'], wording: 'leaflet-1' });
});

test('every fault is named with its line', () => {
  const rows = [
    '01632 960123,en,everywhere,consultations,x',
    '07700 900123,fr,nowhere,parks,',
    '07700 900124,pl,everywhere,events,x',
    '07700900124,pl,everywhere,events,x',
  ];
  const refused = (() => {
    try {
      return readAgreed(heading + rows.join('\n'));
    } catch (reason) {
      return (reason as DefinitionRefused).faults.map(({ path, line }) => `${line} ${path}`);
    }
  })();
  expect(refused).toEqual(['2 phone', '3 language', '3 place', '3 topics', '3 wording', '5 phone']);
});

test.each(['', 'name,number\nAnn,1', `${heading}"`])('what is no list of people is refused: %j', (text) => {
  expect(() => readAgreed(text)).toThrow('1 fault');
});

describe('in the database', () => {
  let council: Council;
  beforeAll(async () => {
    council = await aCouncil({ url: 'http://127.0.0.1:9' });
  });
  afterAll(() => council.close());

  test('people are added once, with their permission, and keep their STOP', async () => {
    const { prisma } = council.database;
    const file = `${heading}07700 900123,pl,parish:thornby,consultations events,leaflet-1\n07700 900124,en,everywhere,events,leaflet-1`;
    expect(await council.subscriptions.importPeople(file)).toEqual({ people: 2, added: 2 });
    await prisma.contactPoint.updateMany({ data: { optedOutAt: council.clock() } });
    expect(await council.subscriptions.importPeople(file)).toEqual({ people: 2, added: 0 });
    expect(await prisma.person.count()).toBe(2);
    expect(await prisma.contactPoint.count({ where: { optedOutAt: { not: null } } })).toBe(2);
    expect((await prisma.conversation.findMany()).map(({ language }) => language).sort()).toEqual(['en-GB', 'pl']);
    expect(await prisma.subscription.count()).toBe(3);
    expect(await prisma.consent.findFirst({ where: { topic: 'consultations' } })).toMatchObject({
      wording: 'leaflet-1',
      channel: 'import',
      places: ['parish:thornby'],
    });
  });
});

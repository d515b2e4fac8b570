import type { DefinitionRefused } from '#files/fault.ts';
import { parks } from '../bot/parks.ts';
import { aBroadcast, aCouncil, type Council } from './aCouncil.ts';
import { aResponse } from './aResponse.ts';
import { author, monday, second } from './setting.ts';

let council: Council;
const dayMs = 86_400_000;
const nowhere = { url: 'http://127.0.0.1:9' };

beforeEach(async () => {
  council = await aCouncil(nowhere);
});
afterEach(() => council.close());

const preview = async (key = 'parks-open') => {
  const { counts } = await council.broadcasts.preview(key);
  const told = counts.filter(({ leftOut }) => leftOut === null).reduce((sum, { count }) => sum + count, 0);
  const left = Object.fromEntries(counts.flatMap(({ leftOut, count }) => (leftOut ? [[leftOut, count]] : [])));
  return { told, left };
};

async function publishParks(): Promise<{ key: string; secret: Uint8Array }> {
  const { key } = await council.consultations.importFile(parks(monday));
  await council.consultations.publish(key);
  const found = (await council.consultations.catalogueNow()).live.find((each) => each.key === key);
  if (!found) throw new Error('no parks');
  return { key, secret: found.secret };
}

/** What a sent response leaves in the database. */
async function answer(point: string, { key, secret }: { key: string; secret: Uint8Array }): Promise<void> {
  const at = council.clock();
  await council.database.prisma.response.create({ data: aResponse(point, { key, secret, startedAt: at, submittedAt: at }) });
}

test('each of those who are left out is told with the first reason that holds, and the rest get it', async () => {
  const parks = await publishParks();
  const { prisma } = council.database;
  await council.subscribe(3, { firstNumber: 0 });
  await council.subscribe(2, { firstNumber: 100, place: 'parish:thornby' });
  await council.subscribe(4, { firstNumber: 200, place: 'parish:elsewhere' });
  await council.subscribe(5, { firstNumber: 300, topic: 'events' });
  await council.subscribe(6, { firstNumber: 400, language: 'lt' });
  const [stopped, lost, answered] = await council.subscribe(3, { firstNumber: 500 });
  await prisma.contactPoint.update({ where: { id: stopped ?? '' }, data: { optedOutAt: council.clock() } });
  await prisma.contactPoint.update({ where: { id: lost ?? '' }, data: { unreachableAt: council.clock(), unreachableReason: 'gone' } });
  await answer(answered ?? '', parks);
  const pressed = await council.subscribe(3, { firstNumber: 600 });
  const said = ['noComment', 'council', 'remind'].map((answer, at) => ({ contactPointId: pressed[at] ?? '', answer }));
  await prisma.noticeAnswer.createMany({ data: said.map((each) => ({ ...each, consultationKey: parks.key, saidAt: council.clock() })) });
  const audience = { places: ['parish:thornby'], languages: ['en-GB', 'pl'] };
  await council.broadcasts.draft(aBroadcast({ consultation: parks.key, audience }));
  const expected = { optedOut: 1, notSubscribed: 5, otherPlace: 4, unreachable: 1, otherLanguage: 6, answered: 1, saidToNotice: 3 };
  expect(await preview()).toEqual({ told: 5, left: expected });

  await council.broadcasts.confirm('parks-open', second);
  await council.sweep();
  expect(await council.deliveries()).toHaveLength(5);
  const places = (await council.deliveries()).map(({ place }) => place).sort();
  expect(places).toEqual(['everywhere', 'everywhere', 'everywhere', 'parish:thornby', 'parish:thornby']);
  expect((await prisma.broadcast.findFirst())?.leftOut).toEqual(expected);
});

test('who asked to be told what comes of their own answers is told of what they answered, wherever it is', async () => {
  const parks = await publishParks();
  const [answered, withdrew] = await council.subscribe(4, { topic: 'outcomes', place: 'answered' });
  await council.subscribe(1, { topic: 'outcomes', place: 'parish:elsewhere', firstNumber: 100 });
  const [both] = await council.subscribe(1, { topic: 'outcomes', place: 'parish:thornby', firstNumber: 200 });
  const { prisma } = council.database;
  await prisma.subscription.create({ data: { contactPointId: both ?? '', topic: 'outcomes', place: 'answered', since: council.clock() } });
  for (const point of [answered, withdrew, both]) await answer(point ?? '', parks);
  await prisma.response.updateMany({ where: { reference: withdrew?.slice(0, 8) ?? '' }, data: { respondentKey: null } });

  await council.broadcasts.draft(aBroadcast({ topic: 'outcomes', consultation: parks.key, audience: { places: ['parish:thornby'] } }));
  expect(await preview()).toEqual({ told: 2, left: { notAnswered: 3, otherPlace: 1 } });
  // What is about no consultation was answered by nobody.
  await council.broadcasts.draft(aBroadcast({ key: 'news', topic: 'outcomes' }));
  expect(await preview('news')).toEqual({ told: 2, left: { notAnswered: 4 } });

  await council.broadcasts.confirm('parks-open', second);
  await council.sweep();
  expect((await council.deliveries()).map(({ place }) => place).sort()).toEqual(['answered', 'parish:thornby']);
});

test('nobody is asked more often than we may in 28 days, nor sooner than an officer wants', async () => {
  await council.subscribe(10);
  for (const key of ['a', 'b', 'c', 'd']) await council.send(aBroadcast({ key }));
  await council.broadcasts.draft(aBroadcast());
  expect(await preview()).toEqual({ told: 0, left: { askedOften: 10 } });
  // What is no question does not count.
  await council.broadcasts.draft(aBroadcast({ key: 'news', topic: 'outcomes' }));
  expect((await preview('news')).left).toEqual({ notSubscribed: 10 });
  council.putForward(29 * dayMs);
  expect(await preview()).toEqual({ told: 10, left: {} });
  await council.broadcasts.draft(aBroadcast({ audience: { notAskedFor: 40 } }));
  expect(await preview()).toEqual({ told: 0, left: { askedLately: 10 } });
});

test('audiences that are worked out at the same moment keep to the bound together', async () => {
  await council.subscribe(50);
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  for (const key of keys) {
    await council.broadcasts.draft(aBroadcast({ key }));
    await council.broadcasts.confirm(key, second);
  }
  await Promise.all(keys.map((key) => council.broadcasts.fanOut(key)));
  expect(await council.deliveries()).toHaveLength(4 * 50);
});

test('working an audience out again adds nobody twice', async () => {
  await council.subscribe(20);
  await council.send(aBroadcast());
  await council.database.prisma.broadcast.update({ where: { key: 'parks-open' }, data: { fannedOutAt: null, fanOutAt: null } });
  await council.sweep();
  expect(await council.deliveries()).toHaveLength(20);
});

test('the reminder goes once, to who got the first and has not answered', async () => {
  const parks = await publishParks();
  const points = await council.subscribe(4);
  const reminder = { after: 3, text: 'Parks: still time. Reply PARKS.' };
  await council.send(aBroadcast({ consultation: parks.key, reminder }));
  expect((await council.broadcasts.list()).map(({ key, status }) => `${key} ${status}`).sort()).toEqual([
    'parks-open sending',
    'parks-open-reminder scheduled',
  ]);
  const { prisma } = council.database;
  await prisma.delivery.updateMany({ where: { contactPointId: { not: points[0] ?? '' } }, data: { sentAt: council.clock(), dueAt: null } });
  await prisma.delivery.updateMany({
    where: { contactPointId: points[0] ?? '' },
    data: { endedAt: council.clock(), reason: 'gaveUp', dueAt: null },
  });
  await answer(points[1] ?? '', parks);
  await council.sweep();
  expect(await preview('parks-open-reminder')).toEqual({ told: 2, left: { notToldBefore: 1, answered: 1 } });
  council.putForward(3 * dayMs);
  await council.sweep();
  const reminders = await prisma.delivery.findMany({ where: { broadcastKey: 'parks-open-reminder' } });
  expect(reminders.map(({ contactPointId }) => contactPointId).sort()).toEqual([points[2], points[3]].sort());
  await expect(
    prisma.broadcast.create({
      data: {
        key: 'x',
        definition: {},
        topic: 'x',
        asks: true,
        draftedBy: 'x',
        draftedAt: monday,
        startsAt: monday,
        expiresAt: monday,
        reminderOf: 'parks-open',
      },
    }),
  ).rejects.toThrow();
});

describe('an officer', () => {
  test('needs a second one, on the list and no mere viewer', async () => {
    await council.broadcasts.draft(aBroadcast());
    await council.staff.add('eve@thornby.example', 'viewer');
    await expect(council.broadcasts.confirm('parks-open', author)).rejects.toThrow('somebody else has to confirm it');
    await expect(council.broadcasts.confirm('parks-open', 'who@thornby.example')).rejects.toThrow('is no member of staff');
    await expect(council.broadcasts.confirm('parks-open', 'eve@thornby.example')).rejects.toThrow('may only look');
    await council.broadcasts.confirm('parks-open', second.toUpperCase());
    await expect(council.broadcasts.confirm('parks-open', second)).rejects.toThrow('it is scheduled');
    await expect(council.broadcasts.draft(aBroadcast())).rejects.toThrow('choose another key');
  });

  test('is told every fault of a file, with its path and line', async () => {
    const file = `key: Parks Open
author: nobody@thornby.example
topic: consultation
audience:
  chanels: [sms]
  answered: true
starts: 2026-12-01
until: 2026-11-01
text: hello
`;
    const faults = await council.broadcasts.draft(file).catch((reason: DefinitionRefused) => reason.faults);
    expect((faults as DefinitionRefused['faults']).map(({ path, line }) => `${path} ${line}`)).toEqual([
      'key 1',
      'topic 3',
      'audience.chanels 5',
    ]);
  });

  test('is told that a text takes too many parts, before it is sent', async () => {
    const long = 'Parks: have your say. '.repeat(16);
    const faults = await council.broadcasts.draft(aBroadcast({ text: long })).catch((reason: DefinitionRefused) => reason.faults);
    expect(faults).toMatchObject([{ path: 'text', reason: expect.stringContaining('takes 3 text messages') }]);
  });

  test('sees parts and cost before sending', async () => {
    await council.subscribe(100);
    await council.subscribe(10, { firstNumber: 1000, language: 'pl' });
    await council.broadcasts.draft(
      aBroadcast({ text: { en: 'Parks: have your say. Reply PARKS.', pl: 'Parki: co naprawić najpierw? Państwa zdanie. Odpisz PARKS.' } }),
    );
    const { texts } = await council.broadcasts.preview('parks-open');
    expect(texts.map(({ language, people, partsEach, pence }) => [language, people, partsEach, pence]).sort()).toEqual([
      ['en-GB', 100, 1, 400],
      ['pl', 10, 2, 80],
    ]);
  });
});

test('the reach ledger tells per place who was told and what they did, and hides small numbers', async () => {
  const parks = await publishParks();
  const thornby = await council.subscribe(40, { place: 'parish:thornby' });
  await council.subscribe(30, { firstNumber: 100 });
  await council.send(aBroadcast({ consultation: parks.key }));
  await council.database.prisma.delivery.updateMany({ data: { sentAt: council.clock(), dueAt: null } });
  for (const point of thornby.slice(0, 12)) await answer(point, parks);
  const { reach, outcomes } = await council.broadcasts.report(parks.key);
  expect(outcomes).toEqual([{ broadcast: 'parks-open', channel: 'sms', outcome: 'sent', reason: null, count: 70 }]);
  expect(reach).toMatchObject([
    { place: 'everywhere', channel: 'sms', meant: 30, told: 30, firstTold: '2026-11-23' },
    { place: 'parish:thornby', channel: 'sms', meant: 40, told: 40, begun: null },
  ]);
  for (const row of reach) for (const count of [row.answered, row.begun, row.nothing]) expect(count === null || count >= 5).toBe(true);
});

test('notices of a consultation are drafted with their times and confirmed once', async () => {
  const parks = await publishParks();
  const drafts = await council.broadcasts.draftNotices(parks.key, author);
  const keys = drafts.map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining([`${parks.key}-week-left`, `${parks.key}-closed`]));
  await expect(council.broadcasts.confirmNotices(parks.key, author)).rejects.toThrow('somebody else');
  const confirmed = await council.broadcasts.confirmNotices(parks.key, second);
  expect(confirmed.map(({ definition }) => definition.key)).toEqual(keys);
  expect((await council.broadcasts.list()).map(({ status }) => status)).toEqual(keys.map(() => 'scheduled'));
});

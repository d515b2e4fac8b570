import { parks } from '../bot/parks.ts';
import { aBroadcast, aCouncil, type Council } from './aCouncil.ts';
import { notOver } from './aDelivery.ts';
import { author, monday, second } from './setting.ts';

let council: Council;
const key = 'parks-2027';
const dayMs = 86_400_000;

beforeEach(async () => {
  council = await aCouncil({ url: 'http://127.0.0.1:9' });
  await publish(30);
});
afterEach(() => council.close());

/** Open for so many days more. */
async function publish(days: number, title = 'Your parks'): Promise<void> {
  const closes = (at: number) => `closes: ${new Date(monday.getTime() + at * dayMs).toISOString().slice(0, 10)}`;
  await council.consultations.importFile(parks(monday, { key, title }).replace(closes(30), closes(days)));
  await council.consultations.publish(key);
}

async function confirmNotices(): Promise<void> {
  await council.broadcasts.draftNotices(key, author);
  await council.broadcasts.confirmNotices(key, second);
}

const all = async () =>
  Object.fromEntries(
    (await council.broadcasts.list()).map((each) => [
      each.key.replace(`${key}-`, ''),
      [each.status, each.startsAt.toISOString().slice(0, 10)],
    ]),
  );

test('notices of what goes as it was published stay as they were confirmed', async () => {
  await confirmNotices();
  const before = await council.database.prisma.broadcast.findMany({ orderBy: { key: 'asc' } });
  await council.sweep();
  const after = await council.database.prisma.broadcast.findMany({ orderBy: { key: 'asc' } });
  expect(after.map(({ definition, startsAt }) => ({ definition, startsAt }))).toEqual(
    before.map(({ definition, startsAt }) => ({ definition, startsAt })),
  );
});

test('closed early, nobody is asked to answer any more, and its end is told now', async () => {
  await council.subscribe(3, { topic: 'consultations' });
  await confirmNotices();
  await council.broadcasts.draft(
    aBroadcast({ key: 'parks-more', consultation: key, starts: '2026-12-01', reminder: { after: 7, text: 'Parks.' } }),
  );
  await council.broadcasts.confirm('parks-more', second);
  council.putForward(dayMs);
  await council.consultations.close(key);
  await council.sweep();
  expect(await all()).toMatchObject({
    'week-left': ['cancelled', expect.anything()],
    'parks-more': ['cancelled', expect.anything()],
    'parks-more-reminder': ['cancelled', expect.anything()],
    closed: ['sending', '2026-11-24'],
  });
  expect(await council.database.prisma.delivery.count({ where: notOver })).toBe(0);
});

test('given more days, the notices of its last week and its end go with it and name the new day', async () => {
  await confirmNotices();
  council.putForward(dayMs);
  await publish(60, 'Your many parks');
  await council.sweep();
  expect(await all()).toMatchObject({ 'week-left': ['scheduled', '2027-01-16'], closed: ['scheduled', '2027-01-23'] });
  const { definition, expiresAt } = await council.database.prisma.broadcast.findUniqueOrThrow({ where: { key: `${key}-week-left` } });
  expect(JSON.stringify(definition)).toMatch(/Your many parks: one week left.*22 January 2027/);
  expect(expiresAt.toISOString()).toBe('2027-01-23T00:00:00.000Z');
});

test('given so few days that its last week has begun, nobody is told that a week is left', async () => {
  await confirmNotices();
  council.putForward(2 * dayMs);
  await publish(4);
  await council.sweep();
  expect(await all()).toMatchObject({ 'week-left': ['cancelled', expect.anything()], closed: ['scheduled', '2026-11-28'] });
});

test('at its end by the calendar what was sent was sent, and is not called cancelled', async () => {
  await council.send(aBroadcast({ consultation: key }));
  council.putForward(40 * dayMs);
  await council.sweep();
  expect(await all()).toMatchObject({ 'parks-open': ['sent', expect.anything()] });
});

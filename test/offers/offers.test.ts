import { randomUUID } from 'node:crypto';
import { recordRare } from '#bot/recordRare.ts';
import type { OfferKind } from '#offers';
import { createSecrets } from '#src/secrets.ts';
import { createServices } from '#src/services.ts';
import { importSamplePlaces } from '#test/places/aTown.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';

const now = new Date('2026-11-23T10:00:00Z');
const secrets = createSecrets('a key for the tests of offers only');

let database: TestDatabase;
let services: ReturnType<typeof createServices>;
beforeAll(async () => {
  database = await testDatabase();
  services = createServices(database, secrets, () => now);
  await importSamplePlaces(services.places);
});
afterAll(() => database.close());

async function offered(offer: OfferKind, record: object): Promise<string> {
  const id = randomUUID();
  await database.prisma.$transaction((tx) => recordRare(tx, { kind: 'offerMade', id, offer, record, language: 'en-GB' }, now));
  return id;
}

const anEvent = (more: object = {}) => ({
  '@type': 'Event',
  identifier: randomUUID(),
  name: 'Toy Swap',
  organizer: { name: 'Parents' },
  startDate: '2026-12-12T10:00',
  endDate: '2026-12-12T12:00',
  location: { '@type': 'Place', name: 'The Bull', address: 'The Bull, NN99 1AA' },
  ...more,
});
const aRole = (more: object = {}) => ({
  title: 'Bike mender',
  organisation: 'Wheels',
  place: 'Thornby',
  sealedPhone: Buffer.from(services.people.seal('+447700900444')).toString('base64'),
  ...more,
});
const aService = () => ({ id: randomUUID(), name: 'Chess Club', status: 'active', description: 'Chess' });
const kinds: readonly [OfferKind, () => object, string][] = [
  ['service', aService, 'Chess Club'],
  ['event', anEvent, 'Toy Swap'],
  ['opportunity', aRole, 'Bike mender'],
];

describe.each(kinds)('a %s that a group offers', (kind, record, name) => {
  test('waits for an officer, who decides once', async () => {
    const id = await offered(kind, record());
    expect((await services.offers.pending(kind)).map((offer) => offer.id)).toEqual([id]);
    expect(await services.offers.approve(kind, id)).toBe(name);
    expect(await services.offers.pending(kind)).toEqual([]);
    await expect(services.offers.approve(kind, id)).rejects.toThrow('no offer');

    const other = await offered(kind, record());
    await services.offers.refuse(kind, other, 'twice');
    await expect(services.offers.refuse(kind, other, 'twice')).rejects.toThrow('no offer');
    await expect(services.offers.approve(kind, other)).rejects.toThrow('no offer');
  });

  test('is not decided on as another kind', async () => {
    const id = await offered(kind, record());
    const another = kind === 'service' ? 'event' : 'service';
    await expect(services.offers.approve(another, id)).rejects.toThrow('no offer');
    await services.offers.refuse(kind, id, 'a test');
  });
});

test('an event that is approved is found, once however often, beside those of feeds, and is in the feeds', async () => {
  await services.events.importFeed({
    source: 'another',
    text: 'id,title,starts,organiser,venue\nx,Bread Day,2026-12-12 09:00,Bakers,Thornby Library\n',
  });
  const record = anEvent({ name: 'Lantern Walk' });
  const id = await offered('event', record);
  await services.offers.approve('event', id);
  await services.events.listOffered(id, record);
  const wanted = { from: new Date('2026-12-12T00:00:00Z'), to: new Date('2026-12-13T00:00:00Z'), besides: [] };
  const { found } = await services.events.find({ ...wanted, words: ['lantern'] } as never, 5);
  expect(found.map(({ session }) => session)).toMatchObject([
    { title: 'Lantern Walk', venue: 'The Bull', startsAt: new Date('2026-12-12T10:00:00Z') },
  ]);
  expect((await services.events.feedAsCalendar({})).text).toContain('SUMMARY:Lantern Walk');
  expect((await services.events.feedAsJson({})).text).toContain('Bread Day');
});

test.each<[string, object, RegExp]>([
  ['whose day is over by now', { startDate: '2026-11-01T10:00', endDate: '2026-11-01T11:00' }, /is over/],
  ['that names no group', { organizer: {} }, /names no organiser/],
])('an event %s cannot be listed, and still waits', async (_what, more, reason) => {
  const id = await offered('event', anEvent(more));
  await expect(services.offers.approve('event', id)).rejects.toThrow(reason);
  expect(await services.offers.pending('event')).toMatchObject([{ id }]);
  await services.offers.refuse('event', id, 'over');
});

test('the number of a group that looks for helpers is sealed until an officer reads it', async () => {
  const id = await offered('opportunity', aRole());
  expect(JSON.stringify(await database.prisma.listingOffer.findUnique({ where: { id } }))).not.toContain('900444');
  const [offer] = await services.offers.pending('opportunity');
  expect(offer?.record).toMatchObject({ title: 'Bike mender', phone: '+447700900444' });
  await services.offers.approve('opportunity', id);
  const [found] = await services.volunteering.search({ words: 'bike', near: undefined, barriers: {} });
  expect(found).toMatchObject({ title: 'Bike mender', reachable: true });
});

test('an opportunity that does not hold says why, and still waits', async () => {
  const id = await offered('opportunity', { title: 'Bike mender', organisation: 'Wheels' });
  await expect(services.offers.approve('opportunity', id)).rejects.toThrow('needs a phone or an email');
  await services.offers.refuse('opportunity', id, 'no number');
});

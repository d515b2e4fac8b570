import { createSendingStore } from '#broadcasts/sending/store.ts';
import { until } from '#test/journeys/aServer.ts';
import { aBroadcast, aCouncil, type Council } from './aCouncil.ts';
import { notOver, statusOf } from './aDelivery.ts';
import { aTwilio, type Twilio } from './aTwilio.ts';
import { numberOf } from './people.ts';

let twilio: Twilio;
let council: Council;
const hourMs = 3_600_000;

beforeEach(async () => {
  twilio = await aTwilio();
  council = await aCouncil(twilio);
});

afterEach(async () => {
  await council.close();
  await twilio.close();
});

const inHand = async () => {
  const { outcomes } = await council.broadcasts.report('parks-open');
  return outcomes.find(({ outcome }) => outcome === 'inHand')?.count ?? 0;
};
const left = () => council.database.prisma.delivery.count({ where: notOver });
const isOver = () => until(async () => (await left()) === 0);
const statuses = async () => (await council.deliveries()).map(statusOf);
const reasons = async () => (await council.deliveries()).map(({ reason }) => reason);
const told = async () => (await twilio.texts()).map(({ form }) => form.To).sort();
const history = () =>
  council.database.prisma.$queryRaw<{ conversation_id: string; direction: string; activity: { text: string } }[]>`
    SELECT conversation_id, direction, activity FROM conversation_history ORDER BY sent_at`;
const optOut = (number: string) =>
  council.database.prisma.contactPoint.updateMany({
    where: { lookup: new Uint8Array(council.people.lookup('sms', number)) },
    data: { optedOutAt: council.clock() },
  });

test('from draft to receipt: each person gets the text once, and it is in their conversation', async () => {
  await council.subscribe(300);
  await council.send(aBroadcast());
  council.aSender();
  await isOver();
  const texts = await twilio.texts();
  expect(new Set(texts.map(({ form }) => form.To)).size).toBe(300);
  expect(texts).toHaveLength(300);
  expect(texts[0]?.form.Body).toBe('Parks: have your say. Reply PARKS.\nTo end these, reply STOP.');
  expect(Number(texts[0]?.form.ValidityPeriod)).toBeLessThanOrEqual(36_000);
  expect(await statuses()).toEqual(Array(300).fill('sent'));
  const said = await history();
  expect(said).toHaveLength(300);
  expect(said[0]).toMatchObject({ direction: 'out', activity: { text: texts[0]?.form.Body } });
  await council.sweep();
  expect((await council.broadcasts.list())[0]).toMatchObject({ key: 'parks-open', status: 'sent' });
  expect(council.mishaps).toEqual([]);
});

test('a person who is in two broadcasts at once has both in their history', async () => {
  await council.subscribe(40);
  await council.send(aBroadcast());
  await council.send(aBroadcast({ key: 'parks-again', text: 'Parks: once more.' }));
  council.aSender();
  await isOver();
  const conversations = Map.groupBy(await history(), (said) => said.conversation_id);
  expect(conversations.size).toBe(40);
  for (const said of conversations.values()) {
    expect(said.map(({ activity }) => activity.text).sort()).toEqual([
      expect.stringMatching(/^Parks: have/),
      expect.stringMatching(/^Parks: once/),
    ]);
  }
});

test('what a broadcast says is kept with its first text, and everybody is told the same from then on', async () => {
  await council.subscribe(2);
  await council.send(aBroadcast());
  const { keepWording } = createSendingStore(council.pool);
  const wording = { broadcastKey: 'parks-open', channel: 'sms', language: 'en-GB' } as const;
  await keepWording(wording, { type: 'message', text: 'As it was worded before the server was renewed.' });
  council.aSender();
  await isOver();
  for (const { form } of await twilio.texts()) expect(form.Body).toBe('As it was worded before the server was renewed.');
});

test('a text that an earlier version wrote into the log of turns as well is in the history once', async () => {
  await council.subscribe(2);
  await council.send(aBroadcast());
  council.aSender();
  await isOver();
  const { prisma } = council.database;
  const first = await prisma.delivery.findFirstOrThrow();
  const { id } = await prisma.conversation.findFirstOrThrow({ where: { contactPointId: first.contactPointId ?? '' } });
  const text = 'Parks: have your say. Reply PARKS.';
  const sentAt = first.sentAt ?? council.clock();
  await prisma.message.create({
    data: { conversationId: id, sequence: 1, direction: 'out', providerId: first.providerId, activity: { text }, sentAt },
  });
  expect(await history()).toHaveLength(2);
});

test('who is erased after the audience was worked out ends with that reason, and gets nothing', async () => {
  await council.subscribe(3);
  await council.send(aBroadcast());
  const first = await council.database.prisma.delivery.findFirstOrThrow({ orderBy: { personId: 'asc' } });
  await council.database.prisma.person.delete({ where: { id: first.personId ?? '' } });
  council.aSender();
  await isOver();
  expect(await told()).toHaveLength(2);
  expect((await reasons()).filter((reason) => reason !== null)).toEqual(['erased']);
  expect(await history()).toHaveLength(2);
});

test('who says STOP after the audience was worked out gets nothing', async () => {
  await council.subscribe(5);
  await council.send(aBroadcast());
  await optOut(numberOf(2));
  council.aSender();
  await isOver();
  expect(await told()).toEqual([0, 1, 3, 4].map(numberOf));
  expect((await statuses()).sort()).toEqual(['notSent', 'sent', 'sent', 'sent', 'sent']);
  expect(await reasons()).toContain('optedOut');
});

test.each(['down', 'busy'] as const)('a provider that is %s is asked again later, and everybody gets it once', async (mode) => {
  await council.subscribe(30);
  await council.send(aBroadcast());
  await twilio.behave({ mode, times: 3 });
  council.aSender();
  await until(async () => (await left()) <= 3 && (await inHand()) === 0);
  expect((await twilio.texts()).length).toBeGreaterThanOrEqual(27);
  council.putForward(hourMs / 2);
  await isOver();
  expect(await told()).toEqual(Array.from({ length: 30 }, (_, at) => numberOf(at)));
  expect(await statuses()).toEqual(Array(30).fill('sent'));
});

test('a provider that is away for long is asked for few, and a delivery is tried so often and no more', async () => {
  await council.subscribe(1);
  await council.send(aBroadcast());
  await twilio.behave({ mode: 'down' });
  council.aSender();
  for (let attempts = 1; attempts <= 6; attempts++) {
    await until(async () => (await twilio.counts()).asked === attempts && (await inHand()) === 0);
    council.putForward(1.3 * hourMs);
  }
  await isOver();
  expect((await twilio.counts()).asked).toBe(6);
  expect(await reasons()).toEqual(['gaveUp']);
});

test.each(['drop', 'dropAfter'] as const)(
  'where the connection breaks (%s) nobody knows, and it is never sent again by itself',
  async (mode) => {
    await council.subscribe(1);
    await council.send(aBroadcast());
    await twilio.behave({ mode, times: 1 });
    council.aSender();
    await isOver();
    expect(await statuses()).toEqual(['unknown']);
    council.putForward(2 * hourMs);
    await council.sweep();
    expect((await twilio.counts()).asked).toBe(1);
    expect((await council.broadcasts.list())[0]?.status).toBe('sent');
  },
);

test('what was unknown is known once the provider speaks of it', async () => {
  await council.subscribe(1);
  await council.send(aBroadcast());
  await twilio.behave({ mode: 'dropAfter', times: 1 });
  council.aSender();
  await isOver();
  const [text] = await twilio.texts();
  const reference = new URL(text?.form.StatusCallback ?? '').searchParams.get('of') ?? '';
  await council.receipts.record({ reference, providerId: text?.sid ?? '', fact: 'delivered' });
  expect(await statuses()).toEqual(['delivered']);
});

test('a number that opted out at the provider has opted out with us; one that is no number is not written to again', async () => {
  await council.subscribe(2);
  await council.send(aBroadcast());
  await twilio.behave({ mode: 'refuse', code: 21610, times: 1 });
  const sender = council.aSender(2);
  await until(async () => (await twilio.counts()).asked >= 1);
  await sender.stop();
  const points = () => council.database.prisma.contactPoint.findMany();
  expect((await points()).filter(({ optedOutAt }) => optedOutAt)).toHaveLength(1);
  expect(await reasons()).toContain('optedOut');

  await council.subscribe(1, { firstNumber: 10 });
  await council.send(aBroadcast({ key: 'again' }));
  await twilio.behave({ mode: 'refuse', code: 21211 });
  council.aSender();
  await isOver();
  expect(
    (await points()).filter(({ unreachableReason }) => unreachableReason === 'this is no number that can be texted').length,
  ).toBeGreaterThan(0);
});

test('an address that we cannot read is tried as often as any, and nobody else waits for it', async () => {
  await council.subscribe(3);
  const lookup = new Uint8Array(council.people.lookup('sms', numberOf(1)));
  await council.database.prisma.contactPoint.updateMany({ where: { lookup }, data: { address: new Uint8Array(3) } });
  await council.send(aBroadcast());
  council.aSender();
  for (let attempts = 1; attempts <= 6; attempts++) {
    await until(async () => (await council.database.prisma.delivery.count({ where: { attempts, leaseAt: null } })) > 0);
    council.putForward(1.3 * hourMs);
  }
  await isOver();
  expect(await told()).toEqual([numberOf(0), numberOf(2)]);
  expect((await reasons()).sort()).toEqual(['gaveUp', null, null]);
  expect(council.mishaps).toHaveLength(6);
});

test('a fault of our account pauses the broadcast until somebody has put it right', async () => {
  await council.subscribe(20);
  await council.send(aBroadcast());
  await twilio.behave({ mode: 'refuse', code: 21606 });
  council.aSender();
  await until(async () => (await council.broadcasts.list())[0]?.status === 'paused');
  expect((await council.broadcasts.list())[0]?.pauseReason).toBe('setUp');
  // What was under way is answered too, before somebody has had time to look.
  await until(async () => (await inHand()) === 0);
  await twilio.behave({ mode: 'ok' });
  await council.broadcasts.resume('parks-open');
  await isOver();
  expect(await told()).toEqual(Array.from({ length: 20 }, (_, at) => numberOf(at)));
});

test('nothing leaves when the window is closed, and the rest leaves when it opens', async () => {
  await council.subscribe(10);
  await council.send(aBroadcast());
  council.putForward(10 * hourMs);
  const sender = council.aSender();
  await council.sweep();
  expect(await left()).toBe(10);
  await sender.stop();
  expect(await twilio.texts()).toEqual([]);
  council.putForward(14 * hourMs);
  council.aSender();
  await isOver();
  expect(await told()).toHaveLength(10);
});

test('what is late is not sent: the broadcast has an end', async () => {
  await council.subscribe(3);
  await council.send(aBroadcast({ until: '2026-11-23' }));
  council.putForward(24 * hourMs);
  council.aSender();
  await isOver();
  expect(await reasons()).toEqual(['tooLate', 'tooLate', 'tooLate']);
  expect(await twilio.texts()).toEqual([]);
});

test('a pause holds back what has not left, cancelling ends it', async () => {
  await council.subscribe(100);
  await council.send(aBroadcast());
  const sender = council.aSender(20);
  await until(async () => (await twilio.texts()).length >= 20);
  await council.broadcasts.pause('parks-open');
  await sender.stop();
  const notSent = await left();
  expect(notSent).toBeGreaterThan(20);
  expect(notSent + (await twilio.texts()).length).toBe(100);
  await council.broadcasts.cancel('parks-open');
  expect(await left()).toBe(0);
  expect((await reasons()).filter((reason) => reason === 'cancelled')).toHaveLength(notSent);
  council.aSender();
  await council.sweep();
  expect((await council.broadcasts.list())[0]?.status).toBe('cancelled');
  expect((await twilio.texts()).length).toBe(100 - notSent);
});

test('the pace of a channel holds over all senders', async () => {
  await council.subscribe(60);
  await council.send(aBroadcast());
  const began = performance.now();
  council.aSender(20);
  council.aSender(20);
  await isOver();
  // A second's worth may leave at once.
  expect(performance.now() - began).toBeGreaterThan(1_900);
  expect(await told()).toHaveLength(60);
});

import { deliveryStatus } from '#broadcasts/status.ts';
import { until } from '#test/journeys/aServer.ts';
import { aBroadcast, aCouncil, type Council } from './aCouncil.ts';
import { aTwilio, type Twilio } from './aTwilio.ts';

let twilio: Twilio;
let council: Council;

beforeEach(async () => {
  twilio = await aTwilio();
  council = await aCouncil(twilio);
});

afterEach(async () => {
  await council.close();
  await twilio.close();
});

const isOver = () => until(async () => (await council.database.prisma.delivery.count({ where: { dueAt: { not: null } } })) === 0);
const statuses = async () => (await council.deliveries()).map(deliveryStatus);

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
  const messages = await council.database.prisma.message.findMany();
  expect(messages).toHaveLength(300);
  expect(messages[0]).toMatchObject({ sequence: 1, direction: 'out' });
  await council.sweep();
  expect((await council.broadcasts.list())[0]).toMatchObject({ key: 'parks-open', status: 'sent' });
  expect(council.mishaps).toEqual([]);
});

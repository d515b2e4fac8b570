import { randomUUID } from 'node:crypto';
import { ask, at } from './aTurn.ts';
import { createLogs, type Logs } from './logs.ts';

let logs: Logs;
let log: ReturnType<Logs['aLog']>;
beforeAll(async () => {
  logs = await createLogs();
  log = logs.aLog();
});
afterAll(() => logs.close());

/** Somebody with a response in hand, and another contact point of theirs. */
async function onTwoPhones() {
  const { contactPoint } = logs.database.prisma;
  const { who } = await logs.aRespondent();
  const { personId } = await contactPoint.findFirstOrThrow({ where: { lookup: Buffer.from(who.lookup) } });
  const other = randomUUID();
  const lookup = new Uint8Array(Buffer.from(other));
  await contactPoint.create({ data: { id: other, channel: 'teams', lookup, address: lookup, personId } });
  const standing = async () => (await log.load(ask(who))).conversation?.outcomes;
  return { other, standing };
}

test('a response in hand comes with where its person stands with hearing what came of things, on all of their contact points', async () => {
  const { contactPoint, subscription } = logs.database.prisma;
  const { other, standing } = await onTwoPhones();
  expect(await standing()).toEqual({ optedOut: false, offeredAt: null, places: [] });

  const topics = [
    ['outcomes', 'parish:thornby'],
    ['outcomes', 'answered'],
    ['events', 'parish:elsewhere'],
  ] as const;
  await subscription.createMany({ data: topics.map(([topic, place]) => ({ contactPointId: other, topic, place, since: at })) });
  await contactPoint.update({ where: { id: other }, data: { outcomesOfferedAt: at, optedOutAt: at } });
  const stands = await standing();
  expect(stands).toMatchObject({ optedOut: true, places: expect.arrayContaining(['parish:thornby', 'answered']) });
  expect(stands?.places).toHaveLength(2);
  expect(new Date(stands?.offeredAt ?? '')).toEqual(at);
});

import { keptDays } from '#approaches/forgetting.ts';
import { countedDays } from '#approaches/texting.ts';
import type { Receipt } from '#channels/channel.ts';
import { aGround, aProcess as createProcess, type Ground, listGroups } from './aProcess.ts';

const number = '+447700900141';
const dayMs = 86_400_000;
const landline: Receipt = { outcome: 'refused', reason: 'landline' };

let ground: Ground;
beforeAll(async () => {
  ground = await aGround();
});
afterAll(() => ground.close());
beforeEach(() => ground.begin());

const aProcess = () => createProcess(ground);
const daysPass = (days: number) => {
  ground.now = new Date(ground.now.getTime() + days * dayMs);
};
const keys = async () => (await ground.database.prisma.approach.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key);
const plan = ({ services }: ReturnType<typeof aProcess>, key: string, dueAt: Date) =>
  services.approaches.plan({ key, channel: 'sms', address: number, dialog: 'telling', options: { text: 'The words.' }, dueAt });

test('what was sent is forgotten when its time is over; what is yet to come stays', async () => {
  const process = aProcess();
  await plan(process, 'now', ground.now);
  await plan(process, 'next year', new Date('2027-11-24T10:00:00Z'));
  await process.run();
  expect(ground.sent).toHaveLength(1);
  daysPass(keptDays);
  await process.run();
  expect(await keys()).toEqual(['next year', 'now']);
  ground.now = new Date(ground.now.getTime() + 1);
  await process.run();
  expect(await keys()).toEqual(['next year']);
  expect(ground.sent).toHaveLength(1);
  expect(process.mishaps).toEqual([]);
});

test('so is what failed, and what nobody could begin in all that time', async () => {
  const process = aProcess();
  ground.answers.push(landline);
  await plan(process, 'refused', ground.now);
  await process.run();
  await process.services.approaches.plan({
    key: 'nowhere',
    channel: 'page',
    address: 'x',
    dialog: 'telling',
    options: {},
    dueAt: ground.now,
  });
  daysPass(keptDays + 1);
  await process.run();
  expect(await keys()).toEqual([]);
});

test('the time is longer than any month, as a group is asked once a month, and than texts to a number are counted', () => {
  expect(keptDays).toBeGreaterThan(31);
  expect(keptDays).toBeGreaterThan(countedDays);
});

describe('a question that did not arrive', () => {
  const unanswered = async () => (await ground.database.prisma.service.findFirstOrThrow()).unanswered;

  test('is no silence after it is forgotten, either', async () => {
    const process = aProcess();
    await listGroups(process.services, ['Lunch Club,Thornby Helpers,07700 900142,2026-01-01']);
    ground.answers.push(landline);
    await process.run();
    // Somebody vouches for it meanwhile, so that it is not asked again while the first question is known.
    await ground.database.prisma.service.updateMany({ data: { assuredOn: new Date('2026-11-25') } });
    daysPass(120);
    await process.run();
    expect([ground.sent.length, await unanswered()]).toEqual([2, 0]);
    daysPass(120);
    await process.run();
    expect([ground.sent.length, await unanswered()]).toEqual([3, 1]);
    expect(process.mishaps).toEqual([]);
  });

  test('is asked once in its month all the same', async () => {
    ground.now = new Date('2027-03-01T10:00:00Z');
    const process = aProcess();
    await listGroups(process.services, ['Lunch Club,Thornby Helpers,07700 900143,2026-01-01']);
    ground.answers.push(landline);
    for (let day = 1; day <= 31; day++) {
      await process.run();
      daysPass(1);
    }
    expect(ground.sent).toHaveLength(1);
  });
});

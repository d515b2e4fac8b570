import type { Receipt } from '#channels/channel.ts';
import { recordEventFact } from '#events';
import { aGround, aProcess as createProcess, type Ground } from './aProcess.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await aGround();
});
afterAll(() => ground.close());
beforeEach(() => ground.begin());

const aProcess = (options?: { canText: boolean }) => createProcess(ground, options);
type Process = ReturnType<typeof aProcess>;

const number = '+447700900131';
const providerAway: Receipt = { outcome: 'tryLater', reason: 'providerAway' };
const accountStopped: Receipt = { outcome: 'refused', reason: 'accountStopped' };

/** Takes in the one event, which is at ten on Saturday unless it is said otherwise. */
async function take({ services }: Process, start = '20261128T100000Z', status = 'CONFIRMED'): Promise<void> {
  const event = ['BEGIN:VEVENT', 'UID:a', 'SUMMARY:Repair Café', 'LOCATION:The Hall', `DTSTART:${start}`, `STATUS:${status}`, 'END:VEVENT'];
  const text = ['BEGIN:VCALENDAR', 'X-WR-CALNAME:Town Council', ...event, 'END:VCALENDAR', ''].join('\r\n');
  await services.events.importFeed({ source: 'test', text });
}

/** Somebody has asked to be reminded, and it is ten on the day before. */
async function asked(process: Process) {
  await take(process);
  await process.say(number, 'hello');
  const lookup = new Uint8Array(process.services.people.lookup('sms', number));
  const { id: contactPointId } = await ground.database.prisma.contactPoint.findFirstOrThrow({ where: { lookup } });
  const { id: sessionId } = await ground.database.prisma.eventSession.findFirstOrThrow();
  const about = { contactPointId, sessionId };
  const dueAt = new Date('2026-11-27T10:00:00Z');
  await ground.database.prisma.$transaction((tx) =>
    recordEventFact(tx, { kind: 'eventReminderAsked', ...about, language: 'en-GB', dueAt }, ground.now),
  );
  ground.now = dueAt;
  return about;
}

/** The server looks each five minutes for so many hours. */
async function hoursPass(process: Process, hours: number): Promise<void> {
  for (let minutes = 0; minutes < hours * 60; minutes += 5) {
    ground.now = new Date(ground.now.getTime() + 5 * 60_000);
    await process.run();
  }
}

const outcomes = () => ground.database.prisma.approach.findMany({ orderBy: { dueAt: 'asc' } });
const texts = () => ground.sent.map(({ reply }) => reply.text);

test('comes the day before, and nothing of it may arrive once the event has begun', async () => {
  const process = aProcess();
  await asked(process);
  await process.run();
  expect(texts()).toEqual(['Reminder: Repair Café, Saturday 28 November, 10:00. The Hall. Run by Town Council.']);
  await hoursPass(process, 24);
  expect(ground.sent).toHaveLength(1);
  expect(process.mishaps).toEqual([]);
});

test.each([
  ['the provider is away', providerAway],
  ['our account is stopped', accountStopped],
])('is tried again for as long as %s, each hour after a while', async (_, receipt) => {
  const process = aProcess();
  await asked(process);
  ground.answers.push(...Array.from({ length: 8 }, () => receipt));
  await hoursPass(process, 9);
  expect(ground.sent).toHaveLength(9);
  expect(new Set(texts())).toHaveProperty('size', 1);
  expect(await outcomes()).toMatchObject([{ sentAt: expect.any(Date), failedAt: null, reason: null, attempts: 9 }]);
});

test('is given up when the event begins, with the reason', async () => {
  const process = aProcess();
  await asked(process);
  ground.answers.push(...Array.from({ length: 40 }, () => providerAway));
  await hoursPass(process, 30);
  expect(ground.sent.at(-1)?.notAfter).toEqual(new Date('2026-11-28T10:00:00Z'));
  expect(await outcomes()).toMatchObject([{ sentAt: null, failedAt: expect.any(Date), reason: 'tooLate' }]);
});

test('ends at once where the number is none', async () => {
  const process = aProcess();
  await asked(process);
  ground.answers.push({ outcome: 'refused', reason: 'landline' });
  await hoursPass(process, 9);
  expect(ground.sent).toHaveLength(1);
  expect(await outcomes()).toMatchObject([{ sentAt: null, reason: 'landline', attempts: 1 }]);
});

describe('whose text did not arrive', () => {
  const told = (process: Process, fact: 'sent' | 'delivered' | 'failed', of = ground.sent.at(-1)) => {
    const failure = { reason: 'phoneOff', tries: 2, afterMs: 2 * 3_600_000 };
    return process.services.approaches.told({ reference: of?.reference ?? '', providerId: 'SM1', fact, failure }, ground.now);
  };

  test('is sent again as often as it is worth it, however often the provider says so', async () => {
    const process = aProcess();
    await asked(process);
    await process.run();
    for (const fact of ['sent', 'failed', 'failed', 'sent'] as const) await told(process, fact);
    await hoursPass(process, 1.5);
    expect(ground.sent).toHaveLength(1);
    await hoursPass(process, 1);
    expect(ground.sent).toHaveLength(2);
    await told(process, 'failed', ground.sent[0]);
    await told(process, 'failed');
    await hoursPass(process, 2.5);
    await told(process, 'failed');
    await hoursPass(process, 2.5);
    expect(ground.sent).toHaveLength(3);
    expect(await outcomes()).toMatchObject([{ failedAt: expect.any(Date), reason: 'phoneOff', attempts: 3 }]);
  });

  test('and then arrived after all is not sent again', async () => {
    const process = aProcess();
    await asked(process);
    await process.run();
    await told(process, 'failed');
    await told(process, 'delivered');
    await hoursPass(process, 5);
    expect(ground.sent).toHaveLength(1);
    expect(await outcomes()).toMatchObject([{ deliveredAt: expect.any(Date), failedAt: null, reason: null }]);
  });

  test('is not sent again where that would be after the beginning', async () => {
    const process = aProcess();
    await asked(process);
    await process.run();
    ground.now = new Date('2026-11-28T09:00:00Z');
    await told(process, 'failed');
    await hoursPass(process, 5);
    expect(ground.sent).toHaveLength(1);
    expect(await outcomes()).toMatchObject([{ reason: 'phoneOff' }]);
  });
});

test('that nobody could send for days is sent to nobody', async () => {
  const process = aProcess({ canText: false });
  await asked(process);
  await process.run();
  ground.now = new Date('2026-11-28T10:00:00Z');
  await aProcess().run();
  expect(ground.sent).toEqual([]);
  expect(await outcomes()).toMatchObject([{ reason: 'tooLate' }]);
});

describe('that waits to be tried again says no more what has changed meanwhile', () => {
  test.each<[string, (process: Process, about: Awaited<ReturnType<typeof asked>>) => Promise<unknown>, readonly RegExp[]]>([
    ['the event is moved', (process) => take(process, '20261128T150000Z'), [/28 November, 15:00/]],
    ['the event is off', (process) => take(process, undefined, 'CANCELLED'), [/^Sorry.*28 November|cancelled|off/]],
    [
      'they want it no more',
      (_, about) =>
        ground.database.prisma.$transaction((tx) => recordEventFact(tx, { kind: 'eventReminderDropped', ...about }, ground.now)),
      [],
    ],
  ])('%s', async (_, change, expected) => {
    const process = aProcess();
    const about = await asked(process);
    ground.answers.push(providerAway);
    await process.run();
    expect(texts()).toEqual([expect.stringMatching(/10:00/)]);
    await change(process, about);
    await hoursPass(process, 9);
    expect(texts().slice(1)).toEqual(expected.map((words) => expect.stringMatching(words)));
    expect((await outcomes()).map(({ reason }) => reason)).toContain('nothingToSay');
    expect(process.mishaps).toEqual([]);
  });
});

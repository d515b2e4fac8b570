import { randomUUID } from 'node:crypto';
import type { Receipt } from '#channels/channel.ts';
import { aGround, aProcess as createProcess, type Ground, listGroups } from './aProcess.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await aGround();
});
afterAll(() => ground.close());
beforeEach(() => ground.begin());

const aProcess = (options?: { canText: boolean }) => createProcess(ground, options);

const list = (...rows: readonly string[]) => listGroups(aProcess().services, rows);

describe('the question whether a listing still runs', () => {
  test('reaches a group that never wrote to us, and its answer is heard', async () => {
    await list('Lunch Club,Thornby Helpers,07700 900111,2026-01-01');
    const process = aProcess();
    await process.run();
    expect(ground.sent.map(({ address, reply }) => `${address} ${reply.text}`)).toEqual([
      '+447700900111 Is "Lunch Club" still running as listed?\n1 Yes\n2 It has changed\n3 It has stopped',
    ]);
    ground.now = new Date('2026-11-24T11:00:00Z');
    await process.say('+447700900111', '1');
    expect(await ground.database.prisma.confirmation.findMany()).toMatchObject([{ answer: 'running' }]);
    expect(process.mishaps).toEqual([]);
  });

  test('is asked once of each group, by however many processes at once and however often', async () => {
    await list('Choir,Thornby Singers,07700 900112,2026-01-01', 'Band,Thornby Singers,07700 900112,2026-01-01');
    const processes = [aProcess(), aProcess(), aProcess()];
    await Promise.all(processes.map(({ run }) => run()));
    for (const { run } of processes) await run();
    expect(ground.sent).toHaveLength(1);
    expect(await ground.database.prisma.confirmation.count()).toBe(2);
    expect(processes.flatMap(({ mishaps }) => mishaps)).toEqual([]);
  });

  test('counts against nobody whom we cannot text, nor who said STOP', async () => {
    await list('Quiet,Thornby Quiet,07700 900113,2026-01-01');
    await aProcess({ canText: false }).run();
    expect(await ground.database.prisma.approach.count()).toBe(0);
    const process = aProcess();
    await process.say('+447700900113', 'STOP');
    ground.now = new Date('2026-11-24T11:00:00Z');
    await process.run();
    expect(ground.sent).toEqual([]);
    expect(await ground.database.prisma.confirmation.count()).toBe(0);
  });

  test('comes each quarter by itself: no answer to two greys a listing, to three hides it, and a late answer brings it back', async () => {
    await list('Brass Band,Thornby Brass,07700 900114,2026-01-01', 'Bell Ringers,Thornby Bells,07700 900115,2026-01-01');
    const process = aProcess();
    const standing = async (words: string) =>
      (await process.services.directory.search.find({ wanted: { words } })).map(
        ({ stale, record }) => `${record.name}${stale ? ', stale' : ''}`,
      );
    const stands: string[] = [];
    for (const quarter of ['2026-11-24', '2027-02-24', '2027-05-27', '2027-08-27']) {
      // The server looks twice a minute, on the days before and after too.
      for (const hour of ['08:59', '10:00', '10:01', '21:00']) {
        ground.now = new Date(`${quarter}T${hour}:00Z`);
        await process.run();
      }
      ground.now = new Date(`${quarter}T21:30:00Z`);
      await process.say('+447700900115', '1');
      const [brass] = await standing('brass');
      const [bells] = await standing('ringers');
      stands.push(`${ground.sent.length} ${brass ?? 'hidden'}; ${bells ?? 'hidden'}`);
    }
    // Nobody vouched for the band in half a year from the first day on; whoever answered is fresh, and asked again all the same.
    expect(stands).toEqual([
      '2 Brass Band, stale; Bell Ringers',
      '4 Brass Band, stale; Bell Ringers',
      '6 Brass Band, stale; Bell Ringers',
      '8 hidden; Bell Ringers',
    ]);
    const unanswered = await ground.database.prisma.service.findMany({
      orderBy: { name: 'asc' },
      select: { name: true, unanswered: true },
    });
    expect(unanswered).toEqual([
      { name: 'Bell Ringers', unanswered: 0 },
      { name: 'Brass Band', unanswered: 3 },
    ]);

    ground.now = new Date('2027-08-30T10:00:00Z');
    await process.say('+447700900114', '1');
    expect(await standing('brass')).toEqual(['Brass Band']);
    expect(process.mishaps).toEqual([]);
  });

  describe('that does not arrive', () => {
    const unanswered = async () => (await ground.database.prisma.service.findFirstOrThrow()).unanswered;
    const visitMonths = async (process: ReturnType<typeof aProcess>, months: readonly string[]) => {
      for (const month of months) {
        ground.now = new Date(`${month}-24T10:00:00Z`);
        await process.run();
      }
    };
    const told = (process: ReturnType<typeof aProcess>, fact: 'sent' | 'delivered' | 'failed', of = ground.sent.at(-1)) =>
      process.services.approaches.told(
        { reference: of?.reference ?? '', providerId: 'SM1', fact, failure: { reason: 'phoneOff', tries: 2, afterMs: 60_000 } },
        ground.now,
      );

    test.each<[string, Receipt]>([
      ['our account is stopped', { outcome: 'refused', reason: 'accountStopped' }],
      ['theirs is a landline', { outcome: 'refused', reason: 'landline' }],
    ])('because %s is asked again a month later, and no silence is counted', async (_, refusal) => {
      await list('Chess,Thornby Chess,07700 900117,2026-01-01');
      const process = aProcess();
      ground.answers.push(refusal, refusal);
      await visitMonths(process, ['2026-11', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03']);
      expect(ground.sent).toHaveLength(3);
      expect(await unanswered()).toBe(0);
      await visitMonths(process, ['2027-04', '2027-05']);
      expect(ground.sent).toHaveLength(4);
      expect(await unanswered()).toBe(1);
      expect(process.mishaps).toEqual([]);
    });

    test('although the provider took it is asked again a month later; what arrived after all is not', async () => {
      await list('Judo,Thornby Judo,07700 900118,2026-01-01');
      const process = aProcess();
      await visitMonths(process, ['2026-11']);
      await told(process, 'sent');
      await told(process, 'failed');
      await visitMonths(process, ['2026-11', '2026-12']);
      expect(ground.sent).toHaveLength(2);
      // It is said twice, and late: what arrived has arrived.
      await told(process, 'failed');
      await told(process, 'delivered');
      await told(process, 'failed');
      await visitMonths(process, ['2027-01', '2027-02']);
      expect(ground.sent).toHaveLength(2);
      expect(await unanswered()).toBe(0);
    });

    test('as far as anybody knows counts as asked: they may have got it', async () => {
      await list('Darts,Thornby Darts,07700 900119,2026-01-01');
      const process = aProcess();
      ground.answers.push({ outcome: 'unknown', reason: 'noAnswer' });
      await visitMonths(process, ['2026-11', '2026-12', '2027-01']);
      expect(ground.sent).toHaveLength(1);
      await told(process, 'failed');
      await visitMonths(process, ['2027-01', '2027-02']);
      expect(ground.sent).toHaveLength(2);
    });

    test('whose group answers all the same is answered', async () => {
      await list('Yoga,Thornby Yoga,07700 900120,2026-01-01');
      const process = aProcess();
      await visitMonths(process, ['2026-11']);
      await told(process, 'failed');
      ground.now = new Date('2026-11-25T10:00:00Z');
      await process.say('+447700900120', '1');
      expect(await ground.database.prisma.confirmation.findMany()).toMatchObject([{ answer: 'running' }]);
      await visitMonths(process, ['2026-12', '2027-01']);
      expect(ground.sent).toHaveLength(1);
    });
  });

  test('greys a listing that somebody else vouched for, too', async () => {
    await list('Choir,Thornby Choir,07700 900116,2026-01-01');
    const process = aProcess();
    for (const quarter of ['2026-11-24', '2027-02-24', '2027-05-27']) {
      ground.now = new Date(`${quarter}T10:00:00Z`);
      await process.run();
    }
    await ground.database.prisma.service.updateMany({ data: { assuredOn: new Date('2027-05-01') } });
    const [choir] = await process.services.directory.search.find({ wanted: { words: 'choir' } });
    expect(choir).toMatchObject({ stale: true });
    expect(ground.sent).toHaveLength(3);
  });
});

test('whoever wrote to a group that does not reply is forgotten after ten working days', async () => {
  const { prisma } = ground.database;
  const { services, run } = aProcess();
  const seal = (words: string) => new Uint8Array(services.people.seal(words));
  const can = { remote: false, oneOff: false, expensesPaid: false, stepFree: false, dbsNeeded: false, skills: [], languages: [] };
  const offer = { source: 'a', sourceId: 'a', organisation: 'Thornby Helpers', title: 'Cook', description: '', ...can };
  const { id: opportunityId } = await prisma.opportunity.create({ data: { id: randomUUID(), ...offer } });
  const asked = {
    id: randomUUID(),
    opportunityId,
    name: seal('Ann'),
    contact: seal('+447700900116'),
    consent: 'handed-1',
    sentAt: ground.now,
  };
  await prisma.enquiry.create({ data: asked });
  ground.now = new Date('2026-12-08T09:59:00Z');
  await run();
  expect(await services.volunteering.openEnquiry(asked.id)).toMatchObject({ name: 'Ann', contact: '+447700900116' });
  ground.now = new Date('2026-12-08T10:00:00Z');
  await run();
  expect(await prisma.enquiry.findMany()).toMatchObject([{ name: null, contact: null }]);
  expect(await services.volunteering.enquiries(asked.sentAt)).toMatchObject([{ title: 'Cook', status: 'noReply' }]);
});

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { runDue } from '#approaches/running.ts';
import { createBot } from '#bot/index.ts';
import type { Outgoing, Receipt } from '#channels/channel.ts';
import { smsRoom } from '#channels/sms/room.ts';
import { createPool } from '#database/pool.ts';
import { privateWords } from '#src/privateWords.ts';
import { createSecrets } from '#src/secrets.ts';
import { createServices } from '#src/services.ts';
import { parks } from '#test/bot/parks.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';

/** A Tuesday morning in London. */
const morning = new Date('2026-11-24T10:00:00Z');
const minuteMs = 60_000;
const secrets = createSecrets('a key for the tests of approaches only');

let database: TestDatabase;
let pool: ReturnType<typeof createPool>;
beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url, () => undefined);
});
afterAll(async () => {
  await pool.end();
  await database.close();
});

/** A process that sends texts to whoever is due. Each has a number of its own. */
let people = 0;
async function aProcess(receipts: readonly Receipt[] = []) {
  const number = `+44770090${String(1000 + people++).slice(0, 4)}`;
  let now = morning;
  const clock = () => now;
  const services = createServices(database, secrets, clock);
  if (people === 1) {
    await services.consultations.importFile(parks(morning, { key: 'parks-2027' }));
    await services.consultations.publish('parks-2027');
  }
  const mishaps: unknown[] = [];
  const report = { heard: () => undefined, mishap: ({ reason }: { reason: unknown }) => void mishaps.push(reason) };
  const bot = createBot({ pool, prisma: database.prisma, services, clock, report });
  const sent: Outgoing[] = [];
  const answers = [...receipts];
  const room = smsRoom();
  let meanwhile = async (): Promise<unknown> => undefined;
  return {
    sent,
    number,
    services,
    /** What happens while the next text is handed over. */
    meanwhile(what: () => Promise<unknown>) {
      meanwhile = what;
    },
    mishaps,
    at: (time: Date) => {
      now = time;
    },
    later: (minutes: number) => {
      now = new Date(now.getTime() + minutes * minuteMs);
    },
    plan: (dueAt: Date) =>
      services.approaches.plan({
        key: `test ${number}`,
        channel: 'sms',
        address: number,
        dialog: 'consultation',
        options: { key: 'parks-2027' },
        dueAt,
      }),
    say: (text: string, id: string) =>
      bot.onTurn({ channel: 'sms', room, address: number, id: `${number} ${id}`, text, answeredByProvider: false }),
    run: (plan: () => Promise<void> = async () => undefined) =>
      runDue({
        approaches: services.approaches,
        plan,
        stillHolds: async () => true,
        begin: ({ lookup, dialog, options, ...begun }) =>
          bot.begin({ kind: 'approach', ...begun, room, text: '', opens: { dialog, options }, answeredByProvider: false }, lookup),
        privateWords: (begun) => privateWords(services, begun),
        senders: [
          {
            channel: 'sms',
            async send(outgoing) {
              sent.push(outgoing);
              const what = meanwhile;
              meanwhile = async () => undefined;
              await what();
              return answers.shift() ?? { outcome: 'accepted', providerId: `SM${sent.length}` };
            },
          },
        ],
        read: [],
        open: services.people.open,
        now: clock,
        report: (reason) => void mishaps.push(reason),
      }),
    finish: services.approaches.finish,
    told: (receipt: Parameters<typeof services.approaches.told>[0]) => services.approaches.told(receipt, now),
    outcome: () => database.prisma.approach.findUniqueOrThrow({ where: { key: `test ${number}` } }),
  };
}

describe('an approach', () => {
  it('begins its dialog when it is due, and what the person says next is heard by it', async () => {
    const process = await aProcess();
    await process.plan(new Date(morning.getTime() + minuteMs));
    await process.run();
    expect(process.sent).toEqual([]);
    process.later(1);
    await process.run();
    expect(process.sent.map(({ reply }) => reply.text)).toEqual([expect.stringMatching(/Begin/)]);
    expect(process.sent[0]?.notAfter).toEqual(new Date('2026-11-24T20:00:00Z'));
    expect((await process.say('1', 'a'))[0]?.text).toMatch(/^1\//);
    expect(await process.outcome()).toMatchObject({ sentAt: expect.any(Date), providerId: 'SM1', failedAt: null });
  });

  it('is begun once, by however many processes at once', async () => {
    const process = await aProcess();
    await process.plan(morning);
    await Promise.all([process.run(), process.run(), process.run()]);
    await process.run();
    expect(process.sent).toHaveLength(1);
  });

  it('waits for the morning', async () => {
    const process = await aProcess();
    await process.plan(morning);
    process.at(new Date('2026-11-24T23:00:00Z'));
    await process.run();
    expect(process.sent).toEqual([]);
    process.at(new Date('2026-11-25T09:00:00Z'));
    await process.run();
    expect(process.sent).toHaveLength(1);
  });

  it('says nothing to somebody who said STOP', async () => {
    const process = await aProcess();
    await process.say('STOP', 'a');
    process.later(60);
    await process.plan(morning);
    await process.run();
    expect(process.sent).toEqual([]);
    expect(await process.outcome()).toMatchObject({ failedAt: expect.any(Date), reason: 'optedOut' });
  });

  it('says nothing to somebody who says STOP, and nothing to somebody who is erased, while another is written to', async () => {
    const process = await aProcess();
    const [stopped, erased] = [await aProcess(), await aProcess()];
    await process.plan(new Date(morning.getTime() - minuteMs));
    await erased.say('hello', 'a');
    for (const each of [process, stopped, erased]) each.later(60);
    await stopped.plan(morning);
    await erased.plan(morning);
    process.meanwhile(async () => {
      await stopped.say('STOP', 'a');
      await erased.services.held.erase({ contact: erased.number, by: 'command line', answers: true });
    });
    await process.run();
    expect(process.sent.map(({ address }) => address)).toEqual([process.number]);
    expect(await stopped.outcome()).toMatchObject({ sentAt: null });
    const lookup = new Uint8Array(erased.services.people.lookup('sms', erased.number));
    expect(await database.prisma.contactPoint.count({ where: { lookup } })).toBe(0);
  });

  it('says nothing to somebody who said STOP somewhere else', async () => {
    const process = await aProcess();
    await process.say('hello', 'a');
    process.later(60);
    await process.plan(morning);
    const point = await database.prisma.contactPoint.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    const other = { id: randomUUID(), channel: 'teams', lookup: Buffer.from(point.id), address: Buffer.from('x'), optedOutAt: morning };
    await database.prisma.contactPoint.create({ data: { ...other, personId: point.personId } });
    await process.run();
    expect(process.sent).toEqual([]);
    expect(await process.outcome()).toMatchObject({ reason: 'optedOut' });
  });

  it('is begun although nothing more can be planned', async () => {
    const process = await aProcess();
    await process.plan(morning);
    await process.run(async () => Promise.reject(new Error('a feature is broken')));
    expect(process.sent).toHaveLength(1);
    expect(process.mishaps).toEqual([new Error('a feature is broken')]);
  });

  it('does not talk into what somebody is in the middle of, and what was under way goes on after it', async () => {
    const process = await aProcess();
    await process.say('PARKS', 'a');
    await process.plan(morning);
    process.later(10);
    await process.run();
    expect(process.sent).toEqual([]);
    process.later(21);
    await process.run();
    expect(process.sent).toHaveLength(1);
  });

  it('is tried again where nothing was sent, and says the same', async () => {
    const process = await aProcess([{ outcome: 'tryLater', reason: 'providerAway' }]);
    await process.plan(morning);
    await process.run();
    process.later(6);
    await process.run();
    expect(process.sent.map(({ reply }) => reply.text)).toEqual([process.sent[0]?.reply.text, process.sent[0]?.reply.text]);
    expect(await process.outcome()).toMatchObject({ attempts: 2, sentAt: expect.any(Date) });
  });

  it('ends with the reason where the provider refuses, and is never sent again where nobody knows', async () => {
    const refused = await aProcess([{ outcome: 'refused', reason: 'landline' }]);
    await refused.plan(morning);
    await refused.run();
    expect(await refused.outcome()).toMatchObject({ reason: 'landline' });

    const unknown = await aProcess([{ outcome: 'unknown', reason: 'noAnswer' }]);
    await unknown.plan(morning);
    await unknown.run();
    unknown.later(120);
    await unknown.run();
    expect(unknown.sent).toHaveLength(1);
    expect(await unknown.outcome()).toMatchObject({ reason: 'unknown' });
  });

  it('ends as unknown where its process died with it in hand', async () => {
    const process = await aProcess();
    await process.plan(morning);
    await database.prisma.approach.updateMany({ where: { sentAt: null, failedAt: null }, data: { begunAt: morning } });
    process.later(11);
    await process.run();
    expect(process.sent).toEqual([]);
    expect(await process.outcome()).toMatchObject({ reason: 'unknown' });
  });

  it('is not unknown where the provider spoke of it before our call broke', async () => {
    const process = await aProcess();
    await process.plan(morning);
    await process.run();
    await process.told({
      reference: process.sent[0]?.reference ?? '',
      providerId: 'SM1',
      fact: 'failed',
      failure: { reason: 'phoneOff', tries: 2, afterMs: 60_000 },
    });
    await process.finish((await process.outcome()).id, { end: 'failed', reason: 'unknown' }, morning);
    expect(await process.outcome()).toMatchObject({ reason: 'phoneOff' });
  });

  it('is known by what the provider says of it, in any order and however often, and of its own tries alone', async () => {
    const facts = fc.array(fc.constantFrom('sent', 'delivered', 'failed'), { minLength: 1, maxLength: 6 });
    const process = await aProcess([{ outcome: 'unknown', reason: 'noAnswer' }]);
    await process.plan(morning);
    await process.run();
    const before = await process.outcome();
    const reference = process.sent[0]?.reference ?? '';
    const told = (of: string, fact: 'sent' | 'delivered' | 'failed') => process.told({ reference: of, providerId: 'SM1', fact });
    expect(await told(reference.replace(/1$/, '2'), 'failed')).toBe(true);
    expect(await told('00000000-0000-4000-8000-000000000000.1', 'failed')).toBe(false);
    expect(await process.outcome()).toEqual(before);
    await fc.assert(
      fc.asyncProperty(facts, async (all) => {
        const { sentAt, deliveredAt, failedAt, reason, providerId } = before;
        await database.prisma.approach.update({ where: { id: before.id }, data: { sentAt, deliveredAt, failedAt, reason, providerId } });
        for (const fact of all) await told(reference, fact);
        const failed = !all.includes('delivered') && all.includes('failed');
        const after = await process.outcome();
        expect([after.sentAt !== null, after.deliveredAt !== null, after.failedAt !== null, after.reason]).toEqual([
          true,
          all.includes('delivered'),
          failed,
          failed ? 'notDelivered' : null,
        ]);
      }),
      { numRuns: 40 },
    );
  });
});

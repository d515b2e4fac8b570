import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from '#test/journeys/aServer.ts';
import { aBroadcast, aCouncil, type Council } from './aCouncil.ts';
import { notOver, statusOf } from './aDelivery.ts';
import { aTwilio, type Twilio } from './aTwilio.ts';
import { numberOf } from './people.ts';
import { second } from './setting.ts';

let twilio: Twilio;
let council: Council;
const workers: ChildProcess[] = [];
const people = 3_000;

beforeAll(async () => {
  twilio = await aTwilio();
  council = await aCouncil(twilio);
});

afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await council.close();
  await twilio.close();
});

async function aWorker(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./worker.ts', import.meta.url));
  const environment = { PATH: process.env.PATH, DATABASE: council.database.url, TWILIO: twilio.url };
  const worker = spawn(process.execPath, [script], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  workers.push(worker);
  await once(worker.stdout, 'data');
  return worker;
}

test('three workers, killed in the middle one after another: nobody twice, nobody who said STOP, every delivery ends with a reason', async () => {
  await council.subscribe(people);
  const { key } = await council.broadcasts.draft(aBroadcast());
  await council.broadcasts.confirm(key, second);
  await twilio.behave({ mode: 'ok', delayMs: 20 });
  const first = await Promise.all([aWorker(), aWorker(), aWorker()]);

  // People say STOP while it goes out; each is noted with how many texts had been taken when it was recorded.
  const stopped: string[] = [];
  for (const [place, worker] of first.entries()) {
    await until(async () => (await twilio.counts()).count > (place + 1) * 500, 120_000);
    const number = numberOf(people - 1 - place);
    const lookup = new Uint8Array(council.people.lookup('sms', number));
    if (!(await twilio.texts()).some(({ form }) => form.To === number)) {
      const point = await council.database.prisma.contactPoint.findFirstOrThrow({ where: { lookup } });
      await council.database.prisma.contactPoint.update({ where: { id: point.id }, data: { optedOutAt: council.clock() } });
      const [delivery] = await council.database.prisma.$queryRaw<[{ claimed: boolean }]>`
        SELECT d.id <= q.claimed_to AS claimed FROM delivery d JOIN broadcast_queue q USING (broadcast_key, channel)
        WHERE d.contact_point_id = ${point.id}::uuid`;
      if (!delivery.claimed) stopped.push(number);
    }
    worker.kill('SIGKILL');
  }
  const last = await aWorker();
  const outcomes = async () => (await council.broadcasts.report(key)).outcomes.map(({ outcome }) => outcome);
  await until(async () => !(await outcomes()).includes('waiting'), 120_000);
  // A worker that ends in order leaves nothing in hand.
  last.kill('SIGTERM');
  await once(last, 'exit');

  // What the killed had in hand is looked at when its lease is over.
  council.putForward(3_600_000);
  council.aSender();
  await until(async () => (await council.database.prisma.delivery.count({ where: notOver })) === 0, 20_000);

  const told = (await twilio.texts()).map(({ form }) => form.To);
  expect(new Set(told).size).toBe(told.length);
  for (const number of stopped) expect(told).not.toContain(number);

  const deliveries = await council.deliveries();
  expect(deliveries).toHaveLength(people);
  const statuses = Map.groupBy(deliveries, statusOf);
  expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining(['sent', 'unknown']));
  for (const status of statuses.keys()) expect(['sent', 'unknown', 'notSent']).toContain(status);
  for (const delivery of deliveries) if (statusOf(delivery) !== 'sent') expect(delivery.reason).toEqual(expect.any(String));
  // Whoever is recorded as told was told; whoever was told and is not is unknown, and no more than the killed may have had in hand.
  expect(statuses.get('sent')?.length).toBeLessThanOrEqual(told.length);
  expect(told.length).toBeLessThanOrEqual((statuses.get('sent')?.length ?? 0) + (statuses.get('unknown')?.length ?? 0));
  expect(statuses.get('unknown')?.length).toBeLessThanOrEqual(3 * (200 + 64 + 1_000 + 250));
  expect(council.mishaps).toEqual([]);
}, 300_000);

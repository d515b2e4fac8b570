import { socketsToHave } from '../../bench/load/openFiles.ts';
import { openSlowCrowd } from '../../bench/load/slowCrowd.ts';
import { anOpenTown, type OpenTown } from './anOpenTown.ts';
import { createJourney, journeyMs, type RunningServer } from './aServer.ts';

const { folder, start, clearUp } = createJourney();
let town: OpenTown;
beforeAll(async () => {
  town = await anOpenTown(folder());
});
afterAll(async () => {
  await clearUp();
  await town.close();
});

/** Ten thousand take too long to open for every run of the tests: `npm run bench -- webchat --slow` has them, and waits until they are dropped. */
const crowdSize = 2_000;
const people = 200;
const atOnce = 8;
/** On a machine that is busy with other tests a text takes longer, with slow sockets or without. */
const slowestAtLeastMs = 250;
const mostMegabytes = 100;

test(
  'two thousand web sockets that read nothing, or a byte at a time, do not hold up a text, take little memory, and do not keep a server from stopping',
  async () => {
    const size = await socketsToHave(crowdSize);
    if (size < crowdSize) process.stderr.write(`This machine lets a process open too few files: ${size} slow sockets, not ${crowdSize}.\n`);
    const server = await start({ ...town.environment, RATE_LIMIT_PER_ADDRESS: '1000000' });
    await slowestTexts(server, 'warm-up');
    const before = await slowestTexts(server, 'before');
    const memoryBefore = await metric(server, 'process_resident_memory_bytes');

    const crowd = await openSlowCrowd(server.port, size);
    expect(await metric(server, 'folkmoot_web_sockets')).toBe(size);
    const [beside] = await Promise.all([slowestTexts(server, 'beside'), crowd.speak()]);
    expect(beside).toBeLessThan(Math.max(slowestAtLeastMs, 3 * before));
    const grown = (await metric(server, 'process_resident_memory_bytes')) - memoryBefore;
    expect(grown / 1e6).toBeLessThan(mostMegabytes);

    const ended = await server.end('SIGTERM');
    crowd.close();
    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(ended.ms).toBeLessThan(8_000);
    expect(server.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  },
  journeyMs,
);

/** Everybody sends a first text, some at a time; the time within which 99 of a hundred are answered. */
async function slowestTexts(server: RunningServer, name: string): Promise<number> {
  const latencies: number[] = [];
  let sent = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (sent < people) {
        sent += 1;
        const from = `+447700900${String(sent).padStart(3, '0')}`;
        const saidAt = performance.now();
        const { status, texts } = await server.text({ from, body: 'SWINGS', id: `SM-${name}-${sent}` });
        latencies.push(performance.now() - saidAt);
        expect([status, texts.length]).toEqual([200, 1]);
      }
    }),
  );
  return latencies.toSorted((one, other) => one - other)[Math.floor(0.99 * latencies.length)] ?? Number.NaN;
}

/** What the server says of itself. */
async function metric(server: RunningServer, name: string): Promise<number> {
  const { body } = await server.get('/metrics');
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(body)?.[1]);
}

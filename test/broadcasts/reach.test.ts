import fc from 'fast-check';
import { reachTable } from '#broadcasts/report/index.ts';
import { shown } from '#broadcasts/report/shown.ts';
import { csvOf } from '#files/csv.ts';
import { parks } from '../bot/parks.ts';
import { aBroadcast, aCouncil, type Council } from './aCouncil.ts';
import { aResponse } from './aResponse.ts';
import { monday } from './setting.ts';

let council: Council;
let secret: Uint8Array;
const key = 'parks-2027';

beforeEach(async () => {
  council = await aCouncil({ url: 'http://127.0.0.1:9' });
  await council.consultations.importFile(parks(monday, { key }));
  await council.consultations.publish(key);
  secret = (await council.consultations.catalogueNow()).live[0]?.secret ?? new Uint8Array();
});
afterEach(() => council.close());

async function respond(points: readonly string[], submittedAt: Date | null): Promise<void> {
  await council.database.prisma.response.createMany({
    data: points.map((point) => aResponse(point, { key, secret, startedAt: monday, submittedAt })),
  });
}

async function say(points: readonly string[], answer: string): Promise<void> {
  const { noticeAnswer } = council.database.prisma;
  await noticeAnswer.createMany({
    data: points.map((contactPointId) => ({ contactPointId, consultationKey: key, answer, saidAt: monday })),
  });
}

/** So many who did each thing, all of one parish, all told. */
async function told(did: Readonly<Record<string, number>>, channel = 'teams'): Promise<void> {
  const points = [
    ...(await council.subscribe(
      Object.values(did).reduce((sum, count) => sum + count, 0),
      { place: 'parish:thornby' },
    )),
  ];
  await council.send(aBroadcast({ consultation: key }));
  await council.database.prisma.delivery.updateMany({ data: { channel, sentAt: council.clock(), dueAt: null } });
  for (const [what, count] of Object.entries(did)) {
    const these = points.splice(0, count);
    if (what === 'answered' || what === 'begun') await respond(these, what === 'answered' ? monday : null);
    else if (what !== 'nothing') await say(these, what);
  }
}

const line = async () => (await council.broadcasts.report(key)).reach[0];

test('per parish and route it says when people were told and what they did, each person once', async () => {
  const did = { answered: 9, begun: 6, noComment: 8, council: 7, remind: 5, nothing: 10 };
  await told(did);
  expect(await line()).toMatchObject({ place: 'parish:thornby', channel: 'teams', firstTold: '2026-11-23', told: 45, ...did });
});

test('what says most of a person counts: whoever asked to be reminded and answered has answered', async () => {
  await told({ answered: 6, begun: 5, noComment: 6, council: 7, remind: 8, nothing: 5 });
  const points = await council.database.prisma.contactPoint.findMany({ select: { id: true } });
  const said = await council.database.prisma.noticeAnswer.findMany();
  const quiet = points.filter(({ id }) => !said.some(({ contactPointId }) => contactPointId === id)).map(({ id }) => id);
  await say(quiet, 'remind');
  // Nobody did nothing, which hides the smallest of the others too.
  expect(await line()).toMatchObject({ answered: 6, begun: null, noComment: 6, council: 7, remind: 13, nothing: null });
});

test('by text there are no buttons, and what nobody could press hides nothing', async () => {
  await told({ answered: 12, begun: 6, nothing: 22 }, 'sms');
  expect(await line()).toMatchObject({ answered: 12, begun: 6, nothing: 22, noComment: null, council: null, remind: null });
});

test('the table for a spreadsheet has a column for each, and an empty cell where few did it', async () => {
  await told({ answered: 20, noComment: 2, council: 3, nothing: 20 });
  const csv = csvOf(reachTable(await council.broadcasts.report(key)));
  const [columns, row] = csv.replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(columns).toBe(
    'consultation,broadcast,place,channel,firstTold,lastTold,meant,told,delivered,answered,begun,noComment,council,remind,nothing,stopped',
  );
  expect(row).toBe(`${key},parks-open,parish:thornby,teams,2026-11-23,2026-11-23,45,45,0,20,,,,,20,`);
});

test('nobody’s answer can be worked out: however few did what, no small number is shown, nor left over', () => {
  const few = fc.integer({ min: 0, max: 12 });
  const counts = fc.record({ answered: few, begun: few, noComment: few, council: few, remind: few, nothing: few });
  fc.assert(
    fc.property(counts, fc.constantFrom('sms', 'teams'), ({ nothing, ...did }, channel) => {
      const told = Object.values(did).reduce((sum, count) => sum + count, nothing);
      const row = {
        broadcast: 'b',
        place: 'parish:thornby',
        channel,
        firstTold: null,
        lastTold: null,
        meant: told,
        delivered: 0,
        stopped: 0,
      };
      const line = shown({ ...row, ...did, told }, key);
      const pressed = channel === 'teams' ? [line.noComment, line.council, line.remind] : [];
      const cells = [line.answered, line.begun, ...pressed, line.nothing];
      const hidden = cells.filter((cell) => cell === null).length;
      const left = cells.reduce<number>((rest, cell) => rest - (cell ?? 0), told);
      for (const cell of cells) expect(cell === null || cell >= 5).toBe(true);
      if (hidden > 0 && hidden < cells.length) expect([hidden > 1, left >= 5]).toEqual([true, true]);
    }),
    { numRuns: 2_000 },
  );
});

import { Prisma } from '#database/generated/client.ts';
import { staleAfterDays } from '#directory/limits.ts';
import { createNeedWords, type Need, needs } from '#directory/needs.ts';
import { loadWords } from '#language/words.ts';
import { metresInAMile } from '#places';
import { aDirectory, aLocation, aReport, aService, type TestDirectory } from './aDirectory.ts';

/* Searches take short cuts. Here is the same asked at length: every location looked up, every phrase asked for. */

let at: TestDirectory;
const needWords = createNeedWords(loadWords());
const points = [
  { easting: 486_831, northing: 277_270 },
  { easting: 480_000, northing: 270_000 },
  { easting: 495_500, northing: 281_250 },
];
const asked = [undefined, ...points].flatMap((near) => (near ? [{ near }, { near, withinMiles: 1 }, { near, withinMiles: 4 }] : [{}]));

beforeAll(async () => {
  at = await aDirectory();
  const report = aReport();
  await at.directory.importJson(JSON.stringify(manyServices()), 'a county', report);
  expect(report.lines).toEqual([]);
  const { service } = at.database.prisma;
  await service.updateMany({ where: { name: { endsWith: '7' } }, data: { unanswered: 2 } });
  await service.updateMany({ where: { name: { endsWith: '9' } }, data: { unanswered: 3 } });
});
afterAll(() => at.database.close());

test('where a service is stands with it where it is at one place alone', async () => {
  const rows = await at.database.prisma.service.findMany({ include: { locations: { where: { easting: { not: null } } } } });
  for (const { easting, northing, locations } of rows) {
    const [only] = locations.length === 1 ? locations : [];
    expect({ easting, northing }).toEqual({ easting: only?.easting ?? null, northing: only?.northing ?? null });
  }
  expect(new Set(rows.map(({ locations }) => locations.length))).toEqual(new Set([0, 1, 2, 3]));
});

test.each(needs)('%s is found in the order that looking everything up gives', async (need) => {
  for (const day of ['2026-11-23', '2026-11-24'])
    for (const where of asked) {
      at.now = new Date(`${day}T10:00:00Z`);
      const found = await at.directory.search.find({ wanted: { need }, ...where });
      const shown = found.map(({ id, miles, locationId, stale }) => ({
        id,
        metres: miles && Math.round(miles * metresInAMile),
        locationId,
        stale,
      }));
      const about = await atLength(need, { ...where, day, titledAlone: true });
      expect(shown).toEqual(about.length >= 3 ? about : await atLength(need, { ...where, day, titledAlone: false }));
    }
});

interface Where {
  readonly near?: (typeof points)[number];
  readonly withinMiles?: number;
  readonly day: string;
  readonly titledAlone: boolean;
}

async function atLength(need: Need, { near, withinMiles, day, titledAlone }: Where) {
  const query = needWords
    .searchedFor(need)
    .map((phrase) => `"${phrase}"`)
    .join(' or ');
  const metres = near ? Prisma.sql`point(easting, northing) <-> point(${near.easting}, ${near.northing})` : Prisma.sql`NULL::float8`;
  const { prisma } = at.database;
  const rows = await prisma.$queryRaw<{ id: string; metres: number | null; locationId: string | null; stale: boolean }[]>`
    WITH matched AS (
      SELECT id, title @@ query AS titled, assured_on IS NULL OR assured_on < ${day}::date - ${staleAfterDays}::int OR unanswered >= 2 AS stale
      FROM service, websearch_to_tsquery('folkmoot', ${query}) AS query
      WHERE search @@ query AND status = 'active' AND vanished_at IS NULL AND stopped_at IS NULL AND unanswered < 3
    ), measured AS (
      SELECT id, titled, stale, (SELECT min(${metres}) FROM service_at_location WHERE service_id = matched.id) AS metres
      FROM matched WHERE titled OR NOT ${titledAlone}
    )
    SELECT id, metres, stale, (SELECT id FROM service_at_location AS at WHERE service_id = measured.id ORDER BY ${metres}, id LIMIT 1) AS "locationId"
    FROM measured WHERE ${withinMiles ?? null}::float8 IS NULL OR metres IS NULL OR metres <= ${withinMiles ?? null}::float8 * ${metresInAMile}::float8
    ORDER BY stale, NOT titled, width_bucket(coalesce(metres, 8046), ARRAY[805, 1609, 3219, 4828, 8047, 12875, 19312, 32187]::float8[]),
      uuid_hash_extended(id, ${Date.parse(day) / 86_400_000}::bigint), id
    LIMIT 9`;
  return rows.map(({ metres, ...row }) => ({ ...row, metres: metres === null ? undefined : Math.round(metres) }));
}

/** Each with words of two needs, some in the name and some in the description alone, at none to three places, one of which may be unknown. */
function manyServices(): readonly unknown[] {
  const postcodes = ['NN99 1AA', 'NN99 1EG', 'NN99 2AA', 'NN99 2AE', 'NN99 9ZZ'];
  const said = needs.flatMap((need) => needWords.searchedFor(need));
  return Array.from({ length: 500 }, (_, each) => {
    const places = Array.from({ length: each % 4 }, (_, place) => {
      const id = `00000000-0000-4000-9000-${String(each * 10 + place).padStart(12, '0')}`;
      return { id, location: aLocation(id, postcodes[(each * 3 + place * 2) % postcodes.length] ?? '') };
    });
    return aService({
      name: `${said[(each * 7) % said.length]} ${each}`,
      description: `All about ${said[(each * 11) % said.length]}.`,
      assured_date: `2026-${String(1 + (each % 11)).padStart(2, '0')}-15`,
      service_at_locations: places,
    });
  });
}

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gridPoint, milesBetween } from '#places';

/** Within ten metres: the shift between the two systems is good to about five. */
const near = 10;

test("a church tower in Norfolk is where the Ordnance Survey's guide puts it", () => {
  const found = gridPoint(52.657977, 1.716038);
  expect(Math.abs((found?.easting ?? 0) - 651_410)).toBeLessThan(near);
  expect(Math.abs((found?.northing ?? 0) - 313_177)).toBeLessThan(near);
});

test.each([
  ['New York', 40.7, -74],
  ['the equator', 0, 0],
  ['a slip', 100, 100],
])('%s is not in Great Britain', (_name, latitude, longitude) => {
  expect(gridPoint(latitude, longitude)).toBeUndefined();
});

test('a mile is 1,609 metres, and a triangle of 3, 4 and 5 holds', () => {
  expect(milesBetween({ easting: 0, northing: 0 }, { easting: 1609.344, northing: 0 })).toBe(1);
  expect(
    milesBetween({ easting: 400_000, northing: 200_000 }, { easting: 400_000 + 3 * 1609.344, northing: 200_000 + 4 * 1609.344 }),
  ).toBeCloseTo(5);
});

const published = fileURLToPath(new URL('../../../shared/data/geography/postcodes.io/bulk_geocoding.json', import.meta.url));
if (existsSync(published))
  test('published postcodes near a position are within a few hundred metres of it', () => {
    const found = JSON.parse(readFileSync(published, 'utf8')) as {
      query: { latitude: string; longitude: string };
      result: { eastings: number; northings: number }[] | null;
    }[];
    const asked = found.filter(({ result }) => (result ?? []).length > 0);
    expect(asked.length).toBeGreaterThan(1);
    for (const { query, result } of asked) {
      const point = gridPoint(Number(query.latitude), Number(query.longitude));
      const [nearest] = result ?? [];
      expect(
        milesBetween(point ?? { easting: 0, northing: 0 }, { easting: nearest?.eastings ?? 0, northing: nearest?.northings ?? 0 }),
      ).toBeLessThan(0.7);
    }
  });

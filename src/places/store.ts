import { Prisma } from '#database/generated/client.ts';
import type { Prisma as Database } from '#database/prisma.ts';
import type { Candidate } from './choose.ts';
import type { PlaceRow, PostcodeRow } from './columns.ts';
import type { FoundPlace, GridPoint, PlaceKind } from './kinds.ts';

export type Store = ReturnType<typeof createStore>;

export function createStore(database: Database) {
  return {
    /** Takes postcodes in, a thousand or so at a time; one that is there already is moved. */
    async savePostcodes(rows: readonly PostcodeRow[]): Promise<void> {
      const all = <T>(pick: (row: PostcodeRow) => T) => rows.map(pick);
      await database.$executeRaw`
        INSERT INTO postcode (postcode, outcode, easting, northing, ward_code, parish_code)
        SELECT * FROM unnest(${all((row) => row.postcode)}::text[], ${all((row) => row.outcode)}::text[], ${all((row) => row.easting)}::int[],
          ${all((row) => row.northing)}::int[], ${all((row) => row.wardCode)}::text[], ${all((row) => row.parishCode)}::text[])
        ON CONFLICT (postcode) DO UPDATE SET (outcode, easting, northing, ward_code, parish_code)
          = (EXCLUDED.outcode, EXCLUDED.easting, EXCLUDED.northing, EXCLUDED.ward_code, EXCLUDED.parish_code)`;
    },

    /** Takes places in. One that is there already is renamed; it keeps its code and position where the new row has none. */
    async savePlaces(rows: readonly (PlaceRow & { readonly plain: string })[]): Promise<void> {
      const all = <T>(pick: (row: (typeof rows)[number]) => T) => rows.map(pick);
      await database.$executeRaw`
        INSERT INTO place (key, kind, name, plain, words, code, easting, northing)
        SELECT key, kind, name, plain, string_to_array(plain, ' '), code, easting, northing
        FROM unnest(${all((row) => row.key)}::text[], ${all((row) => row.kind)}::text[], ${all((row) => row.name)}::text[],
          ${all((row) => row.plain)}::text[], ${all((row) => row.code)}::text[], ${all((row) => row.point?.easting ?? null)}::int[],
          ${all((row) => row.point?.northing ?? null)}::int[]) AS new (key, kind, name, plain, code, easting, northing)
        ON CONFLICT (key) DO UPDATE SET (kind, name, plain, words, code, easting, northing)
          = (EXCLUDED.kind, EXCLUDED.name, EXCLUDED.plain, EXCLUDED.words, coalesce(EXCLUDED.code, place.code),
             coalesce(EXCLUDED.easting, place.easting), coalesce(EXCLUDED.northing, place.northing))`;
    },

    /** Puts wards and parishes that came without a position in the middle of their postcodes. */
    async placeInTheMiddle(): Promise<void> {
      await database.$executeRaw`
        UPDATE place SET easting = middle.easting, northing = middle.northing
        FROM (
          SELECT code, avg(postcode.easting)::int AS easting, avg(postcode.northing)::int AS northing
          FROM postcode CROSS JOIN LATERAL (VALUES (ward_code), (parish_code)) AS area (code)
          WHERE code IS NOT NULL GROUP BY code
        ) AS middle
        WHERE place.code = middle.code AND place.easting IS NULL`;
    },

    async count(): Promise<{ readonly places: number; readonly postcodes: number }> {
      const [places, postcodes] = await Promise.all([database.place.count(), database.postcode.count()]);
      return { places, postcodes };
    },

    /** A postcode that we know, as its ward, else as its outcode. */
    async postcode(postcode: string): Promise<FoundPlace | undefined> {
      const [row] = await database.read<PostcodeWithin>(Prisma.sql`
        SELECT postcode.outcode, postcode.easting, postcode.northing, ward.key AS "wardKey", ward.name AS "wardName", parish.key AS "parishKey"
        FROM postcode LEFT JOIN place ward ON ward.code = postcode.ward_code LEFT JOIN place parish ON parish.code = postcode.parish_code
        WHERE postcode = ${postcode}`);
      if (!row) return undefined;
      const { outcode, easting, northing, wardKey, wardName, parishKey } = row;
      const within = [wardKey, parishKey].filter((key) => key !== null);
      const named = wardKey && wardName ? { key: wardKey, name: wardName, kind: 'ward' as const } : outcodePlace(outcode);
      return { ...named, point: { easting, northing }, within };
    },

    async positions(postcodes: readonly string[]): Promise<readonly ({ readonly postcode: string } & GridPoint)[]> {
      return database.postcode.findMany({
        where: { postcode: { in: [...postcodes] } },
        select: { postcode: true, easting: true, northing: true },
      });
    },

    /** The first half of a postcode, in the middle of those we know; nothing where we know none. */
    async outcode(outcode: string): Promise<FoundPlace | undefined> {
      const [row] = await database.read<{ easting: number | null; northing: number | null }>(Prisma.sql`
        SELECT avg(easting)::int AS easting, avg(northing)::int AS northing FROM postcode WHERE outcode = ${outcode}`);
      const point = pointOf(row ?? { easting: null, northing: null });
      return point && { ...outcodePlace(outcode), point, within: [] };
    },

    /** Towns, parishes and wards of exactly these names, as they are compared. */
    areas: (names: readonly string[]) =>
      database.place.findMany({
        where: { kind: { in: ['town', 'parish', 'ward'] }, plain: { in: [...names] } },
        select: { key: true, plain: true },
        orderBy: { key: 'asc' },
      }),

    async byKey(key: string): Promise<FoundPlace | undefined> {
      const row = await database.place.findUnique({ where: { key } });
      return row ? foundPlace({ ...row, near: null }) : undefined;
    },

    /** Places of one of these names, those with all words of `name` in theirs, and where `alike` those whose name is like it. */
    async candidates({ name, runs, alike }: { name: string; runs: readonly string[]; alike: boolean }): Promise<readonly Candidate[]> {
      const rows = await database.read<CandidateRow>(Prisma.sql`
        SELECT key, kind, name, plain, easting, northing, similarity(plain, ${name})::float8 AS likeness,
          (SELECT town.name FROM place town WHERE town.kind = 'town' AND town.key <> place.key
           ORDER BY point(town.easting, town.northing) <-> point(place.easting, place.northing) LIMIT 1) AS near
        FROM place
        WHERE plain = ANY(${runs}) OR words @> string_to_array(${name}, ' ') OR (${alike} AND plain % ${name})
        ORDER BY plain = ${name} DESC, likeness DESC, key LIMIT ${mostCandidates}`);
      return rows.map((row) => ({ place: foundPlace(row), plain: row.plain, likeness: row.likeness }));
    },
  };
}

/** More are never meant by one name; a common word in many names ("green") finds no more than this. */
const mostCandidates = 40;

interface PostcodeWithin extends GridPoint {
  readonly outcode: string;
  readonly wardKey: string | null;
  readonly wardName: string | null;
  readonly parishKey: string | null;
}

interface PlaceStored {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly easting: number | null;
  readonly northing: number | null;
  readonly near: string | null;
}

interface CandidateRow extends PlaceStored {
  readonly plain: string;
  readonly likeness: number;
}

function foundPlace(row: PlaceStored): FoundPlace {
  const point = pointOf(row);
  return {
    key: row.key,
    name: row.name,
    kind: row.kind as PlaceKind,
    ...(point && { point }),
    ...(row.near && { near: row.near }),
    within: [],
  };
}

function pointOf({ easting, northing }: { easting: number | null; northing: number | null }): GridPoint | undefined {
  return easting === null || northing === null ? undefined : { easting, northing };
}

const outcodePlace = (outcode: string) => ({ key: `outcode:${outcode.toLowerCase()}`, name: outcode, kind: 'outcode' }) as const;

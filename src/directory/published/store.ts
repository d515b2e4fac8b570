import type { PrismaClient } from '#database/generated/client.ts';
import { Prisma } from '#database/generated/client.ts';
import type { GridPoint } from '#places';
import type { ServiceRecord, TaxonomyRecord, TaxonomyTermRecord } from '../record/record.ts';

/** Which services are asked for. All that is given must hold. */
export interface Filter {
  readonly search?: string;
  readonly taxonomyTermId?: string;
  readonly taxonomyId?: string;
  /** Open to somebody of this age or older; or of that age or younger. */
  readonly minimumAge?: number;
  readonly maximumAge?: number;
  /** Open on this day of the week (`MO`), at some time from and until these times of day (`HH:MM`). */
  readonly day?: string;
  readonly startTime?: string;
  readonly endTime?: string;
  readonly near?: { readonly point: GridPoint; readonly metres: number };
}

export interface Slice {
  readonly offset: number;
  readonly limit: number;
}

export interface Page<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

export interface PublishedRow {
  readonly record: ServiceRecord;
  /** A day, `YYYY-MM-DD`, or nothing. */
  readonly assuredOn: string | null;
}

export type PublishedStore = ReturnType<typeof createPublishedStore>;

export function createPublishedStore(database: PrismaClient) {
  return {
    async services(filter: Filter, { offset, limit }: Slice): Promise<Page<PublishedRow>> {
      const where = holds(filter);
      const [rows, total] = await Promise.all([
        database.$queryRaw<PublishedRow[]>`
          SELECT record, assured_on::text AS "assuredOn" FROM service WHERE ${where} ORDER BY name, id OFFSET ${offset} LIMIT ${limit}`,
        count(database, Prisma.sql`SELECT count(*)::int AS total FROM service WHERE ${where}`),
      ]);
      return { total, rows };
    },

    async service(id: string): Promise<PublishedRow | undefined> {
      const [row] = await database.$queryRaw<PublishedRow[]>`
        SELECT record, assured_on::text AS "assuredOn" FROM service WHERE id = ${id}::uuid AND ${published}`;
      return row;
    },

    async servicesAtLocations(filter: Filter, { offset, limit }: Slice): Promise<Page<PublishedRow & { readonly id: string }>> {
      const from = Prisma.sql`FROM service_at_location AS at JOIN service ON service.id = at.service_id WHERE ${holds(filter)} AND ${isNear(filter)}`;
      const order = filter.near
        ? Prisma.sql`point(at.easting, at.northing) <-> point(${filter.near.point.easting}, ${filter.near.point.northing}), at.id`
        : Prisma.sql`service.name, service.id, at.id`;
      const [rows, total] = await Promise.all([
        database.$queryRaw<(PublishedRow & { readonly id: string })[]>`
          SELECT at.id, record, assured_on::text AS "assuredOn" ${from} ORDER BY ${order} OFFSET ${offset} LIMIT ${limit}`,
        count(database, Prisma.sql`SELECT count(*)::int AS total ${from}`),
      ]);
      return { total, rows };
    },

    async serviceAtLocation(id: string): Promise<PublishedRow | undefined> {
      const [row] = await database.$queryRaw<PublishedRow[]>`
        SELECT record, assured_on::text AS "assuredOn" FROM service_at_location AS at JOIN service ON service.id = at.service_id
        WHERE at.id = ${id}::uuid AND ${published} ORDER BY service.id LIMIT 1`;
      return row;
    },

    async taxonomies({ offset, limit }: Slice): Promise<Page<TaxonomyRecord>> {
      const [rows, total] = await Promise.all([
        database.taxonomy.findMany({ orderBy: { id: 'asc' }, skip: offset, take: limit }),
        database.taxonomy.count(),
      ]);
      return { total, rows: rows.map(({ record }) => record as TaxonomyRecord) };
    },

    async taxonomy(id: string): Promise<{ readonly taxonomy: TaxonomyRecord; readonly terms: readonly TaxonomyTermRecord[] } | undefined> {
      const [found, terms] = await Promise.all([
        database.taxonomy.findUnique({ where: { id } }),
        database.taxonomyTerm.findMany({ where: { taxonomyId: id }, orderBy: { name: 'asc' } }),
      ]);
      return found
        ? { taxonomy: found.record as TaxonomyRecord, terms: terms.map(({ record }) => record as TaxonomyTermRecord) }
        : undefined;
    },

    async terms({ offset, limit }: Slice): Promise<Page<TaxonomyTermRecord>> {
      const [rows, total] = await Promise.all([
        database.taxonomyTerm.findMany({ orderBy: { id: 'asc' }, skip: offset, take: limit }),
        database.taxonomyTerm.count(),
      ]);
      return { total, rows: rows.map(({ record }) => record as TaxonomyTermRecord) };
    },

    async term(id: string): Promise<TaxonomyTermRecord | undefined> {
      return (await database.taxonomyTerm.findUnique({ where: { id } }))?.record as TaxonomyTermRecord | undefined;
    },

    /** Every service that is published, so many at a time, in the order of their ids. */
    async after(id: string | undefined, limit: number): Promise<readonly PublishedRow[]> {
      const from = id === undefined ? Prisma.empty : Prisma.sql`AND id > ${id}::uuid`;
      return database.$queryRaw<PublishedRow[]>`
        SELECT record, assured_on::text AS "assuredOn" FROM service WHERE ${published} ${from} ORDER BY id LIMIT ${limit}`;
    },
  };
}

/** Others are told the status of a service that is not active; what has vanished or stopped is not there any more. */
const published = Prisma.sql`service.vanished_at IS NULL AND service.stopped_at IS NULL`;

function holds(filter: Filter): Prisma.Sql {
  const parts = [published];
  if (filter.search !== undefined) parts.push(Prisma.sql`search @@ websearch_to_tsquery('folkmoot', ${filter.search})`);
  if (filter.taxonomyTermId !== undefined) parts.push(Prisma.sql`terms @> ARRAY[${filter.taxonomyTermId}::uuid]`);
  if (filter.taxonomyId !== undefined)
    parts.push(
      Prisma.sql`EXISTS (SELECT FROM taxonomy_term WHERE taxonomy_term.taxonomy_id = ${filter.taxonomyId}::uuid AND taxonomy_term.id = ANY(terms))`,
    );
  if (filter.minimumAge !== undefined)
    parts.push(Prisma.sql`coalesce((record ->> 'maximum_age')::float8, 'infinity') >= ${filter.minimumAge}`);
  if (filter.maximumAge !== undefined) parts.push(Prisma.sql`coalesce((record ->> 'minimum_age')::float8, 0) <= ${filter.maximumAge}`);
  if (filter.day !== undefined || filter.startTime !== undefined || filter.endTime !== undefined) parts.push(isOpenThen(filter));
  return Prisma.join(parts, ' AND ');
}

function isOpenThen({ day, startTime, endTime }: Filter): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (day !== undefined) parts.push(Prisma.sql`schedule ->> 'byday' ILIKE ${`%${day}%`}`);
  if (startTime !== undefined)
    parts.push(Prisma.sql`substring(schedule ->> 'closes_at' FROM '^\\d{1,2}:\\d\\d')::time > ${startTime}::time`);
  if (endTime !== undefined) parts.push(Prisma.sql`substring(schedule ->> 'opens_at' FROM '^\\d{1,2}:\\d\\d')::time < ${endTime}::time`);
  return Prisma.sql`EXISTS (SELECT FROM jsonb_path_query(record, 'strict $.**.schedules[*]', silent => true) AS schedule WHERE ${Prisma.join(parts, ' AND ')})`;
}

function isNear({ near }: Filter): Prisma.Sql {
  if (!near) return Prisma.sql`true`;
  const { easting, northing } = near.point;
  return Prisma.sql`point(at.easting, at.northing) <@ circle(point(${easting}, ${northing}), ${near.metres})`;
}

async function count(database: PrismaClient, statement: Prisma.Sql): Promise<number> {
  const [row] = await database.$queryRaw<{ total: number }[]>(statement);
  return row?.total ?? 0;
}

import type { Prisma, PrismaClient } from '#database/generated/client.ts';
import { keepWords } from '#database/listedWords.ts';
import type { GridPoint } from '#places';
import type { Drawn, DrawnLocation } from './record/drawn.ts';
import type { ServiceRecord } from './record/record.ts';

/** A service ready to be kept. */
export interface ServiceToSave {
  readonly record: ServiceRecord;
  readonly drawn: Drawn;
  readonly assuredByGroup: boolean;
}

/** A taxonomy or a term of one, as a record. */
type Keyed = Readonly<Record<string, unknown>> & { readonly id: string };

export type Store = ReturnType<typeof createStore>;

export function createStore(database: PrismaClient) {
  return {
    /** Takes services in, together or not at all. What a group said by text since is newer than an older feed and stays. */
    async save(
      services: readonly ServiceToSave[],
      positions: (location: DrawnLocation) => GridPoint | undefined,
      { source, at }: Import,
    ): Promise<void> {
      const all = <T>(pick: (service: ServiceToSave) => T) => services.map(pick);
      const ids = all(({ record }) => record.id);
      const locations = services.flatMap(({ record, drawn }) =>
        drawn.locations.map((location) => ({ ...location, serviceId: record.id, point: positions(location) })),
      );
      const each = <T>(pick: (location: (typeof locations)[number]) => T) => locations.map(pick);
      const spots = soleSpots(locations);
      await database.$transaction([
        database.$executeRaw`
          INSERT INTO service (id, source, record, name, status, terms, title, search, assured_on, assured_by_group, imported_at, easting, northing)
          SELECT id, ${source}, record, name, status, ARRAY(SELECT jsonb_array_elements_text(terms)::uuid),
            to_tsvector('folkmoot', title), to_tsvector('folkmoot', concat_ws(' ', title, body, organisation)), assured_on, assured_by_group, ${at}, easting, northing
          FROM unnest(${ids}::uuid[], ${all(({ record }) => JSON.stringify(record))}::jsonb[], ${all(({ record }) => record.name)}::text[],
            ${all(({ record }) => record.status)}::text[],  ${all(({ drawn }) => JSON.stringify(drawn.terms))}::jsonb[],
            ${all(({ drawn }) => drawn.title)}::text[], ${all(({ drawn }) => drawn.organisation)}::text[], ${all(({ drawn }) => drawn.body)}::text[],
            ${all(({ drawn }) => drawn.assuredOn)}::date[], ${all(({ assuredByGroup }) => assuredByGroup)}::boolean[],
            ${all(({ record }) => spots.get(record.id)?.easting ?? null)}::int[], ${all(({ record }) => spots.get(record.id)?.northing ?? null)}::int[])
            AS new (id, record, name, status, terms, title, organisation, body, assured_on, assured_by_group, easting, northing)
          ON CONFLICT (id) DO UPDATE SET source = EXCLUDED.source, record = EXCLUDED.record, name = EXCLUDED.name, status = EXCLUDED.status,
            terms = EXCLUDED.terms, title = EXCLUDED.title, search = EXCLUDED.search, imported_at = EXCLUDED.imported_at, vanished_at = NULL,
            easting = EXCLUDED.easting, northing = EXCLUDED.northing,
            assured_on = greatest(EXCLUDED.assured_on, service.assured_on),
            assured_by_group = CASE WHEN service.assured_on >= EXCLUDED.assured_on OR EXCLUDED.assured_on IS NULL THEN service.assured_by_group ELSE EXCLUDED.assured_by_group END`,
        database.$executeRaw(keepWords(services.flatMap(({ drawn }) => drawn.words))),
        database.$executeRaw`DELETE FROM service_at_location WHERE service_id = ANY(${ids}::uuid[])`,
        database.$executeRaw`
          INSERT INTO service_at_location (service_id, id, name, postcode, easting, northing, step_free)
          SELECT * FROM unnest(${each(({ serviceId }) => serviceId)}::uuid[], ${each(({ id }) => id)}::uuid[], ${each(({ name }) => name)}::text[],
            ${each(({ postcode }) => postcode)}::text[], ${each(({ point }) => point?.easting ?? null)}::int[],
            ${each(({ point }) => point?.northing ?? null)}::int[], ${each(({ stepFree }) => stepFree)}::boolean[])`,
      ]);
    },

    /** Services that are there but were refused this time have not vanished. */
    async touch(ids: readonly string[], { source, at }: Import): Promise<void> {
      await database.service.updateMany({ where: { id: { in: [...ids] }, source }, data: { importedAt: at } });
    },

    /** Marks what a source has listed before and lists no more. Nothing is deleted. */
    async markVanished({ source, at }: Import): Promise<number> {
      const { count } = await database.service.updateMany({
        where: { source, importedAt: { lt: at }, vanishedAt: null },
        data: { vanishedAt: at },
      });
      return count;
    },

    async saveTaxonomies(taxonomies: readonly Keyed[]): Promise<void> {
      await database.$executeRaw`
        INSERT INTO taxonomy (id, record) SELECT * FROM unnest(${taxonomies.map(({ id }) => id)}::uuid[], ${taxonomies.map((each) => JSON.stringify(each))}::jsonb[])
        ON CONFLICT (id) DO UPDATE SET record = taxonomy.record || EXCLUDED.record`;
    },

    /** A term that came with less keeps what came before. `taxonomyId` is that of the taxonomy that they were listed under. */
    async saveTerms(terms: readonly Keyed[], taxonomyId: string | null = null): Promise<void> {
      await database.$executeRaw`
        INSERT INTO taxonomy_term (id, taxonomy_id, name, record)
        SELECT id, coalesce(${taxonomyId}::uuid, (record ->> 'taxonomy_id')::uuid), record ->> 'name', record
        FROM unnest(${terms.map(({ id }) => id)}::uuid[], ${terms.map((term) => JSON.stringify(term))}::jsonb[]) AS new (id, record)
        ON CONFLICT (id) DO UPDATE SET record = taxonomy_term.record || EXCLUDED.record, name = EXCLUDED.name,
          taxonomy_id = coalesce(EXCLUDED.taxonomy_id, taxonomy_term.taxonomy_id)`;
    },

    count: (where: Prisma.ServiceWhereInput = {}) => database.service.count({ where }),
  };
}

/** Where services are that are known to be at one place alone. */
function soleSpots(
  locations: readonly { readonly serviceId: string; readonly point: GridPoint | undefined }[],
): ReadonlyMap<string, GridPoint> {
  const spots = new Map<string, GridPoint>();
  const several = new Set<string>();
  for (const { serviceId, point } of locations) {
    if (point && spots.has(serviceId)) several.add(serviceId);
    if (point) spots.set(serviceId, point);
  }
  for (const serviceId of several) spots.delete(serviceId);
  return spots;
}

/** One import: where from, and when it began. */
export interface Import {
  readonly source: string;
  readonly at: Date;
}

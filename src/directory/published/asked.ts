import type { Places } from '#places';
import type { Filter } from './store.ts';

/** A query of the open API, its values checked, under the standard's names. */
export interface Asked {
  readonly search?: string | undefined;
  readonly taxonomy_term_id?: string | undefined;
  readonly taxonomy_id?: string | undefined;
  readonly minimum_age?: number | undefined;
  readonly maximum_age?: number | undefined;
  readonly day?: string | undefined;
  readonly start_time?: string | undefined;
  readonly end_time?: string | undefined;
  readonly postcode?: string | undefined;
  readonly proximity?: number | undefined;
}

/** What is near, where nobody says how near. Metres. */
const nearMetres = 5_000;

/** The filter in our words; nothing where the postcode is not one that we know. */
export async function filterOf(asked: Asked, places: Places): Promise<Filter | undefined> {
  const filter = withoutNothing({
    search: asked.search,
    taxonomyTermId: asked.taxonomy_term_id,
    taxonomyId: asked.taxonomy_id,
    minimumAge: asked.minimum_age,
    maximumAge: asked.maximum_age,
    day: asked.day,
    startTime: asked.start_time,
    endTime: asked.end_time,
  });
  if (asked.postcode === undefined) return filter;
  const found = await places.find(asked.postcode, 'en-GB');
  const point = found.found === 'one' ? found.place.point : undefined;
  return point && { ...filter, near: { point, metres: asked.proximity ?? nearMetres } };
}

function withoutNothing<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };
}

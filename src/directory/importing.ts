import { type GridPoint, gridPoint, type Places } from '#places';
import type { Found, ImportReport } from './import/raw.ts';
import { ImportRefused } from './import/raw.ts';
import { servicesAtOnce } from './limits.ts';
import { cleanService } from './record/clean.ts';
import { cleanTaxonomy, cleanTerm, type DrawnLocation, drawnFrom } from './record/drawn.ts';
import { isUuid } from './record/ids.ts';
import type { ServiceRecord, TaxonomyTermRecord } from './record/record.ts';
import type { Import, ServiceToSave, Store } from './store.ts';

export interface ImportResult {
  readonly taken: number;
  readonly refused: number;
  /** Listed by this source before, and no more. */
  readonly vanished: number;
}

/**
 * Takes in what was found, a batch at a time. A record that does not hold is refused with its reason, and the rest goes in. What the source
 * listed before and lists no more is marked; a source with nothing in it marks nothing, and is refused.
 */
export async function importServices(
  found: AsyncIterable<Found> | Iterable<Found>,
  { store, places, report, ...one }: Import & { store: Store; places: Places; report: ImportReport },
): Promise<ImportResult> {
  const seen = new Set<string>();
  let batch: ServiceToSave[] = [];
  let taken = 0;
  let refused = 0;

  async function flush(): Promise<void> {
    if (batch.length === 0) return;
    const services = batch;
    batch = [];
    const positions = await positionsIn(services, places);
    await store.save(services, positions, one);
    await saveTerms(
      store,
      services.map(({ record }) => record),
    );
    taken += services.length;
  }

  async function refuse(where: string, reason: string, raw: unknown): Promise<void> {
    refused += 1;
    report.refused(where, reason);
    const id = (raw as { id?: unknown } | null)?.id;
    if (isUuid(id)) await store.touch([id], one);
  }

  for await (const each of found) {
    if ('refused' in each) await refuse(each.where, each.refused, undefined);
    else if ('taxonomy' in each || 'term' in each) await saveTaxonomy(store, each, report);
    else {
      const cleaned = cleanService(each.raw);
      if ('refused' in cleaned) await refuse(each.where, cleaned.refused, each.raw);
      else if (seen.has(cleaned.record.id)) await refuse(each.where, `has the id of another one: ${cleaned.record.id}`, undefined);
      else {
        seen.add(cleaned.record.id);
        for (const reason of cleaned.leftOut) report.leftOut(each.where, reason);
        batch.push(toSave(cleaned.record));
        if (batch.length >= servicesAtOnce) await flush();
      }
    }
  }
  await flush();
  if (taken === 0) throw new ImportRefused('There is no service in it that can be taken in. Nothing was changed.');
  return { taken, refused, vanished: await store.markVanished(one) };
}

export function toSave(record: ServiceRecord): ServiceToSave {
  return { record, drawn: drawnFrom(record), assuredByGroup: isByGroup(record) };
}

/** Vouched for by the group itself: from its own address, or by one at its own site. */
function isByGroup({ assurer_email: assurer, email, organization }: ServiceRecord): boolean {
  if (!assurer) return false;
  const domain = assurer.slice(assurer.indexOf('@') + 1).toLowerCase();
  const own = [email, organization?.email].filter((each) => each !== undefined).map((each) => each.toLowerCase());
  const site = organization?.website === undefined ? undefined : new URL(organization.website).hostname.replace(/^www\./, '');
  return own.includes(assurer.toLowerCase()) || site === domain;
}

/** Where each location is: by its own latitude and longitude where they are in Great Britain, else by its postcode. */
export async function positionsIn(
  services: readonly ServiceToSave[],
  places: Places,
): Promise<(location: DrawnLocation) => GridPoint | undefined> {
  const postcodes = services.flatMap(({ drawn }) => drawn.locations.flatMap(({ postcode }) => postcode ?? []));
  const known = await places.positionsOf([...new Set(postcodes)]);
  return ({ latitude, longitude, postcode }) => {
    const exact = latitude !== undefined && longitude !== undefined ? gridPoint(latitude, longitude) : undefined;
    return exact ?? (postcode ? known.get(postcode) : undefined);
  };
}

async function saveTerms(store: Store, records: readonly ServiceRecord[]): Promise<void> {
  const terms = records.flatMap(({ attributes = [] }) => attributes.flatMap(({ taxonomy_term: term }) => term ?? []));
  if (terms.length > 0) await store.saveTerms(unique(terms));
}

async function saveTaxonomy(
  store: Store,
  found: Extract<Found, { taxonomy: unknown } | { term: unknown }>,
  report: ImportReport,
): Promise<void> {
  const record = 'taxonomy' in found ? cleanTaxonomy(found.taxonomy) : cleanTerm(found.term);
  if (!record) return report.leftOut(found.where, 'is no taxonomy or term with a name');
  const id = String(record.id);
  if ('term' in found) return store.saveTerms([{ ...record, id }]);
  const { taxonomy_terms: terms, ...taxonomy } = record as { taxonomy_terms?: readonly TaxonomyTermRecord[] };
  await store.saveTaxonomies([{ ...taxonomy, id }]);
  if (terms && terms.length > 0) await store.saveTerms(unique(terms), id);
}

/** Of two with one id the later: the database takes a row once. */
function unique<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((each) => [each.id, each])).values()];
}

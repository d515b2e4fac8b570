import type { ServiceRecord } from '../record/record.ts';
import type { PublishedRow } from './store.ts';

/* Lists carry an object's own fields; what hangs below it is at its own address. https://docs.openreferraluk.org/en/latest/ */

type View = Readonly<Record<string, unknown>>;

/** The record, vouched for on the later of the days that it and the group itself say. */
export function serviceInFull({ record, assuredOn }: PublishedRow): ServiceRecord {
  const later = assuredOn !== null && assuredOn > (record.assured_date ?? '').slice(0, 10);
  return later ? { ...record, assured_date: assuredOn } : record;
}

export function serviceInAList(row: PublishedRow): View {
  const { organization, ...service } = serviceInFull(row);
  return { ...ownFields(service), ...(organization && { organization: ownFields(organization) }) };
}

export function serviceAtLocationInAList(row: PublishedRow & { readonly id: string }): View {
  const at = row.record.service_at_locations?.find(({ id }) => id === row.id);
  return { ...ownFields(at ?? { id: row.id }), ...(at?.location && { location: ownFields(at.location) }), service: serviceInAList(row) };
}

export function serviceAtLocationInFull(row: PublishedRow, id: string): View {
  const { service_at_locations: places = [], ...service } = serviceInFull(row);
  return { ...(places.find((place) => place.id === id) ?? { id }), service };
}

export function ownFields(record: View): View {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => typeof value !== 'object'));
}

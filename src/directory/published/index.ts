import type { TaxonomyRecord } from '../record/record.ts';
import type { Filter, Page, PublishedStore, Slice } from './store.ts';
import { ownFields, serviceAtLocationInAList, serviceAtLocationInFull, serviceInAList, serviceInFull } from './views.ts';

export type { Filter } from './store.ts';

/** A page as Open Referral UK 3.0 has it. Pages count from 1. */
export interface Envelope {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly unknown[];
}

export interface Paging {
  readonly page: number;
  readonly perPage: number;
}

/** So many records are read at a time for an export. */
const exportedAtOnce = 200;

/** The directory as Open Referral UK 3.0 publishes it. */
export function createPublished(store: PublishedStore) {
  return {
    services: async (filter: Filter, paging: Paging) => envelope(await store.services(filter, sliceOf(paging)), paging, serviceInAList),
    async service(id: string) {
      const row = await store.service(id);
      return row && serviceInFull(row);
    },
    servicesAtLocations: async (filter: Filter, paging: Paging) =>
      envelope(await store.servicesAtLocations(filter, sliceOf(paging)), paging, serviceAtLocationInAList),
    async serviceAtLocation(id: string) {
      const row = await store.serviceAtLocation(id);
      return row && serviceAtLocationInFull(row, id);
    },
    taxonomies: async (paging: Paging) =>
      envelope(await store.taxonomies(sliceOf(paging)), paging, (taxonomy: TaxonomyRecord) => ownFields(taxonomy)),
    async taxonomy(id: string) {
      const found = await store.taxonomy(id);
      return found && { ...found.taxonomy, taxonomy_terms: found.terms };
    },
    terms: async (paging: Paging) => envelope(await store.terms(sliceOf(paging)), paging, (term) => ownFields(term)),
    term: (id: string) => store.term(id),

    /** Everything that is published, in pieces of one JSON document that `directory import` takes again. A line for each service. */
    async *exported(): AsyncGenerator<string> {
      let before: string | undefined;
      let separator = '{"contents":[\n';
      for (;;) {
        const rows = await store.after(before, exportedAtOnce);
        for (const row of rows) {
          yield `${separator}${JSON.stringify(serviceInFull(row))}`;
          separator = ',\n';
        }
        before = rows.at(-1)?.record.id;
        if (rows.length < exportedAtOnce) break;
      }
      yield separator.startsWith('{') ? '{"contents":[]}\n' : '\n]}\n';
    },
  };
}

const sliceOf = ({ page, perPage }: Paging): Slice => ({ offset: (page - 1) * perPage, limit: perPage });

function envelope<T>({ total, rows }: Page<T>, { page, perPage }: Paging, view: (row: T) => unknown): Envelope {
  const pages = Math.ceil(total / perPage);
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: rows.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: rows.length === 0,
    contents: rows.map(view),
  };
}

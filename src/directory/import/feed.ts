import { type Found, ImportRefused } from './raw.ts';

/** Fetches a document as text. */
export type FetchText = (url: string) => Promise<string>;

const perPage = 100;
/** A hundred thousand services: a feed that goes on past this goes round in circles. */
const mostPages = 1_000;
/** So many at once, so that somebody else's small server keeps its breath. */
const detailsAtOnce = 4;

/**
 * The services of an Open Referral UK 3.0 feed, page by page, each with its details. The counts in a feed are not believed: a page that says
 * it is the last one, is empty, or has nothing new ends it. Throws where no page came at all, and where a later page does not come, as it
 * is then not known what else there is.
 */
export async function* readFeed(address: string, fetchText: FetchText): AsyncGenerator<Found> {
  const base = baseOf(address);
  const fetchJson = async (path: string): Promise<unknown> => JSON.parse(await fetchText(`${base}${path}`));
  yield* readTaxonomies(fetchJson);
  const seen = new Set<string>();
  for await (const { page, contents } of pagesOf(fetchJson, '/services', seen)) {
    const items = contents.map((item, at) => ({ item, where: `page ${page}, item ${at + 1}` }));
    for (let from = 0; from < items.length; from += detailsAtOnce)
      yield* await Promise.all(items.slice(from, from + detailsAtOnce).map(({ item, where }) => inFull(fetchJson, item, where)));
  }
}

/** Lists carry a service's own fields only; what hangs below them is at its own address. */
async function inFull(fetchJson: (path: string) => Promise<unknown>, item: unknown, where: string): Promise<Found> {
  const id = idOf(item);
  const isFull = isObject(item) && ['service_at_locations', 'schedules', 'attributes'].some((field) => Array.isArray(item[field]));
  if (id === undefined || isFull) return { where, raw: item };
  try {
    return { where, raw: await fetchJson(`/services/${encodeURIComponent(id)}`) };
  } catch (reason) {
    return { where, refused: `has details that do not come: ${inWords(reason)}` };
  }
}

/** A feed without taxonomies is a feed all the same: its services name their terms. */
async function* readTaxonomies(fetchJson: (path: string) => Promise<unknown>): AsyncGenerator<Found> {
  for (const [path, as] of [
    ['/taxonomies', 'taxonomy'],
    ['/taxonomy_terms', 'term'],
  ] as const)
    try {
      for await (const { page, contents } of pagesOf(fetchJson, path, new Set()))
        for (const [at, item] of contents.entries()) {
          const where = `${path.slice(1)} page ${page}, item ${at + 1}`;
          yield as === 'term' ? { where, term: item } : { where, taxonomy: await withTerms(fetchJson, item) };
        }
    } catch {
      // Nothing to tell: the terms come with the services.
    }
}

/** A taxonomy with its terms, where its own address has them. */
async function withTerms(fetchJson: (path: string) => Promise<unknown>, item: unknown): Promise<unknown> {
  const id = idOf(item);
  return id === undefined ? item : fetchJson(`/taxonomies/${encodeURIComponent(id)}`).catch(() => item);
}

/** Pages with what is new on each. */
async function* pagesOf(fetchJson: (path: string) => Promise<unknown>, path: string, seen: Set<string>) {
  for (let page = 1; page <= mostPages; page++) {
    const found = await fetchJson(`${path}?page=${page}&per_page=${perPage}`).catch((reason: unknown) => {
      throw new ImportRefused(`Page ${page} of ${path} does not come: ${inWords(reason)}`);
    });
    const contents = isObject(found) ? (found.contents ?? found.content) : undefined;
    if (!Array.isArray(contents))
      throw new ImportRefused(`Page ${page} of ${path} is no page of an Open Referral UK 3.0 feed: it has no "contents".`);
    const fresh = contents.filter((item) => {
      const id = idOf(item);
      if (id === undefined) return true;
      const isNew = !seen.has(id);
      seen.add(id);
      return isNew;
    });
    yield { page, contents: fresh };
    const nothingNew = !fresh.some((item) => idOf(item) !== undefined);
    if (nothingNew || (isObject(found) && (found.last_page === true || found.last === true))) return;
  }
  throw new ImportRefused(`${path} has more than ${mostPages} pages.`);
}

/** The address of a feed, or of its list of services. */
function baseOf(address: string): string {
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  return url.href.replace(/\/+$/, '').replace(/\/services$/, '');
}

function idOf(item: unknown): string | undefined {
  return isObject(item) && typeof item.id === 'string' ? item.id : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inWords(reason: unknown): string {
  if (reason instanceof SyntaxError) return 'it is no JSON';
  return reason instanceof Error ? reason.message : String(reason);
}

import { mostRecords } from '#events/limits.ts';
import { type FeedRead, FeedRefused, type Reading, type Refused } from '../listing.ts';
import { readEach } from '../readEach.ts';
import { draftOf, type JsonSeries } from './event.ts';
import { idOf, isNode, type Node, nodesOf, textOf, valuesOf } from './node.ts';

/** Reads schema.org events (one, a list, or an `@graph`), or a page of OpenActive's RPDE (https://developer.openactive.io/publishing-data/data-feeds/rpde). */
export function readJson(text: string, reading: Reading): FeedRead {
  let whole: unknown;
  try {
    whole = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new FeedRefused('It is not JSON.');
  }
  const page = isNode(whole) && Array.isArray(whole.items) ? whole : undefined;
  const items = page ? valuesOfItems(page) : undefined;
  const deleted = (items ?? []).filter((item) => item.state === 'deleted').map((item) => String(item.id));
  const records = items ? items.filter((item) => item.state !== 'deleted').map(recordOf) : listed(whole);
  if (!items && records.length === 0) throw new FeedRefused('It holds no events.');
  const refused: Refused[] = [];
  if (records.length > mostRecords) refused.push({ record: `${records.length - mostRecords} more`, reason: `over ${mostRecords} records` });
  const read = readEach(seriesIn(records.slice(0, mostRecords), refused), {
    reading,
    nameOf: ({ uid, base }) => ({ uid, record: nameOf(base, uid) }),
    draftOf: (series) => draftOf(series, reading.now),
  });
  return { ...read, refused: [...refused, ...read.refused], deleted, whole: !page };
}

/** The address of the next page of RPDE; nothing at the end, where a page names itself or has no items. */
export function nextPage(text: string): string | undefined {
  try {
    const page: unknown = JSON.parse(text);
    return isNode(page) && Array.isArray(page.items) && page.items.length > 0 && typeof page.next === 'string' ? page.next : undefined;
  } catch {
    return undefined;
  }
}

interface Found {
  readonly node: Node;
  readonly id: string | undefined;
  readonly place: number;
}

const valuesOfItems = (page: Node) => (page.items as unknown[]).map((item) => (isNode(item) ? item : {}));

const recordOf = (item: Node, place: number): Found => ({
  node: isNode(item.data) ? item.data : {},
  id: item.id === undefined ? undefined : String(item.id),
  place,
});

function listed(whole: unknown): readonly Found[] {
  const all = Array.isArray(whole)
    ? whole
    : isNode(whole)
      ? valuesOf(whole, '@graph').length > 0
        ? (whole['@graph'] as unknown[])
        : [whole]
      : [];
  const nodes = (Array.isArray(all) ? all : [all]).map((node) => (isNode(node) && isNode(node.item) ? node.item : node));
  return nodes.map((node, place) => ({ node: isNode(node) ? node : {}, id: isNode(node) ? idOf(node) : undefined, place }));
}

/** Sessions are put to the series that they belong to, which is in the session or beside it in the feed. */
function seriesIn(records: readonly Found[], refused: Refused[]): readonly JsonSeries[] {
  const byId = new Map(records.flatMap(({ node, id }) => [idOf(node), id].flatMap((name) => (name ? [[name, node] as const] : []))));
  const series = new Map<string, JsonSeries & { readonly parts: Node[] }>();
  for (const { node, id, place } of records) {
    const above = superOf(node, byId);
    const uid = above ? (idOf(above) ?? id) : (id ?? idOf(node));
    if (!uid) {
      refused.push({
        record: `item ${place + 1}, ${JSON.stringify((textOf(node, 'name') ?? 'no name').slice(0, 80))}`,
        reason: 'has no id',
      });
      continue;
    }
    const known = series.get(uid);
    if (above && known) known.parts.push({ ...node, ...(id && { '@id': id }) });
    else if (above) series.set(uid, { uid, base: { ...node, ...above }, parts: [{ ...node, ...(id && { '@id': id }) }], complete: false });
    else if (known && !isPartless(known))
      refused.push({ record: nameOf(node, uid), reason: 'has the same id as another: the first one is taken', uid });
    else
      series.set(uid, {
        uid,
        base: node,
        parts: [...(node.startDate ? [node] : []), ...nodesOf(node, 'subEvent'), ...(known?.parts ?? [])],
        complete: true,
      });
  }
  return [...series.values()];
}

/** A series known so far by its sessions alone. */
const isPartless = ({ complete }: JsonSeries) => !complete;

/** What a session is a session of, with what stands above that, for what the session does not say itself. */
function superOf(node: Node, byId: ReadonlyMap<string, Node>): Node | undefined {
  const [given] = valuesOf(node, 'superEvent');
  const above = isNode(given) ? given : typeof given === 'string' ? byId.get(given) : undefined;
  if (!above || !idOf(above)) return undefined;
  const [higher] = nodesOf(above, 'superEvent');
  return { ...higher, ...above };
}

const nameOf = (node: Node, uid: string) => `${uid.slice(0, 100)}, ${JSON.stringify((textOf(node, 'name') ?? 'no name').slice(0, 80))}`;

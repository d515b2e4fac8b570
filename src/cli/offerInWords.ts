/** What says nothing to whoever decides: keys of ours, and what is the same for each. */
const unsaid: readonly string[] = ['id', 'status', 'country', 'location_type', 'address_type'];

/** An offer's record as an officer reads it: a line for each thing that was said, named by where it stands. */
export function offerInWords(record: unknown, path: readonly string[] = []): readonly string[] {
  if (record === null || record === undefined || record === '') return [];
  if (Array.isArray(record)) return record.flatMap((each) => offerInWords(each, path));
  if (typeof record !== 'object') return [`  ${path.join(' ').replaceAll('_', ' ')}: ${record}`];
  return Object.entries(record).flatMap(([key, value]) => (unsaid.includes(key) ? [] : offerInWords(value, [...path.slice(-1), key])));
}

/** Rows as JSON that a person can read: what only a machine can make something of, such as keyed hashes, is left out. */
export function readable(rows: readonly object[], opened: Readonly<Record<string, (sealed: Uint8Array) => string>>): readonly object[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).flatMap(([name, value]) => readableValue(name, value, opened))));
}

function readableValue(
  name: string,
  value: unknown,
  opened: Readonly<Record<string, (sealed: Uint8Array) => string>>,
): readonly (readonly [string, unknown])[] {
  if (value === null) return [];
  if (typeof value === 'bigint') return [[name, Number(value)]];
  if (!(value instanceof Uint8Array)) return [[name, value]];
  // A number that was given for one text is gone once that is over.
  if (value.length === 0) return [];
  const open = opened[name];
  return open ? [[name, open(value)]] : [];
}

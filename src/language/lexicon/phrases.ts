import { plain } from '#language/hearing/clean.ts';

/** A list of words and phrases as a person writes them, parted by commas, in the form in which we compare. */
export function phrases(list: string): ReadonlySet<string> {
  return new Set(parts(list));
}

/** Lines of `value: words and phrases`, as a map from phrase to value. A phrase named twice keeps its first value. */
export function keyed(lines: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const line of lines.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    for (const phrase of parts(line.slice(colon + 1))) if (!map.has(phrase)) map.set(phrase, line.slice(0, colon).trim());
  }
  return map;
}

/** As `keyed`, with numbers for values. */
export function numbered(lines: string): ReadonlyMap<string, number> {
  return new Map([...keyed(lines)].map(([phrase, value]) => [phrase, Number(value)]));
}

function parts(list: string): string[] {
  return list.split(',').map(plain).filter(Boolean);
}

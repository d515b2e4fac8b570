/** A thing in JSON-LD. Nothing is sure of its shape: what is not as expected is as if it were not there. */
export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Most values of one property that are looked at. */
const mostValues = 1000;

/** The values of a property, one or several. */
export function valuesOf(node: Node | undefined, name: string): readonly unknown[] {
  const value = node?.[name];
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, mostValues) : [value];
}

export function nodesOf(node: Node | undefined, name: string): readonly Node[] {
  return valuesOf(node, name).filter(isNode);
}

/** The first value as a text; of a thing, its name. */
export function textOf(node: Node | undefined, name: string): string | undefined {
  const [first] = valuesOf(node, name);
  if (typeof first === 'string') return first;
  if (typeof first === 'number') return String(first);
  if (!isNode(first)) return undefined;
  const named = first['@value'] ?? first.name ?? first.prefLabel;
  return typeof named === 'string' ? named : undefined;
}

export function textsOf(node: Node | undefined, name: string): readonly string[] {
  return valuesOf(node, name).flatMap((value) => textOf({ value }, 'value') ?? []);
}

export function numberOf(node: Node | undefined, name: string): number | undefined {
  const [first] = valuesOf(node, name);
  const number = typeof first === 'string' && first.trim() !== '' ? Number(first) : first;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A word of schema.org without what stands before it: `https://schema.org/EventCancelled` is `EventCancelled`. */
export function termOf(node: Node | undefined, name: string): string {
  return (textOf(node, name) ?? '').replace(/^.*[/:#]/, '');
}

export function typesOf(node: Node): readonly string[] {
  return [...textsOf(node, '@type'), ...textsOf(node, 'type')].map((type) => type.replace(/^.*[/:#]/, ''));
}

export function idOf(node: Node | undefined): string | undefined {
  return textOf(node, '@id') ?? textOf(node, 'id') ?? textOf(node, 'identifier') ?? textOf(node, 'url');
}

import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import { at, type Found, type PathPart, pathInWords } from './found.ts';

/** Longer, and it is no file that somebody wrote. Keeps a hostile file from filling the memory. */
export const fileBytesLimit = 1_048_576;

/** A file as read: what it says, where it says it, and what already does not hold. */
export interface Source {
  /** Undefined where the file cannot be read at all. */
  readonly value: unknown;
  readonly found: readonly Found[];
  /** The line, from 1, of a path in words, or of as much of it as there is. */
  lineOf(path: string): number | undefined;
}

const tooDeep = 'the file is nested too deep; take brackets or indentation away';

/** Reads YAML 1.2, of which JSON is a part. Never throws. */
export function readSource(source: string): Source {
  if (Buffer.byteLength(source) > fileBytesLimit) return unreadable('the file is larger than 1 MiB; what we take in is much shorter');
  try {
    return readYaml(source);
  } catch (error) {
    // Two ways to exhaust a reader: aliases that multiply (ReferenceError) and brackets without end (RangeError).
    if (error instanceof ReferenceError) return unreadable('aliases (*name) are used too often; write the parts out');
    if (error instanceof RangeError) return unreadable(tooDeep);
    throw error;
  }
}

function readYaml(source: string): Source {
  const lines = new LineCounter();
  // The reader's own search for keys written twice takes a time that grows with the square of the file.
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
  const lineAt = (offset: number) => lines.linePos(offset).line;

  const broken = document.errors.map((error): Found => ({ ...at([], reasonFor(error)), line: lineAt(error.pos[0]) }));
  if (broken.length > 0) return { value: undefined, found: broken, lineOf: () => undefined };

  const { offsets, twice } = placesIn(document.contents);
  return {
    value: document.toJS(),
    found: twice.map(({ path, offset }) => ({ ...at(path, 'written twice; keep one'), line: lineAt(offset) })),
    lineOf: (path) => lineAt(nearestOffset(path, offsets) ?? document.contents?.range?.[0] ?? 0),
  };
}

function unreadable(reason: string): Source {
  return { value: undefined, found: [at([], reason)], lineOf: () => undefined };
}

function reasonFor({ code, message }: YAMLParseError): string {
  if (code === 'RESOURCE_EXHAUSTION') return tooDeep;
  return `this is not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}; check the spaces at the beginning of the line, and put texts with : or # in quotes`;
}

function nearestOffset(path: string, offsets: ReadonlyMap<string, number>): number | undefined {
  if (path === '') return undefined;
  return offsets.get(path) ?? nearestOffset(path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0)), offsets);
}

interface Places {
  /** Where each path begins: its key, or its item in a list. Offsets into the text. */
  readonly offsets: Map<string, number>;
  readonly twice: { readonly path: readonly PathPart[]; readonly offset: number }[];
}

/** Walks the file once. What an alias stands for has its places where it is written out, and none here. */
function placesIn(node: unknown, path: readonly PathPart[] = [], places: Places = { offsets: new Map(), twice: [] }): Places {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const here = [...path, String(key.value)];
      const offset = key.range?.[0] ?? 0;
      if (places.offsets.has(pathInWords(here))) places.twice.push({ path: here, offset });
      else places.offsets.set(pathInWords(here), offset);
      placesIn(value, here, places);
    }
  }
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const here = [...path, index];
      if (isNode(item)) places.offsets.set(pathInWords(here), item.range?.[0] ?? 0);
      placesIn(item, here, places);
    }
  }
  return places;
}

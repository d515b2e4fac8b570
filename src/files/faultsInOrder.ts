import type { Fault } from './fault.ts';
import { type Found, pathInWords } from './found.ts';
import type { Source } from './source.ts';

/** With paths in words and with lines; sorted by line; the same fault only once. */
export function faultsInOrder(found: readonly Found[], source: Source): readonly Fault[] {
  const faults = found.map(({ path, ...rest }) => faultAt({ ...rest, path: pathInWords(path) }, source));
  const distinct = new Map(faults.map((fault) => [`${fault.path}\n${fault.reason}`, fault]));
  return [...distinct.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** A fault with its line, where the file has that much of its path. */
export function faultAt({ path, reason, line }: Fault, { lineOf }: Pick<Source, 'lineOf'>): Fault {
  const found = line ?? lineOf(path);
  return { path, reason, ...(found === undefined ? {} : { line: found }) };
}

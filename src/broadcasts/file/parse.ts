import type { Fault } from '#files/fault.ts';
import { faultsInOrder } from '#files/faultsInOrder.ts';
import { at, type Found, isBlock } from '#files/found.ts';
import { foundIn, reasonFor } from '#files/issues.ts';
import { readSource } from '#files/source.ts';
import { asks, type BroadcastDefinition } from '../definition.ts';
import { broadcastShape, propertiesAt } from './shape.ts';

export type ParsedBroadcast =
  /** `lineOf` tells the line, from 1, of a path such as `reminder.text`. */
  | { readonly ok: true; readonly definition: BroadcastDefinition; lineOf(path: string): number | undefined }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A broadcast's file, YAML or JSON, as a definition, or every fault that it has, in the order of the file. Never throws. */
export function parseBroadcast(text: string): ParsedBroadcast {
  const source = readSource(text);
  const refused = (found: readonly Found[]): ParsedBroadcast => ({ ok: false, faults: faultsInOrder([...source.found, ...found], source) });
  if (source.value === undefined && source.found.length > 0) return refused([]);
  if (!isBlock(source.value)) return refused([at([], 'should be a broadcast: lines such as "key: parks-open", "text: Your view counts"')]);
  const read = broadcastShape.safeParse(source.value, { error: reasonFor });
  if (!read.success) return refused(foundIn(read.error, [], propertiesAt));
  const found = rules(read.data);
  return found.length > 0 || source.found.length > 0 ? refused(found) : { ok: true, definition: read.data, lineOf: source.lineOf };
}

/** What has to hold between the parts. */
function rules(definition: BroadcastDefinition): readonly Found[] {
  const { audience, consultation, reminder, starts, until } = definition;
  const found: Found[] = [];
  if (audience.answered !== undefined && !consultation)
    found.push(at(['audience', 'answered'], 'needs a consultation; name it, or take this line away'));
  if (starts && until && until <= starts) found.push(at(['until'], 'is not after "starts"; put it later'));
  if (reminder && !(consultation && asks(definition)))
    found.push(at(['reminder'], 'only a broadcast on the topic "consultations" that names its consultation has one; take it away'));
  if (reminder && audience.answered) found.push(at(['reminder'], 'reminds those who did not answer; take away "answered: true"'));
  return found;
}

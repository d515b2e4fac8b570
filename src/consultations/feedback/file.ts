import { z } from 'zod';
import { dayShape } from '#files/dayShape.ts';
import type { Fault } from '#files/fault.ts';
import { faultsInOrder } from '#files/faultsInOrder.ts';
import { at, type Found, isBlock } from '#files/found.ts';
import { foundIn, reasonFor } from '#files/issues.ts';
import { readSource } from '#files/source.ts';
import { textShape } from '#files/textShape.ts';
import { passageLimit, smsTextLimit } from '../limits.ts';
import type { Feedback } from './definition.ts';

export type ParsedFeedback =
  /** `lineOf` tells the line, from 1, of a path such as `did.pl`. */
  | { readonly ok: true; readonly feedback: Feedback; lineOf(path: string): number | undefined }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const shape = z.strictObject({
  consultation: z.string({ error: 'missing; name the consultation by its key, such as parks-2027' }),
  author: z.email({ error: 'should be the e-mail address of the member of staff who wrote it' }).toLowerCase(),
  decidedOn: dayShape,
  asked: textShape(passageLimit),
  said: textShape(passageLimit),
  did: textShape(passageLimit),
  sms: textShape(smsTextLimit).optional(),
  link: z
    .url({ protocol: /^https?$/, hostname: z.regexes.hostname, error: 'should be a web address that begins with https://' })
    .optional(),
});
const properties = Object.keys(shape.shape);

/** A file of what came of a consultation, YAML or JSON, or every fault that it has, in the order of the file. Never throws. */
export function parseFeedback(text: string): ParsedFeedback {
  const source = readSource(text);
  const refused = (found: readonly Found[]): ParsedFeedback => ({ ok: false, faults: faultsInOrder([...source.found, ...found], source) });
  if (source.value === undefined && source.found.length > 0) return refused([]);
  if (!isBlock(source.value))
    return refused([
      at([], 'should be what came of a consultation: lines such as "consultation: parks-2027", "did: We mended the swings."'),
    ]);
  const read = shape.safeParse(source.value, { error: reasonFor });
  if (!read.success) return refused(foundIn(read.error, [], () => properties));
  const found = languageFaults(read.data);
  return found.length > 0 || source.found.length > 0 ? refused(found) : { ok: true, feedback: read.data, lineOf: source.lineOf };
}

/** Nobody is told half of it in one language and half in another. */
function languageFaults(feedback: Feedback): readonly Found[] {
  const parts = (['asked', 'said', 'did', 'sms'] as const).filter((part) => feedback[part] !== undefined);
  const tags = [...new Set(parts.flatMap((part) => Object.keys(feedback[part] ?? {})))];
  return parts.flatMap((part) =>
    tags
      .filter((tag) => !Object.hasOwn(feedback[part] ?? {}, tag))
      .map((tag) => at([part], `is not there in ${tag}, though other parts are; add "${tag}", or take it away from them`)),
  );
}

import type { z } from 'zod';
import { closest } from './closest.ts';
import { at, type Found, type PathPart } from './found.ts';

type RawIssue = z.core.$ZodRawIssue;

/** Why something that a shape needs is missing, with what to write there; nothing else is said of it here. */
export const missing = (write: string) => ({
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? `missing; write ${write}` : undefined),
});

const expectedWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each item on a line that begins with "-"',
  object: 'a block of "name: value" lines',
  record: 'a block of "name: value" lines',
};

/** What zod found, in plain English that says what to do. Messages written beside a shape go before these. */
export function reasonFor(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = expectedWords[String(issue.expected)] ?? String(issue.expected);
      if (issue.input === undefined) return `missing; it should be ${expected}`;
      return issue.expected === 'string' ? `should be ${expected}; put figures, true and false in quotes` : `should be ${expected}`;
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      const meant = typeof issue.input === 'string' ? closest(issue.input, values) : undefined;
      const start = issue.input === undefined ? 'missing; it' : 'not known here; it';
      return `${start} should be one of ${values.join(', ')}${meant ? `; did you mean "${meant}"?` : ''}`;
    }
    case 'too_small':
      return issue.origin === 'array' ? `too few: at least ${issue.minimum} needed` : `too small: at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array' ? `too many: at most ${issue.maximum}` : `too large: at most ${issue.maximum}`;
    default:
      return undefined;
  }
}

/** zod's issues as faults below a path; unknown properties one by one, each with what was probably meant. */
export function foundIn(
  error: z.ZodError,
  below: readonly PathPart[],
  knownAt: (path: readonly PathPart[]) => readonly string[],
): readonly Found[] {
  return error.issues.flatMap((issue) => {
    const path = [...below, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
    if (issue.code !== 'unrecognized_keys') return [at(path, issue.message)];
    const known = knownAt(issue.path.filter((part) => typeof part !== 'symbol'));
    return issue.keys.map((key) => at([...path, key], notKnown(key, known)));
  });
}

function notKnown(key: string, known: readonly string[]): string {
  const meant = closest(key, known);
  return meant ? `not known here; did you mean "${meant}"?` : `not known here; take it away, or use one of ${known.join(', ')}`;
}

import { isDay } from '#calendar/londonDay.ts';
import { didYouMean } from '#files/closest.ts';
import { at, type Found, type PathPart } from '#files/found.ts';
import { type Condition, preferNotToSay } from '../definition.ts';
import type { Sketch } from './sketch.ts';

/** A condition may only look back, and only compare with what the question that it looks at can give. */
export function conditionRules(sketches: readonly Sketch[]): readonly Found[] {
  return sketches.flatMap((sketch) =>
    sketch.when
      ? comparisonsIn(sketch.when, ['questions', sketch.index, 'when']).flatMap((each) => comparisonRules(each, sketch, sketches))
      : [],
  );
}

type Comparison = Extract<Condition, { readonly question: string }>;
type Placed = { readonly comparison: Comparison; readonly path: readonly PathPart[] };

function comparisonsIn(condition: Condition, path: readonly PathPart[]): readonly Placed[] {
  if ('all' in condition) return condition.all.flatMap((part, index) => comparisonsIn(part, [...path, 'all', index]));
  if ('any' in condition) return condition.any.flatMap((part, index) => comparisonsIn(part, [...path, 'any', index]));
  if ('not' in condition) return comparisonsIn(condition.not, [...path, 'not']);
  return [{ comparison: condition, path }];
}

function comparisonRules({ comparison, path }: Placed, asker: Sketch, sketches: readonly Sketch[]): readonly Found[] {
  const seen = sketches.find(({ key }) => key === comparison.question);
  const reason = seen
    ? reasonAgainstLooking(seen, asker)
    : `there is no question "${comparison.question}"${didYouMean(comparison.question, keysOf(sketches))}`;
  if (reason) return [at([...path, 'question'], reason)];
  return seen ? valueRules(comparison, path, seen) : [];
}

/** Why a question may not look at another one, or nothing. */
export function reasonAgainstLooking(seen: Sketch, asker: Sketch): string | undefined {
  if (seen.kind === 'info') return `"${seen.key}" is an info, which takes no answer`;
  if (seen.index === asker.index) return 'a question cannot look at its own answer';
  if (seen.position > asker.position) {
    return seen.aboutYou && !asker.aboutYou
      ? `"${seen.key}" is about you, and those questions are asked after the others`
      : `"${seen.key}" is asked later; move it before this question`;
  }
  return undefined;
}

function valueRules(comparison: Comparison, path: readonly PathPart[], seen: Sketch): readonly Found[] {
  if ('answered' in comparison) return [];
  const [word, value] = Object.entries(comparison).find(([name]) => name !== 'question') ?? ['', undefined];
  const misfit = seen.kind ? reasonAgainstComparing(word, seen) : undefined;
  if (misfit) return [at([...path, word], misfit)];
  const values: readonly (readonly [unknown, readonly PathPart[]])[] = Array.isArray(value)
    ? value.map((part, index) => [part, [...path, word, index]] as const)
    : [[value, [...path, word]]];
  return values.flatMap(([part, place]) => {
    const reason = reasonAgainstValue(part, seen);
    return reason ? [at(place, reason)] : [];
  });
}

function reasonAgainstComparing(word: string, { kind, key }: Sketch): string | undefined {
  if (kind === 'text') return `"${key}" is answered in own words, which cannot be compared; use "answered"`;
  const several = kind === 'choices' || kind === 'ranking';
  if (word === 'includes') return several ? undefined : `"${key}" has one answer; use "is"`;
  if (several) return `"${key}" has several answers; use "includes", and "any" for more than one`;
  if (word === 'atLeast' || word === 'atMost') {
    return kind === 'scale' || kind === 'number' || kind === 'date' ? undefined : `"${key}" has no more and less; use "is" or "anyOf"`;
  }
  return undefined;
}

/** Why this can never be the answer to that question, or nothing. */
function reasonAgainstValue(value: unknown, { kind, key, optionKeys, written, aboutYou }: Sketch): string | undefined {
  // Every about-you question may be answered so, whether or not the file says it.
  if (aboutYou && value === preferNotToSay) return undefined;
  switch (kind) {
    case 'choice':
    case 'choices':
    case 'ranking':
      return optionReason(value, key, optionKeys);
    case 'scale':
      return rangeReason(value, written.from, written.to, key) ?? (Number.isInteger(value) ? undefined : `"${key}" has whole steps`);
    case 'number':
      return rangeReason(value, written.min, written.max, key);
    case 'yesNo':
      return typeof value === 'boolean' || value === 'yes' || value === 'no' ? undefined : `"${key}" is answered with true or false`;
    case 'date':
      return typeof value === 'string' && isDay(value) ? undefined : 'should be a day, such as 2027-03-31';
    case 'postcode':
      return typeof value === 'string' && /^[A-Z]{1,2}\d[A-Z\d]?$/.test(value)
        ? undefined
        : 'should be the first half of a postcode, such as NN16';
    default:
      return undefined;
  }
}

function optionReason(value: unknown, key: string | undefined, optionKeys: Sketch['optionKeys']): string | undefined {
  // An option whose key cannot be read has a fault of its own and may be the one that is meant.
  if (!optionKeys || optionKeys.includes(undefined)) return undefined;
  if (typeof value === 'string' && optionKeys.includes(value)) return undefined;
  if (typeof value !== 'string' && optionKeys.includes(String(value))) return `an option's key is a text; write "${value}" in quotes`;
  const known = optionKeys.flatMap((each) => each ?? []);
  return `"${key}" has no option "${value}"${didYouMean(String(value), known) || `; it has ${known.join(', ')}`}`;
}

function rangeReason(value: unknown, low: unknown, high: unknown, key: string | undefined): string | undefined {
  if (typeof value !== 'number') return `"${key}" is answered with a number`;
  const below = typeof low === 'number' && value < low;
  const above = typeof high === 'number' && value > high;
  return below || above ? `"${key}" never has this: it goes from ${low ?? 'any number'} to ${high ?? 'any number'}` : undefined;
}

function keysOf(sketches: readonly Sketch[]): readonly string[] {
  return sketches.flatMap(({ key }) => key ?? []);
}

import { closest } from '#files/closest.ts';
import { at, type Found, isBlock, type PathPart } from '#files/found.ts';
import type { Condition } from '../definition.ts';
import { conditionDepthLimit } from '../limits.ts';

const comparisons = ['is', 'isNot', 'anyOf', 'includes', 'atLeast', 'atMost', 'answered'] as const;
const combinations = ['all', 'any', 'not'] as const;
const words: readonly string[] = ['question', ...comparisons, ...combinations];

export type ReadCondition = { readonly condition?: Condition; readonly found: readonly Found[] };

/** The shape of a condition: whether the questions and options exist is another rule's affair. */
export function readCondition(written: unknown, path: readonly PathPart[], depth = 1): ReadCondition {
  if (depth > conditionDepthLimit) return refused(path, `nested too deep; at most ${conditionDepthLimit} conditions within one another`);
  if (!isBlock(written)) return refused(path, 'should be a condition, such as { question: visit, is: rarely }');

  const unknown = Object.keys(written).filter((key) => !words.includes(key));
  if (unknown.length > 0) return { found: unknown.map((key) => at([...path, key], notKnown(key))) };

  const [combination, ...others] = combinations.filter((word) => Object.hasOwn(written, word));
  if (combination === undefined) return readComparison(written, path);
  if (others.length > 0 || Object.keys(written).length > 1) return refused(path, 'says two things; put each under "all" or "any"');
  if (combination === 'not') {
    const inner = readCondition(written.not, [...path, 'not'], depth + 1);
    return inner.condition ? { condition: { not: inner.condition }, found: [] } : inner;
  }
  return readSeveral(combination, written[combination], [...path, combination], depth);
}

function readSeveral(combination: 'all' | 'any', list: unknown, path: readonly PathPart[], depth: number): ReadCondition {
  if (!Array.isArray(list) || list.length === 0) return refused(path, 'should be a list of conditions');
  const parts = list.map((part, index) => readCondition(part, [...path, index], depth + 1));
  const found = parts.flatMap((part) => part.found);
  const conditions = parts.flatMap(({ condition }) => condition ?? []);
  if (found.length > 0) return { found };
  return { condition: combination === 'all' ? { all: conditions } : { any: conditions }, found };
}

function readComparison(written: Readonly<Record<string, unknown>>, path: readonly PathPart[]): ReadCondition {
  const { question } = written;
  if (typeof question !== 'string') return refused(path, 'should name a question, as in { question: visit, is: rarely }');
  const [comparison, ...others] = comparisons.filter((word) => Object.hasOwn(written, word));
  if (comparison === undefined) return refused(path, `should compare with one of ${comparisons.join(', ')}`);
  if (others.length > 0) return refused(path, 'compares twice; put each comparison under "all" or "any"');

  const value = written[comparison];
  const fits = fitting[comparison];
  if (!fits.test(value)) return refused([...path, comparison], `should be ${fits.words}`);
  // The value was tried just now against what this comparison takes.
  return { condition: { question, [comparison]: value } as unknown as Condition, found: [] };
}

const isPart = (value: unknown) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
const part = { words: "one answer: an option's key, a number, a day, true or false", test: isPart };
const bound = { words: 'a number or a day', test: (value: unknown) => typeof value === 'number' || typeof value === 'string' };

/** What each comparison takes. */
const fitting: Readonly<Record<(typeof comparisons)[number], { readonly words: string; test(value: unknown): boolean }>> = {
  is: part,
  isNot: part,
  anyOf: { words: 'a list of answers', test: (value) => Array.isArray(value) && value.length > 0 && value.every(isPart) },
  includes: part,
  atLeast: bound,
  atMost: bound,
  answered: { words: 'true or false', test: (value) => typeof value === 'boolean' },
};

function notKnown(key: string): string {
  const meant = closest(key, words);
  return meant ? `not known here; did you mean "${meant}"?` : `not known here; use one of ${words.join(', ')}`;
}

function refused(path: readonly PathPart[], reason: string): ReadCondition {
  return { found: [at(path, reason)] };
}

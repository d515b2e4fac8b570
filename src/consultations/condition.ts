import type { Answers, Condition, Value } from './definition.ts';

/**
 * Does a condition hold on these answers? A comparison holds only on an answer that was given: a question that was
 * skipped, or not reached, is neither `is` nor `isNot` anything. `answered: false` is how a file asks for that.
 */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  if ('not' in condition) return !holds(condition.not, answers);

  const value = Object.hasOwn(answers, condition.question) ? answers[condition.question] : null;
  const given = value !== null && value !== undefined;
  if ('answered' in condition) return given === condition.answered;
  if (!given) return false;
  if ('is' in condition) return value === condition.is;
  if ('isNot' in condition) return value !== condition.isNot;
  if ('anyOf' in condition) return condition.anyOf.some((part) => value === part);
  if ('includes' in condition) return isList(value) && value.some((part) => part === condition.includes);
  if ('atLeast' in condition) return compare(value, condition.atLeast, (difference) => difference >= 0);
  return compare(value, condition.atMost, (difference) => difference <= 0);
}

/** The keys of the questions that a condition looks at, each once. */
export function questionsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return [...new Set(condition.all.flatMap(questionsIn))];
  if ('any' in condition) return [...new Set(condition.any.flatMap(questionsIn))];
  if ('not' in condition) return questionsIn(condition.not);
  return [condition.question];
}

/** Numbers by size; days (`YYYY-MM-DD`) by the calendar, which is the order of their letters; a mixture never compares. */
function compare(value: Value, bound: number | string, accepts: (difference: number) => boolean): boolean {
  if (typeof value === 'number' && typeof bound === 'number') return accepts(value - bound);
  if (typeof value === 'string' && typeof bound === 'string') return accepts(value < bound ? -1 : value > bound ? 1 : 0);
  return false;
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

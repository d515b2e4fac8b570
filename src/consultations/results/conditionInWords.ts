import type { Condition } from '../definition.ts';

/** A condition as an analyst reads it, by keys: `visit is rarely and (age answered or not (happy at least 4))`. */
export function conditionInWords(condition: Condition): string {
  if ('all' in condition) return condition.all.map(inner).join(' and ');
  if ('any' in condition) return condition.any.map(inner).join(' or ');
  if ('not' in condition) return `not (${conditionInWords(condition.not)})`;
  return `${condition.question} ${comparisonInWords(condition)}`;
}

function comparisonInWords(condition: Extract<Condition, { readonly question: string }>): string {
  if ('is' in condition) return `is ${condition.is}`;
  if ('isNot' in condition) return `is not ${condition.isNot}`;
  if ('anyOf' in condition) return `is one of ${condition.anyOf.join(', ')}`;
  if ('includes' in condition) return `includes ${condition.includes}`;
  if ('atLeast' in condition) return `at least ${condition.atLeast}`;
  if ('atMost' in condition) return `at most ${condition.atMost}`;
  return condition.answered ? 'answered' : 'not answered';
}

function inner(condition: Condition): string {
  return 'all' in condition || 'any' in condition ? `(${conditionInWords(condition)})` : conditionInWords(condition);
}

import type { Condition, Question } from '../definition.ts';

/** People write `is: yes`, which YAML 1.2 reads as the word "yes"; the answer to a yes-or-no question is true or false. */
export function yesNoAsBoolean(questions: readonly Question[]): readonly Question[] {
  const yesNo = new Set(questions.filter(({ kind }) => kind === 'yesNo').map(({ key }) => key));
  return questions.map((question) => (question.when ? { ...question, when: settled(question.when, yesNo) } : question));
}

type Part = string | number | boolean;

function settled(condition: Condition, yesNo: ReadonlySet<string>): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => settled(part, yesNo)) };
  if ('any' in condition) return { any: condition.any.map((part) => settled(part, yesNo)) };
  if ('not' in condition) return { not: settled(condition.not, yesNo) };
  if (!yesNo.has(condition.question)) return condition;
  if ('is' in condition) return { ...condition, is: asBoolean(condition.is) };
  if ('isNot' in condition) return { ...condition, isNot: asBoolean(condition.isNot) };
  if ('anyOf' in condition) return { ...condition, anyOf: condition.anyOf.map(asBoolean) };
  return condition;
}

function asBoolean(part: Part): Part {
  return part === 'yes' ? true : part === 'no' ? false : part;
}

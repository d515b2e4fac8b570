import fc from 'fast-check';
import type { Answers, Condition, Definition, Question, Value } from '#consultations/definition.ts';
import { askedInOrder } from '#consultations/survey.ts';
import { aDefinition, anOption } from './builders.ts';

type Random = (max: number) => number;

/** Any valid definition: up to ten questions of every kind, in any order, whose conditions look back. */
export const definitions: fc.Arbitrary<Definition> = fc
  .array(
    fc.record({
      shape: fc.nat(999),
      aboutYou: fc.boolean(),
      required: fc.boolean(),
      condition: fc.array(fc.nat(999), { minLength: 8, maxLength: 8 }),
    }),
    {
      minLength: 1,
      maxLength: 10,
    },
  )
  .map((seeds) => {
    const bare = seeds.map((seed, index) =>
      aQuestion(`q${index}`, seed.shape, { required: seed.required && !seed.aboutYou, aboutYou: seed.aboutYou }),
    );
    const order = askedInOrder(aDefinition({ questions: bare }));
    const questions = bare.map((question, index) => {
      const rolls = seeds[index]?.condition ?? [];
      const place = order.findIndex(({ key }) => key === question.key);
      const before = place < 0 ? order.filter(({ aboutYou }) => !aboutYou).slice(0, index) : order.slice(0, place);
      const earlier = before.filter(({ key }) => key !== question.key && (question.kind !== 'info' || Number(key.slice(1)) < index));
      const when = earlier.length > 0 && (rolls[0] ?? 0) % 3 > 0 ? aCondition(earlier, dealt(rolls.slice(1)), 2) : undefined;
      return when ? { ...question, when } : question;
    });
    return aDefinition({ questions });
  });

const kinds: readonly Question['kind'][] = ['choice', 'choices', 'scale', 'yesNo', 'number', 'date', 'postcode', 'text', 'ranking', 'info'];
const options = ['a', 'b', 'c'].map((key) => anOption(key));

function aQuestion(key: string, seed: number, flags: Pick<Question, 'required' | 'aboutYou'>): Question {
  const kind = kinds[seed % kinds.length] ?? 'text';
  const common = { key, text: { en: `${key}?` }, ...flags };
  switch (kind) {
    case 'choice':
    case 'choices':
      return { ...common, kind, options };
    case 'ranking':
      return { ...common, kind, options, top: 2 };
    case 'scale':
      return { ...common, kind, from: 0, to: 3, labels: {} };
    case 'number':
      return { ...common, kind, decimals: false };
    case 'text':
      return { ...common, kind, maxLength: 100 };
    default:
      return { ...common, kind, ...(kind === 'info' ? { required: false } : {}) };
  }
}

function aCondition(earlier: readonly Question[], next: Random, depth: number): Condition {
  const roll = next(8);
  if (depth > 0 && roll === 0) return { not: aCondition(earlier, next, depth - 1) };
  if (depth > 0 && roll === 1) return { all: [aCondition(earlier, next, depth - 1), aCondition(earlier, next, depth - 1)] };
  if (depth > 0 && roll === 2) return { any: [aCondition(earlier, next, depth - 1), aCondition(earlier, next, depth - 1)] };
  const seen = earlier[next(earlier.length)];
  if (!seen) throw new Error('a condition needs a question');
  if (roll === 3) return { question: seen.key, answered: next(2) === 0 };
  const value = anAnswer(seen, next(1000));
  if (Array.isArray(value)) return { question: seen.key, includes: String(value[0]) };
  if (typeof value === 'number') return next(2) === 0 ? { question: seen.key, atLeast: value } : { question: seen.key, atMost: value };
  if (value === null || seen.kind === 'text') return { question: seen.key, answered: true };
  return next(2) === 0 ? { question: seen.key, is: value as string | boolean } : { question: seen.key, isNot: value as string | boolean };
}

/** An answer that this question can be given. */
export function anAnswer(question: Question, roll: number): Exclude<Value, null> {
  const option = ['a', 'b', 'c'][roll % 3] ?? 'a';
  switch (question.kind) {
    case 'choice':
      return option;
    case 'choices':
    case 'ranking':
      return roll % 2 === 0 ? [option] : ['c', 'a'];
    case 'scale':
    case 'number':
      return roll % 4;
    case 'yesNo':
      return roll % 2 === 0;
    case 'date':
      return `2027-01-0${(roll % 4) + 1}`;
    case 'postcode':
      return roll % 2 === 0 ? 'NN16' : 'NN8';
    default:
      return 'own words';
  }
}

/** What a person may do, again and again. */
export const moves = fc.array(fc.record({ do: fc.constantFrom('give', 'give', 'give', 'skip', 'back', 'change'), roll: fc.nat(9999) }), {
  maxLength: 60,
});

export function withAnswer(answers: Answers, key: string, value: Value): Answers {
  return { ...answers, [key]: value };
}

export function without(answers: Answers, key: string): Answers {
  const { [key]: _, ...rest } = answers;
  return rest;
}

/** The numbers of a list one after another, round and round. */
function dealt(rolls: readonly number[]): Random {
  let index = 0;
  return (max) => (rolls[index++ % rolls.length] ?? 0) % max;
}

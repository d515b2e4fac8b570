import { holds, questionsIn } from '#consultations/condition.ts';
import type { Answers, Condition } from '#consultations/definition.ts';

const answers: Answers = { visit: 'rarely', sport: ['run', 'swim'], happy: 4, since: '2026-05-01', dog: false, skipped: null };

const table: readonly [string, Condition, boolean][] = [
  ['is that answer', { question: 'visit', is: 'rarely' }, true],
  ['is another answer', { question: 'visit', is: 'weekly' }, false],
  ['"no" is an answer', { question: 'dog', is: false }, true],
  ['is not another answer', { question: 'visit', isNot: 'weekly' }, true],
  ['a skipped question is nothing', { question: 'skipped', is: 'weekly' }, false],
  ['a skipped question is not "not" anything either', { question: 'skipped', isNot: 'weekly' }, false],
  ['is one of several', { question: 'visit', anyOf: ['weekly', 'rarely'] }, true],
  ['is none of several', { question: 'visit', anyOf: ['weekly'] }, false],
  ['includes', { question: 'sport', includes: 'swim' }, true],
  ['does not include', { question: 'sport', includes: 'ski' }, false],
  ['at least, with the bound itself', { question: 'happy', atLeast: 4 }, true],
  ['not at least', { question: 'happy', atLeast: 5 }, false],
  ['at most, with the bound itself', { question: 'happy', atMost: 4 }, true],
  ['not at most', { question: 'happy', atMost: 3 }, false],
  ['a day at least', { question: 'since', atLeast: '2026-05-01' }, true],
  ['a day at most', { question: 'since', atMost: '2026-04-30' }, false],
  ['a number never compares with a day', { question: 'happy', atLeast: '2026-05-01' }, false],
  ['answered', { question: 'happy', answered: true }, true],
  ['skipped is not answered', { question: 'skipped', answered: false }, true],
  ['not reached is not answered', { question: 'later', answered: true }, false],
  ['a name that every object has is no answer', { question: 'constructor', answered: true }, false],
  [
    'all',
    {
      all: [
        { question: 'visit', is: 'rarely' },
        { question: 'happy', atLeast: 5 },
      ],
    },
    false,
  ],
  [
    'any',
    {
      any: [
        { question: 'visit', is: 'weekly' },
        { question: 'happy', atLeast: 4 },
      ],
    },
    true,
  ],
  ['not', { not: { question: 'visit', is: 'weekly' } }, true],
];

describe('a condition', () => {
  test.each(table)('%s', (_, condition, holding) => {
    expect(holds(condition, answers)).toBe(holding);
  });

  test('names the questions that it looks at, each once', () => {
    const inner: Condition = { any: [{ question: 'visit', is: 'rarely' }, { not: { question: 'dog', is: true } }] };
    expect(questionsIn({ all: [inner, { question: 'visit', answered: true }] })).toEqual(['visit', 'dog']);
  });
});

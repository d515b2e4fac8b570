import fc from 'fast-check';
import type { Question } from '#consultations/definition.ts';
import { aboutYouTotals, listableQuestions, type Tally, tallied } from '#consultations/results/aboutYou.ts';
import { codebookOf } from '#consultations/results/codebook.ts';
import { questionKeys } from '#consultations/results/columns.ts';
import { conditionInWords } from '#consultations/results/conditionInWords.ts';
import { countRows, inOrderOfStart, rowOf, statusOf } from '#consultations/results/shape.ts';
import { definitions } from './arbitraryDefinition.ts';
import { aChoice, aDefinition, age, aResponse, aText, aYesNo, barrier, happy, visit } from './builders.ts';

const definition = aDefinition({ questions: [visit, barrier, happy, age] });
const version = (number: number, ...questions: readonly Question[]) => ({
  number,
  definition: aDefinition({ questions }),
});

describe('a row of the results', () => {
  test('says what stage a response is at', () => {
    expect(statusOf(aResponse())).toBe('started');
    expect(statusOf(aResponse({ answers: { visit: null } }))).toBe('started');
    expect(statusOf(aResponse({ answers: { visit: 'weekly' } }))).toBe('partial');
    expect(statusOf(aResponse({ submittedAt: new Date() }))).toBe('submitted');
  });

  test('leaves out answers that no longer apply, and never has one about the person', () => {
    const { answers } = rowOf(aResponse({ answers: { visit: 'weekly', barrier: 'No bus', happy: null, age: '16-24' } }), definition);
    expect(answers).toEqual({ visit: 'weekly', happy: null });
  });

  test('says nothing that leads to a person', () => {
    expect(Object.keys(rowOf(aResponse(), definition)).sort()).toEqual([
      'answers',
      'capacity',
      'channel',
      'council',
      'language',
      'minuteReference',
      'place',
      'reference',
      'startedAt',
      'status',
      'submittedAt',
      'version',
    ]);
  });

  test('stands where it was begun, and counts once', () => {
    const rows = [
      rowOf(aResponse({ reference: 'B', startedAt: new Date('2026-11-03'), answers: { visit: 'rarely' } }), definition),
      rowOf(aResponse({ reference: 'A', startedAt: new Date('2026-11-02'), submittedAt: new Date('2026-11-02') }), definition),
    ];
    expect(inOrderOfStart(rows).map(({ reference }) => reference)).toEqual(['A', 'B']);
    expect(countRows(rows, 3)).toEqual({ started: 0, partial: 1, submitted: 1, withdrawn: 3, councils: 0 });
  });
});

test('the formal response of a council is told from everybody’s own, and counted apart', () => {
  const formal = { council: 'parish:thornby', minuteReference: '24/112', submittedAt: new Date('2026-11-04') };
  const rows = [rowOf(aResponse(formal), definition), rowOf(aResponse({ submittedAt: new Date('2026-11-02') }), definition)];
  expect(rows.map(({ capacity }) => capacity)).toEqual(['council', 'own']);
  expect(countRows(rows, 0)).toEqual({ started: 0, partial: 0, submitted: 1, withdrawn: 0, councils: 1 });
});

describe('the columns', () => {
  test('are in the order of the newest version; a question of an older one stands behind its neighbour', () => {
    const versions = [version(1, visit, aText('old'), happy), version(2, aYesNo('new'), happy, visit)];
    expect(questionKeys(versions)).toEqual(['new', 'happy', 'visit', 'old']);
  });

  test('have no question that any version held for about you', () => {
    expect(questionKeys([version(1, visit, aChoice('age', ['a', 'b'])), version(2, visit, age)])).toEqual(['visit']);
  });

  test('have each question once, whatever the versions', () => {
    fc.assert(
      fc.property(fc.array(definitions, { minLength: 1, maxLength: 3 }), (all) => {
        const versions = all.map((each, index) => ({ number: index + 1, definition: each }));
        const keys = questionKeys(versions);
        expect(new Set(keys).size).toBe(keys.length);
        const asked = versions.flatMap(({ definition: { questions } }) => questions.filter(({ kind }) => kind !== 'info'));
        const apart = new Set(
          versions.flatMap(({ definition: { questions } }) => questions.filter(({ aboutYou }) => aboutYou).map(({ key }) => key)),
        );
        expect(new Set(keys)).toEqual(new Set(asked.map(({ key }) => key).filter((key) => !apart.has(key))));
      }),
    );
  });
});

describe('the codebook', () => {
  test('says what each column means in each version', () => {
    expect(codebookOf([{ number: 1, definition }])).toEqual([
      expect.objectContaining({
        version: 1,
        question: 'visit',
        required: true,
        codes: [{ code: 'weekly', label: 'Every week' }, expect.anything(), expect.anything()],
        condition: '',
      }),
      expect.objectContaining({ question: 'barrier', kind: 'text', codes: [], condition: 'visit is rarely' }),
      expect.objectContaining({
        question: 'happy',
        codes: expect.arrayContaining([
          { code: '5', label: 'Very happy' },
          { code: '2', label: '2' },
        ]),
      }),
      expect.objectContaining({ question: 'age', aboutYou: true }),
    ]);
  });

  test('says conditions in words', () => {
    const inner = { any: [{ question: 'a', anyOf: ['x', 'y'] }, { not: { question: 'b', answered: true } }] };
    expect(conditionInWords({ all: [inner, { question: 'c', atLeast: 4 }] })).toBe(
      '(a is one of x, y or not (b answered)) and c at least 4',
    );
  });
});

describe('totals about the people who answered', () => {
  const told = aText('identity', { aboutYou: true });
  const versions = [{ number: 1, definition: aDefinition({ questions: [visit, age, told] }) }];
  const listable = listableQuestions(versions);
  const times = (count: number, questionKey: string, value: string | null) => Array.from({ length: count }, () => ({ questionKey, value }));
  const count = (...answers: readonly { questionKey: string; value: string | null }[][]): Tally =>
    answers.reduce<Tally>((tally, batch) => tallied(tally, batch, listable), new Map());
  const rows = (tally: Tally, submitted: number, key = 'age') =>
    Object.fromEntries(
      aboutYouTotals(versions, tally, submitted)
        .find(({ question }) => question === key)
        ?.rows.map((row) => [row.code, row.count]) ?? [],
    );

  test('count each option, who would rather not say, and who did not answer', () => {
    const tally = count(
      times(10, 'age', '16-24'),
      times(6, 'age', 'prefer-not-to-say'),
      times(7, 'age', 'under-16'),
      times(3, 'age', null),
    );
    expect(rows(tally, 40)).toEqual({ 'under-16': 7, '16-24': 10, 'prefer-not-to-say': 6, '(not answered)': 17 });
  });

  test('hide what is small', () => {
    const tally = count(times(20, 'age', '16-24'), times(2, 'age', 'prefer-not-to-say'), times(4, 'age', 'under-16'));
    expect(rows(tally, 40)).toEqual({ 'under-16': null, '16-24': 20, 'prefer-not-to-say': null, '(not answered)': 14 });
  });

  test('only count own words, and never hold them', () => {
    const tally = count(times(8, 'identity', 'A very rare thing'), times(6, 'identity', 'prefer-not-to-say'));
    expect(JSON.stringify([...tally].map(([key, { codes }]) => [key, [...codes]]))).not.toContain('rare');
    expect(rows(tally, 30, 'identity')).toEqual({ '(answered)': 8, 'prefer-not-to-say': 6, '(not answered)': 16 });
  });

  test('stay whole where nobody has sent anything', () => {
    expect(rows(new Map(), 0)).toEqual({ 'under-16': null, '16-24': null, 'prefer-not-to-say': null, '(not answered)': null });
  });
});

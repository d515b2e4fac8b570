import { minutes, progress, questionsLeft } from '#consultations/progress.ts';
import { aDefinition, age, anInfo, aText, aYesNo, barrier, happy, visit } from './builders.ts';

const definition = aDefinition({ questions: [anInfo('hello'), visit, barrier, happy, age] });

describe('progress', () => {
  test('counts the questions that apply, neither infos nor those about you', () => {
    expect(progress(definition, {}, visit)).toEqual({ number: 1, of: 2 });
    expect(progress(definition, { visit: 'rarely' }, barrier)).toEqual({ number: 2, of: 3 });
    expect(progress(definition, { visit: 'weekly' }, happy)).toEqual({ number: 2, of: 2 });
  });

  test('counts the questions about you by themselves', () => {
    expect(progress(definition, { visit: 'weekly', happy: 4 }, age)).toEqual({ number: 1, of: 1 });
  });

  test('says how many are left', () => {
    expect(questionsLeft(definition, {})).toBe(2);
    expect(questionsLeft(definition, { visit: 'rarely' })).toBe(2);
    expect(questionsLeft(definition, { visit: 'rarely', barrier: null, happy: 1 })).toBe(0);
  });
});

describe('the minutes that a consultation takes', () => {
  test('are at least one', () => {
    expect(minutes(aDefinition({ questions: [aYesNo('dog')] }))).toBe(1);
  });

  test('grow with own words, and not with questions about you', () => {
    expect(minutes(aDefinition({ questions: [aText('a'), aText('b'), aText('c')] }))).toBe(3);
    expect(minutes(aDefinition({ questions: [aText('a'), aText('b', { aboutYou: true })] }))).toBe(1);
  });
});

import { askedInOrder, infosBefore, isComplete, nextQuestion, noLongerAsked, previousQuestion } from '#consultations/survey.ts';
import { aChoice, aDefinition, age, anInfo, answering, aText, aYesNo, barrier, happy, visit } from './builders.ts';

const definition = aDefinition({ questions: [age, visit, barrier, happy] });
const asks = (key: string) => ({ kind: 'ask', question: expect.objectContaining({ key }) });

describe('what comes next', () => {
  test('is the first question without an answer; those about you come last wherever the file has them', () => {
    expect(askedInOrder(definition).map(({ key }) => key)).toEqual(['visit', 'barrier', 'happy', 'age']);
    expect(nextQuestion(definition, {}, 'not-asked')).toEqual(asks('visit'));
  });

  test('leaves out a question whose condition does not hold', () => {
    expect(nextQuestion(definition, { visit: 'weekly' }, 'not-asked')).toEqual(asks('happy'));
    expect(nextQuestion(definition, { visit: 'rarely' }, 'not-asked')).toEqual(asks('barrier'));
  });

  test('does not ask a skipped question again', () => {
    expect(nextQuestion(definition, { visit: 'rarely', barrier: null }, 'not-asked')).toEqual(asks('happy'));
  });

  test('offers the questions about you once the others are done, and asks them only after a yes', () => {
    const answers = { visit: 'weekly', happy: 4 };
    expect(nextQuestion(definition, answers, 'not-asked')).toEqual({ kind: 'offerAboutYou', count: 1 });
    expect(nextQuestion(definition, answers, 'yes')).toEqual(asks('age'));
    expect(nextQuestion(definition, answers, 'no')).toEqual({ kind: 'check' });
    expect(nextQuestion(definition, { ...answers, age: '16-24' }, 'yes')).toEqual({ kind: 'check' });
  });

  test('goes back to a question that applies after a change, and no further', () => {
    expect(nextQuestion(definition, { visit: 'rarely', happy: 4 }, 'no')).toEqual(asks('barrier'));
  });
});

describe('BACK', () => {
  test('takes back the last answer in asked order, a skip too', () => {
    expect(previousQuestion(definition, {})).toBeUndefined();
    expect(previousQuestion(definition, { visit: 'rarely', barrier: null })?.key).toBe('barrier');
    expect(previousQuestion(definition, { age: '16-24', visit: 'weekly', happy: 4 })?.key).toBe('age');
  });

  test('passes over an answer that no longer applies', () => {
    expect(previousQuestion(definition, { visit: 'weekly', barrier: 'No bus' })?.key).toBe('visit');
  });
});

describe('answers that no longer count', () => {
  test('are found through every question that hung on them', () => {
    const chain = aDefinition({
      questions: [
        aYesNo('dog'),
        aChoice('kind', ['big', 'small'], { when: { question: 'dog', is: true } }),
        aText('name', { when: { question: 'kind', answered: true } }),
      ],
    });
    expect(noLongerAsked(chain, { dog: true, kind: 'big', name: 'Rex' })).toEqual([]);
    expect(noLongerAsked(chain, { dog: false, kind: 'big', name: 'Rex' })).toEqual(['kind', 'name']);
  });

  test('are answers to questions that are not there', () => {
    expect(noLongerAsked(definition, { visit: 'weekly', gone: 'x' })).toEqual(['gone']);
  });
});

describe('a response is complete', () => {
  test.each([
    ['when every question that applies was answered or skipped', answering(['visit', 'weekly'], ['happy', null]), true],
    ['not while one is open', answering(['visit', 'rarely'], ['happy', 4]), false],
    ['not with a required question skipped', answering(['visit', null], ['happy', 4]), false],
  ])('%s', (_, answers, complete) => {
    expect(isComplete(definition, answers)).toBe(complete);
  });
});

describe('infos', () => {
  const told = aDefinition({
    questions: [
      anInfo('hello'),
      visit,
      anInfo('sorry', { when: { question: 'visit', is: 'rarely' } }),
      barrier,
      anInfo('half'),
      happy,
      anInfo('bye'),
      anInfo('monitoring', { aboutYou: true }),
      age,
    ],
  });
  const shown = (answers: Parameters<typeof infosBefore>[1], next: Parameters<typeof infosBefore>[2]) =>
    infosBefore(told, answers, next).map(({ key }) => key);

  test('are shown on the way to the next question', () => {
    expect(shown({}, visit)).toEqual(['hello']);
    expect(shown({ visit: 'rarely' }, barrier)).toEqual(['sorry']);
    expect(shown({ visit: 'rarely', barrier: 'No bus' }, happy)).toEqual(['half']);
  });

  test('are gathered where a question between them does not apply, and left out where they do not apply themselves', () => {
    expect(shown({ visit: 'weekly' }, happy)).toEqual(['half']);
    expect(shown({ visit: 'weekly', happy: 4 }, undefined)).toEqual(['bye']);
  });

  test('about you are shown before the first question about you', () => {
    expect(shown({ visit: 'weekly', happy: 4 }, age)).toEqual(['monitoring']);
  });
});

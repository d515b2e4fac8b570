import fc from 'fast-check';
import { pipe, placeholdersIn } from '#consultations/pipe.ts';
import { aDefinition } from './builders.ts';

const definition = aDefinition();
const text = { en: 'You said: {visit}. Why?', pl: 'Odpowiedź: {visit}. Dlaczego?' };

describe('a text that repeats an earlier answer', () => {
  test('has the label in the language of the person', () => {
    expect(pipe(text, { visit: 'weekly' }, definition, 'en-GB')).toBe('You said: Every week. Why?');
    expect(pipe(text, { visit: 'weekly' }, definition, 'pl')).toBe('Odpowiedź: Co tydzień. Dlaczego?');
  });

  test('has dots where the question was skipped', () => {
    expect(pipe(text, { visit: null }, definition, 'en-GB')).toBe('You said: .... Why?');
  });

  test('cuts own words, so that the question still fits', () => {
    const told = pipe({ en: '{barrier}' }, { barrier: `${'no bus '.repeat(20)}` }, definition, 'en-GB');
    expect(told).toBe('no bus no bus no bus no bus no bus no bus no bus no bus no b...');
  });

  test('leaves braces alone that name no question', () => {
    expect(pipe({ en: '{x} and {visit}' }, { visit: 'rarely' }, definition, 'en-GB')).toBe('{x} and Hardly ever');
  });

  test('never reads braces inside an answer', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (said) => {
        const barrier = `{visit}$&$1{happy}${said.replaceAll(/\s/g, '')}`.slice(0, 60);
        expect(pipe({ en: '<{barrier}>' }, { visit: 'weekly', barrier }, definition, 'en-GB')).toBe(`<${barrier}>`);
      }),
    );
  });

  test('names its questions', () => {
    expect(placeholdersIn('{visit} and {happy}, not visit')).toEqual(['visit', 'happy']);
  });
});

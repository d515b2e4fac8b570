import type { Question, Value } from '#consultations/definition.ts';
import { dayLabel, labelOf } from '#consultations/label.ts';
import type { Language } from '#language/languages.ts';
import { anOption, aText, aYesNo, happy, visit } from './builders.ts';

const common = { text: { en: '?' }, required: false, aboutYou: false };
const sports: Question = {
  ...common,
  key: 'sports',
  kind: 'choices',
  options: [anOption('run', 'Running'), anOption('swim', 'Swimming'), anOption('walk', 'Walking')],
};
const first: Question = {
  ...common,
  key: 'first',
  kind: 'ranking',
  top: 2,
  options: [anOption('run', 'Running'), anOption('swim', 'Swimming')],
};
const trips: Question = { ...common, key: 'trips', kind: 'number', decimals: true };
const since: Question = { ...common, key: 'since', kind: 'date' };
const postcode: Question = { ...common, key: 'postcode', kind: 'postcode' };

const table: readonly [string, Question, Value, Language, string][] = [
  ['an option', visit, 'weekly', 'en-GB', 'Every week'],
  ["an option in the person's language", visit, 'weekly', 'pl', 'Co tydzień'],
  ['an option without a translation', visit, 'weekly', 'lt', 'Every week'],
  ['an option that is no longer there', visit, 'daily', 'en-GB', 'daily'],
  ['several options', sports, ['run', 'swim', 'walk'], 'en-GB', 'Running, Swimming and Walking'],
  ['several options in Polish', sports, ['run', 'swim'], 'pl', 'Running i Swimming'],
  ['a ranking, best first', first, ['swim', 'run'], 'en-GB', 'Swimming, Running'],
  ['a step with a label', happy, 5, 'pl', '5 (Bardzo zadowolony)'],
  ['a step without one', happy, 3, 'en-GB', '3'],
  ['yes', aYesNo('dog'), true, 'ro', 'Da'],
  ['no', aYesNo('dog'), false, 'lt', 'Ne'],
  ['a number', trips, 1234.5, 'en-GB', '1,234.5'],
  ['a number in Lithuanian', trips, 1.5, 'lt', '1,5'],
  ['a day', since, '2027-03-10', 'en-GB', '10 March 2027'],
  ['a day in Polish', since, '2027-03-10', 'pl', '10 marca 2027'],
  ['a postcode', postcode, 'NN16', 'en-GB', 'NN16'],
  ['own words', aText('why'), 'No bus.', 'pl', 'No bus.'],
  ['nothing, where it was skipped', visit, null, 'en-GB', ''],
];

describe('an answer in words', () => {
  test.each(table)('%s', (_, question, value, language, words) => {
    expect(labelOf(question, value, language)).toBe(words);
  });

  test('a day stays the same day whatever the zone of the machine', () => {
    expect(dayLabel('2027-06-30', 'ro')).toBe('30 iunie 2027');
  });
});

import { languageWanted } from '#language/languageWanted.ts';

test.each([
  ['pl', 'pl'],
  ['pl-PL', 'pl'],
  ['EN-us', 'en-GB'],
  ['de, fr', undefined],
  ['de;q=0.9, ro;q=0.8, lt;q=0.5', 'ro'],
  ['en;q=0.2, lt;q=0.9', 'lt'],
  ['pl;q=0, en', 'en-GB'],
  ['plx, *;q=0.5', undefined],
  ['', undefined],
  [undefined, undefined],
  [';;;q=,', undefined],
] as const)('%p is %p', (list, language) => {
  expect(languageWanted(list)).toBe(language);
});

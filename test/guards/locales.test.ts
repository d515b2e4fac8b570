import { IntlMessageFormat } from 'intl-messageformat';
import { codeFiles, listFiles, read } from './sourceFiles.ts';

/** Sentences by key, one locale. */
type Sentences = ReadonlyMap<string, string>;

const locales = new Map(
  listFiles('locales')
    .filter((path) => path.endsWith('.json'))
    .map((path) => [path.replace(/^locales\/|\.json$/g, ''), flatten(JSON.parse(read(path).text))]),
);
const english = locales.get('en-GB') ?? new Map<string, string>();
const others = [...locales].filter(([language]) => language !== 'en-GB');

function flatten(tree: unknown, before = ''): Sentences {
  if (typeof tree === 'string') return new Map([[before, tree]]);
  return new Map(
    Object.entries(tree as object).flatMap(([name, below]) => [...flatten(below, before === '' ? name : `${before}.${name}`)]),
  );
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
const parse = (text: string, language: string) => new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst();
const armsOf = (element: Element) => ('options' in element ? Object.entries(element.options) : []);
const allElements = (elements: readonly Element[]): readonly Element[] =>
  elements.flatMap((element) => [element, ...armsOf(element).flatMap(([, arm]) => allElements(arm.value))]);

/** Text and the `#` of a plural are no placeholders. */
const placeholdersOf = (text: string, language: string) =>
  [
    ...new Set(allElements(parse(text, language)).flatMap((element) => (element.type !== 0 && 'value' in element ? [element.value] : []))),
  ].sort();

test('English is there, and every sentence says something', () => {
  expect(english.size).toBeGreaterThan(0);
  const empty = [...locales].flatMap(([language, sentences]) =>
    [...sentences].filter(([, text]) => text.trim() === '').map(([key]) => `${language}: ${key}`),
  );
  expect(empty).toEqual([]);
});

test.each(others)('%s has a sentence for every key, and no other', (_language, sentences) => {
  expect([...sentences.keys()].sort()).toEqual([...english.keys()].sort());
});

test.each(others)('%s has the placeholders that English has', (language, sentences) => {
  const differing = [...english].filter(([key, text]) => {
    const theirs = sentences.get(key);
    return theirs !== undefined && placeholdersOf(theirs, language).join() !== placeholdersOf(text, 'en-GB').join();
  });
  expect(differing.map(([key]) => key)).toEqual([]);
});

test.each([...locales])('%s has a form for every number that the language tells apart', (language, sentences) => {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const incomplete = [...sentences].flatMap(([key, text]) =>
    allElements(parse(text, language))
      .filter((element) => 'pluralType' in element && element.pluralType === 'cardinal')
      .flatMap((element) => {
        const arms = armsOf(element).map(([arm]) => arm);
        return categories.filter((category) => !arms.includes(category)).map((category) => `${key}: ${category}`);
      }),
  );
  expect(incomplete).toEqual([]);
});

test('every sentence is said somewhere', () => {
  const code = codeFiles()
    .map(({ text }) => text)
    .join('\n');
  /** `'prompts.unclear'`, or with its last part worked out: `prompts.${reason}`. */
  const isSaid = (key: string) => code.includes(`'${key}'`) || code.includes(`\`${key.slice(0, key.lastIndexOf('.') + 1)}\${`);
  expect([...english.keys()].filter((key) => !isSaid(key))).toEqual([]);
});

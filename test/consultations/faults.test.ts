import { parseDefinition } from '#consultations/parse.ts';
import { type Fault, faultInWords } from '#files/fault.ts';
import { aFile, aFileAsking } from './builders.ts';

const faultsOf = (source: string): readonly Fault[] => {
  const parsed = parseDefinition(source, { reserved: ['menu', 'POLSKI'] });
  return parsed.ok ? [] : parsed.faults;
};
const told = (source: string) => faultsOf(source).map(({ path, reason }) => `${path}: ${reason}`);

const options = [
  { key: 'a', text: 'A' },
  { key: 'b', text: 'B' },
];
const pick = { key: 'pick', kind: 'choice', text: 'Pick', options };
const scale = { key: 'happy', kind: 'scale', text: 'Happy?', from: 1, to: 5 };
const dog = { key: 'dog', kind: 'yesNo', text: 'Dog?' };
const trips = { key: 'trips', kind: 'number', text: 'Trips?', min: 0, max: 50 };
const sports = { key: 'sports', kind: 'choices', text: 'Sports?', options };
const why = { key: 'why', kind: 'text', text: 'Why?' };
const age = { ...pick, key: 'age', aboutYou: true };
const info = { key: 'note', kind: 'info', text: 'By the way.' };
const asked = (when: unknown, ...before: readonly object[]) => aFileAsking(...before, { key: 'last', kind: 'text', text: 'Last?', when });

/** Each file has one fault: its path, and a part of its reason. */
const table: readonly [string, string, string, string][] = [
  ['a key that is missing', aFile({ key: undefined }), 'key', 'missing'],
  ['a day that is missing', aFile({ opens: undefined }), 'opens', 'missing; write a day, such as 2027-01-31'],
  ['a day that is a number', aFile({ closes: 20270131 }), 'closes', 'should be a text; put figures'],
  ['a keyword that is missing', aFile({ keyword: undefined }), 'keyword', 'missing; write the word that people text'],
  ['a key with capitals', aFile({ key: 'Parks' }), 'key', 'a-z'],
  ['a key that ends with a hyphen', aFile({ key: 'parks-' }), 'key', 'a-z'],
  ['a title that is missing', aFile({ title: undefined }), 'title', 'missing'],
  ['an empty text', aFile({ summary: '  ' }), 'summary', 'empty'],
  ['a text without English', aFile({ summary: { pl: 'Tak' } }), 'summary', 'English'],
  ['a language that we do not speak', aFile({ summary: { en: 'x', 'pl-PL': 'y' } }), 'summary.pl-PL', 'did you mean "pl"?'],
  ['a text that is a number', aFile({ team: 7 }), 'team', 'quotes'],
  ['a translation that is true', aFile({ title: { en: 'Yes', ro: true } }), 'title.ro', 'quotes'],
  ['a title that is too long', aFile({ title: 'x'.repeat(61) }), 'title', 'too long: 61 characters, and at most 60 fit'],
  ['a text with a bell in it', aFile({ summary: 'ding\u0007' }), 'summary', 'cannot be seen'],
  ['a day that does not exist', aFile({ opens: '2026-02-30' }), 'opens', 'not a day that exists'],
  ['a time without a zone', aFile({ closes: '2027-01-31T17:00' }), 'closes', 'zone'],
  ['an hour that does not exist', aFile({ closes: '2027-01-31T25:00Z' }), 'closes', 'not a day that exists'],
  ['closing before opening', aFile({ closes: '2026-10-31' }), 'closes', 'not after "opens"'],
  ['a decision before the end', aFile({ decisionOn: '2027-01-30' }), 'decisionOn', 'before the consultation closes'],
  ['a keyword of one letter', aFile({ keyword: 'P' }), 'keyword', 'too short'],
  ['a keyword that is too long', aFile({ keyword: 'P'.repeat(17) }), 'keyword', 'too long'],
  ['a keyword that begins with a figure', aFile({ keyword: '1PARK' }), 'keyword', 'begins with a letter'],
  ['a keyword with an accent', aFile({ keyword: 'PARCURI\u0302' }), 'keyword', 'letters A-Z'],
  ['a word that Twilio keeps', aFile({ keyword: 'stop' }), 'keyword', 'text message service'],
  ['a command of ours', aFile({ keyword: 'MENU' }), 'keyword', 'the bot understands'],
  ['the name of a language', aFile({ keyword: 'polski' }), 'keyword', 'the bot understands'],
  ['a place of no kind', aFile({ places: ['county:kent'] }), 'places[0]', 'parish:, ward: or town:'],
  ['no place at all', aFile({ places: [] }), 'places', 'leave the line out'],
  ['a web address without https', aFile({ privacy: 'javascript:alert(1)' }), 'privacy', 'https://'],
  ['a property that is not known', aFile({ keywords: 'x' }), 'keywords', 'did you mean "keyword"?'],
  ['a property by another name', aFile({ deadline: 'x' }), 'deadline', 'did you mean "closes"?'],
  ['no questions', aFile({ questions: undefined }), 'questions', 'missing'],
  ['an empty list of questions', aFileAsking(), 'questions', 'at least one'],
  ['nothing but questions about you', aFileAsking(age), 'questions', 'not about you'],
  [
    'more questions than a person answers',
    aFileAsking(...Array.from({ length: 61 }, (_, n) => ({ ...why, key: `q-${n}` }))),
    'questions',
    'at most 60',
  ],
  ['a question that is a text', aFileAsking(dog, 'Why?'), 'questions[1]', 'a block'],
  ['a question without a kind', aFileAsking(dog, { key: 'x', text: 'x' }), 'questions[1].kind', 'should be one of choice'],
  ["a kind by another tool's name", aFileAsking({ ...dog, kind: 'checkbox' }), 'questions[0].kind', 'did you mean "choices"?'],
  ['a property of another kind', aFileAsking({ ...dog, options }), 'questions[0].options', 'not known here'],
  [
    'an exclusive option where one is chosen anyway',
    aFileAsking({ ...pick, options: [{ ...options[0], exclusive: true }, options[1]] }),
    'questions[0].options[0].exclusive',
    'not known here',
  ],
  [
    'an option with a label',
    aFileAsking({ ...pick, options: [...options, { key: 'c', text: 'C', label: 'C' }] }),
    'questions[0].options[2].label',
    'did you mean "text"?',
  ],
  [
    'an option that is only a text',
    aFileAsking({ ...pick, options: [options[0], 'Weekly'] }),
    'questions[0].options[1]',
    '{ key: weekly, text: Every week }',
  ],
  ['one option', aFileAsking({ ...pick, options: [options[0]] }), 'questions[0].options', 'at least 2'],
  [
    'more options than a person reads',
    aFileAsking({ ...pick, options: Array.from({ length: 31 }, (_, n) => ({ key: `o${n}`, text: 'x' })) }),
    'questions[0].options',
    'at most 30',
  ],
  ['a question key used twice', aFileAsking(dog, why, { ...pick, key: 'dog' }), 'questions[2].key', 'used twice: questions[0]'],
  ['a question key that heads a column', aFileAsking({ ...pick, key: 'language' }), 'questions[0].key', 'results table'],
  [
    'an option key used twice',
    aFileAsking({ ...pick, options: [...options, options[0]] }),
    'questions[0].options[2].key',
    'used twice: options[0]',
  ],
  [
    'an option key that is a number',
    aFileAsking({ ...pick, options: [...options, { key: 3, text: 'C' }] }),
    'questions[0].options[2].key',
    'quotes',
  ],
  [
    '"Prefer not to say" where it is not about you',
    aFileAsking({ ...pick, options: [...options, { key: 'prefer-not-to-say', text: 'x' }] }),
    'questions[0].options[2].key',
    'about-you',
  ],
  [
    'nothing but exclusive options',
    aFileAsking({ ...sports, options: options.map((o) => ({ ...o, exclusive: true })) }),
    'questions[0].options',
    'as a choice',
  ],
  ['a required question about you', aFileAsking(dog, { ...age, required: true }), 'questions[1].required', 'never required'],
  ['a required info', aFileAsking(dog, { ...info, required: true }), 'questions[1].required', 'no answer'],
  ['an info about you with nothing after it', aFileAsking(dog, age, { ...info, aboutYou: true }), 'questions[2]', 'none follows'],
  ['a scale upside down', aFileAsking({ ...scale, to: 1 }), 'questions[0].to', 'more than "from"'],
  ['a scale with too many steps', aFileAsking({ ...scale, from: 0, to: 11 }), 'questions[0].to', '12 steps'],
  ['a label outside its scale', aFileAsking({ ...scale, labels: { 6: 'Six' } }), 'questions[0].labels.6', 'from 1 to 5'],
  ['half a step', aFileAsking({ ...scale, from: 1.5 }), 'questions[0].from', 'whole number'],
  ['a ranking of more than there are', aFileAsking({ ...pick, kind: 'ranking', top: 3 }), 'questions[0].top', 'at most 2'],
  ['a number with its bounds exchanged', aFileAsking({ ...trips, min: 60 }), 'questions[0].max', 'exchange'],
  [
    'a date with its bounds exchanged',
    aFileAsking({ key: 'd', kind: 'date', text: 'x', earliest: '2027-01-02', latest: '2027-01-01' }),
    'questions[0].latest',
    'exchange',
  ],
  ['an answer longer than we keep', aFileAsking({ ...why, maxLength: 4001 }), 'questions[0].maxLength', 'at most 4000'],
  [
    'a condition on a question that is not there',
    asked({ question: 'dgo', is: true }, dog),
    'questions[1].when.question',
    'did you mean "dog"?',
  ],
  [
    'a condition that looks forward',
    aFileAsking({ ...why, when: { question: 'dog', is: true } }, dog),
    'questions[0].when.question',
    'asked later',
  ],
  ['a condition on itself', asked({ question: 'last', answered: true }), 'questions[0].when.question', 'its own answer'],
  ['a condition on an info', asked({ question: 'note', answered: true }, info), 'questions[1].when.question', 'takes no answer'],
  [
    'a condition that looks at an answer about you',
    asked({ question: 'age', is: 'a' }, age),
    'questions[1].when.question',
    'asked after the others',
  ],
  ['a condition on an option that is not there', asked({ question: 'pick', is: 'c' }, pick), 'questions[1].when.is', 'it has a, b'],
  ['one of several that is not there', asked({ question: 'pick', anyOf: ['a', 'z'] }, pick), 'questions[1].when.anyOf[1]', 'no option "z"'],
  ['a step outside the scale', asked({ question: 'happy', atLeast: 6 }, scale), 'questions[1].when.atLeast', 'from 1 to 5'],
  ['a number outside its bounds', asked({ question: 'trips', is: 51 }, trips), 'questions[1].when.is', 'from 0 to 50'],
  ['"includes" where one is chosen', asked({ question: 'pick', includes: 'a' }, pick), 'questions[1].when.includes', 'use "is"'],
  ['"is" where several are chosen', asked({ question: 'sports', is: 'a' }, sports), 'questions[1].when.is', 'use "includes"'],
  ['"at least" of a choice', asked({ question: 'pick', atLeast: 2 }, pick), 'questions[1].when.atLeast', 'no more and less'],
  ['a comparison with own words', asked({ question: 'why', is: 'bus' }, why), 'questions[1].when.is', 'use "answered"'],
  ['"maybe" to a yes-or-no question', asked({ question: 'dog', is: 'maybe' }, dog), 'questions[1].when.is', 'true or false'],
  ['a condition that says nothing', asked({ question: 'dog' }, dog), 'questions[1].when', 'should compare'],
  ['a condition that compares twice', asked({ question: 'dog', is: true, answered: true }, dog), 'questions[1].when', 'twice'],
  [
    'a condition with a word that is not known',
    asked({ question: 'dog', equals: true }, dog),
    'questions[1].when.equals',
    'not known here',
  ],
  [
    'a condition that says two things',
    asked({ all: [{ question: 'dog', is: true }], question: 'dog' }, dog),
    'questions[1].when',
    'two things',
  ],
  [
    'a condition deep inside others',
    asked({ all: [{ not: { any: [{ question: 'dog', is: 3 }] } }] }, dog),
    'questions[1].when.all[0].not.any[0].is',
    'true or false',
  ],
  [
    'a condition nested without end',
    asked({ not: { not: { not: { not: { not: { question: 'dog', is: true } } } } } }, dog),
    'questions[1].when.not.not.not.not.not',
    'too deep',
  ],
  ['a placeholder for no question', aFileAsking(dog, { ...why, text: 'Your {dogs}?' }), 'questions[1].text', 'did you mean "dog"?'],
  ['a placeholder in one language', aFileAsking(dog, { ...why, text: { en: 'Why?', pl: 'Dlaczego {x}?' } }), 'questions[1].text.pl', '{x}'],
  ['a placeholder for a later answer', aFileAsking({ ...dog, help: 'See {why}' }, why), 'questions[0].help', 'asked later'],
  [
    'a placeholder for an answer about you',
    aFileAsking(dog, age, { ...why, aboutYou: true, text: '{age}?' }),
    'questions[2].text',
    'never read back',
  ],
  [
    'a placeholder in an option',
    aFileAsking(dog, { ...pick, options: [...options, { key: 'c', text: '{dog}' }] }),
    'questions[1].options[2].text',
    "only be repeated in a question's text",
  ],
  ['a placeholder in the thanks', aFile({ thanks: 'Thanks for {visit}' }), 'thanks', "only be repeated in a question's text"],
];

describe('a file is refused for', () => {
  test.each(table)('%s', (_, source, path, reason) => {
    expect(faultsOf(source)).toEqual([{ path, reason: expect.stringContaining(reason), line: expect.any(Number) }]);
  });

  test.each([
    ['being no YAML', 'key: [1, 2', 'not YAML'],
    ['bad indentation', 'key: x\n  title: y\n', 'not YAML'],
    ['being empty', '', 'should be a consultation'],
    ['being a list', '- a\n- b\n', 'should be a consultation'],
    ['being two files in one', 'key: a\n---\nkey: b\n', 'not YAML'],
    ['being too large', `# ${'x'.repeat(1_048_576)}`, '1 MiB'],
    ['brackets without end', '['.repeat(200_000), ''],
  ])('%s', (_, source, reason) => {
    const faults = faultsOf(source);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]?.reason).toContain(reason);
  });

  test('aliases that multiply', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(', ')}]`),
    ].join('\n');
    expect(faultsOf(bomb)).toEqual([{ path: '', reason: expect.stringContaining('aliases') }]);
  });
});

describe('every fault at once', () => {
  const tenFaults = `key: Parks
title: Your parks
summary: ''
decision: Which play area is repaired.
decisionMaker: Executive member
opens: 2027-02-30
closes: 2027-01-31
keyword: STOP
colour: green
questions:
  - key: visit
    kind: choice
    text: How often?
    options:
      - { key: weekly, text: Every week }
      - { key: weekly, text: Weekly }
  - key: barrier
    kind: txt
    text: What stops you?
    when: { question: visti, is: weekly }
  - key: happy
    kind: scale
    text: "{gone}"
    from: 5
    to: 1
`;

  test('names ten faults with paths and lines, in the order of the file', () => {
    expect(faultsOf(tenFaults).map(({ path, line }) => `${line} ${path}`)).toEqual([
      '1 key',
      '3 summary',
      '6 opens',
      '8 keyword',
      '9 colour',
      '16 questions[0].options[1].key',
      '18 questions[1].kind',
      '20 questions[1].when.question',
      '23 questions[2].text',
      '25 questions[2].to',
    ]);
  });

  test('a fault in one question makes no faults in those that look at it', () => {
    const source = aFileAsking(
      { ...pick, options: [{ key: 'a' }, options[1]], text: undefined },
      { ...why, when: { question: 'pick', is: 'a' } },
    );
    expect(told(source)).toEqual([
      'questions[0].text: missing; write a text here',
      'questions[0].options[0].text: missing; write a text here',
    ]);
  });

  test('a property written twice is a fault beside the others', () => {
    const faults = faultsOf('key: a\nkey: b\ntitle: T\nquestions:\n  - key: x\n    kind: yesNo\n    text: X?\n    kind: text\n');
    expect(faults).toContainEqual({ path: 'key', reason: 'written twice; keep one', line: 2 });
    expect(faults).toContainEqual({ path: 'questions[0].kind', reason: 'written twice; keep one', line: 8 });
    expect(faults.map(({ path }) => path)).toContain('summary');
  });

  test('reads as a line on a terminal', () => {
    expect(faultInWords({ path: 'questions[2].key', reason: 'used twice', line: 31 })).toBe('line 31, questions[2].key: used twice');
    expect(faultInWords({ path: '', reason: 'the file is larger than 1 MiB' })).toBe('the file is larger than 1 MiB');
  });
});

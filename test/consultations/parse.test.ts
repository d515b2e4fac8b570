import { preferNotToSay } from '#consultations/definition.ts';
import { parseDefinition } from '#consultations/parse.ts';
import { aFile, aFileAsking } from './builders.ts';

const read = (source: string) => {
  const parsed = parseDefinition(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.definition;
};
const options = [
  { key: 'a', text: 'A' },
  { key: 'b', text: 'B' },
];
const first = { key: 'first', kind: 'yesNo', text: 'First?' };

const yaml = `# A comment
key: parks-2027
title: { en: Your parks, pl: Wasze parki }
summary: Help us decide what to repair first.
decision: Which of the five play areas is repaired in 2027.
decisionMaker: Executive member for communities
decisionOn: 2027-03-10
team: Communities and leisure
opens: 2026-11-01
closes: 2027-01-31
places: [parish:irthlingborough]
keyword: parks
privacy: https://example.org/privacy
questions:
  - key: visit
    kind: choice
    text: How often do you use a park?
    help: Any park or green space counts.
    options:
      - { key: weekly, text: { en: Every week, pl: Co tydzień } }
      - { key: rarely, text: Hardly ever }
    required: true
  - key: barrier
    kind: text
    text: "You said {visit}. What stops you?"
    when: { question: visit, is: rarely }
  - { key: happy, kind: scale, text: How happy are you?, from: 1, to: 5, labels: { 1: Very unhappy, 5: Very happy } }
thanks: Thank you.
`;

describe('a consultation in YAML', () => {
  test('is read whole', () => {
    expect(read(yaml)).toMatchObject({
      key: 'parks-2027',
      title: { en: 'Your parks', pl: 'Wasze parki' },
      decisionOn: '2027-03-10',
      opensAt: '2026-11-01T00:00:00.000Z',
      closesAt: '2027-02-01T00:00:00.000Z',
      places: ['parish:irthlingborough'],
      keyword: 'PARKS',
      thanks: { en: 'Thank you.' },
      questions: [
        {
          key: 'visit',
          kind: 'choice',
          required: true,
          aboutYou: false,
          options: [{ key: 'weekly', label: { pl: 'Co tydzień' } }, { key: 'rarely' }],
        },
        { key: 'barrier', kind: 'text', required: false, maxLength: 1000, when: { question: 'visit', is: 'rarely' } },
        { key: 'happy', kind: 'scale', from: 1, to: 5, labels: { 1: { en: 'Very unhappy' }, 5: { en: 'Very happy' } } },
      ],
    });
  });

  test('is the same in JSON, indented with spaces or tabs', () => {
    expect(read(aFile())).toEqual(read(JSON.stringify(JSON.parse(aFile()), undefined, '\t')));
  });

  test('may be saved by Windows', () => {
    expect(read(`\ufeff${yaml.replaceAll('\n', '\r\n')}`)).toEqual(read(yaml));
  });

  test('survives being stored as JSON', () => {
    expect(JSON.parse(JSON.stringify(read(yaml)))).toEqual(read(yaml));
  });
});

describe('times', () => {
  test.each([
    ['a day alone is the whole day in London', '2026-06-01', '2026-06-30', '2026-05-31T23:00:00.000Z', '2026-06-30T23:00:00.000Z'],
    ['a day may be the one on which the clocks change', '2026-10-25', '2026-10-25', '2026-10-24T23:00:00.000Z', '2026-10-26T00:00:00.000Z'],
    ['a time has its offset', '2026-06-01T09:00+01:00', '2026-06-30T17:00Z', '2026-06-01T08:00:00.000Z', '2026-06-30T17:00:00.000Z'],
  ])('%s', (_, opens, closes, opensAt, closesAt) => {
    expect(read(aFile({ opens, closes }))).toMatchObject({ opensAt, closesAt });
  });
});

describe('what a file may leave out', () => {
  test('a ranking asks for the best three, or for all where there are fewer', () => {
    expect(read(aFileAsking({ key: 'r', kind: 'ranking', text: 'Rank', options })).questions[0]).toMatchObject({ top: 2 });
    const four = ['a', 'b', 'c', 'd'].map((key) => ({ key, text: key }));
    expect(read(aFileAsking({ key: 'r', kind: 'ranking', text: 'Rank', options: four })).questions[0]).toMatchObject({ top: 3 });
  });

  test('every about-you choice ends with "Prefer not to say", chosen alone', () => {
    const [, one, several] = read(
      aFileAsking(
        first,
        { key: 'age', kind: 'choice', aboutYou: true, text: 'Age?', options },
        { key: 'needs', kind: 'choices', aboutYou: true, text: 'Needs?', options },
      ),
    ).questions;
    expect(one).toMatchObject({
      options: [
        { key: 'a' },
        { key: 'b' },
        { key: preferNotToSay, label: { en: 'Prefer not to say', pl: 'Wolę nie odpowiadać' }, exclusive: false },
      ],
    });
    expect(several).toMatchObject({ options: [{ exclusive: false }, {}, { key: preferNotToSay, exclusive: true }] });
  });

  test("the file's own wording of that is kept, and stays alone", () => {
    const worded = [...options, { key: preferNotToSay, text: 'Rather not' }];
    const [, needs] = read(
      aFileAsking(first, { key: 'needs', kind: 'choices', aboutYou: true, text: 'Needs?', options: worded }),
    ).questions;
    expect(needs).toMatchObject({ options: [{}, {}, { key: preferNotToSay, label: { en: 'Rather not' }, exclusive: true }] });
    expect(needs).toHaveProperty('options.length', 3);
  });

  test('"is: yes" about a yes-or-no question means true, inside other conditions too', () => {
    const when = { any: [{ question: 'first', is: 'yes' }, { not: { question: 'first', anyOf: ['no', true] } }] };
    const [, second] = read(aFileAsking(first, { key: 'why', kind: 'text', text: 'Why?', when })).questions;
    expect(second?.when).toEqual({ any: [{ question: 'first', is: true }, { not: { question: 'first', anyOf: [false, true] } }] });
  });
});

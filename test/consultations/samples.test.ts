import { readFileSync } from 'node:fs';
import type { Definition, Question } from '#consultations/definition.ts';
import { parseDefinition } from '#consultations/parse.ts';
import { stateOf } from '#consultations/state.ts';
import { faultInWords } from '#files/fault.ts';
import { type Language, languages, type Text, textIn } from '#language/languages.ts';

const names = ['parks', 'buses', 'warm', 'library'] as const;
const source = (name: string) => readFileSync(new URL(`../../prisma/sample/${name}.yaml`, import.meta.url), 'utf8');
const read = (name: string): Definition => {
  const parsed = parseDefinition(source(name));
  if (!parsed.ok) throw new Error(parsed.faults.map(faultInWords).join('\n'));
  return parsed.definition;
};

/** Two joined text messages in an alphabet beyond GSM-7, less what the question's number takes ("1/7 "). */
const twoMessages = 134 - 4;
const twoMessagesInEnglish = 306 - 4;

describe.each(names)('the sample %s.yaml', (name) => {
  test('holds, and says that it is invented', () => {
    expect(read(name).questions.length).toBeGreaterThan(2);
    expect(source(name).split('\n')[0]).toContain('invented');
  });

  test('says everything in every language', () => {
    const { title, summary, decision, decisionMaker, thanks, questions } = read(name);
    for (const text of [title, summary, decision, decisionMaker, thanks, ...questions.flatMap(textsOf)]) {
      expect(Object.keys(text ?? {}).sort()).toEqual(['en', 'lt', 'pl', 'ro']);
    }
  });

  test('asks each question within two text messages', () => {
    for (const question of read(name).questions) {
      for (const language of languages) {
        const asked = askedBySms(question, language);
        const room = language === 'en-GB' ? twoMessagesInEnglish : twoMessages;
        expect({ asked, fits: asked.length <= room }).toEqual({ asked, fits: true });
      }
    }
  });

  test('has only signs that are cheap to text in English', () => {
    // GSM-7's own letters beyond ASCII are few; what an English text may need of them is the pound sign.
    const { title, summary, decision, questions, thanks } = read(name);
    for (const text of [title, summary, decision, thanks, ...questions.flatMap(textsOf)]) expect(text?.en).toMatch(/^[\x20-\x7e£\n]*$/);
  });
});

test.each([
  ['parks', 'open'],
  ['buses', 'open'],
  ['warm', 'notYetOpen'],
  ['library', 'closed'],
])('the sample %s.yaml is %s in 2027', (name, state) => {
  expect(stateOf({ publishedAt: new Date('2026-01-01'), closedAt: null, definition: read(name) }, new Date('2027-01-01'))).toBe(state);
});

test('the samples have a keyword and a key of their own', () => {
  expect(new Set(names.map((name) => read(name).keyword)).size).toBe(names.length);
  expect(new Set(names.map((name) => read(name).key)).size).toBe(names.length);
});

function textsOf(question: Question): readonly Text[] {
  const options = 'options' in question ? question.options.map(({ label }) => label) : [];
  const labels = question.kind === 'scale' ? Object.values(question.labels) : [];
  return [question.text, ...(question.sms ? [question.sms] : []), ...(question.help ? [question.help] : []), ...options, ...labels];
}

function askedBySms(question: Question, language: Language): string {
  const options = 'options' in question ? question.options.map(({ label }, index) => `${index + 1} ${textIn(label, language)}`) : [];
  return [textIn(question.sms ?? question.text, language), ...options].join('\n');
}

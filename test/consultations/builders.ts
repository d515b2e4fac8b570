import type { Answers, Definition, Option, Question, QuestionOf } from '#consultations/definition.ts';
import { codebookOf } from '#consultations/results/codebook.ts';
import { questionKeys } from '#consultations/results/columns.ts';
import type { Results } from '#consultations/results/index.ts';
import { rowOf, type StoredResponse } from '#consultations/results/shape.ts';

/** A believable consultation about parks: a choice, own words asked of some, a scale. */
export function aDefinition(overrides: Partial<Definition> = {}): Definition {
  return {
    key: 'parks-2027',
    title: { en: 'Your parks', pl: 'Wasze parki' },
    summary: { en: 'Help us decide what to repair first.' },
    decision: { en: 'Which play area is repaired in 2027.' },
    decisionMaker: { en: 'Executive member for communities' },
    opensAt: '2026-11-01T00:00:00.000Z',
    closesAt: '2027-02-01T00:00:00.000Z',
    places: [],
    keyword: 'PARKS',
    questions: [visit, barrier, happy],
    ...overrides,
  };
}

export const anOption = (key: string, label = key, exclusive = false): Option => ({ key, label: { en: label }, exclusive });

const asked = (key: string) => ({ key, text: { en: `What about ${key}?` }, required: false, aboutYou: false });

export function aChoice(key: string, options: readonly string[], overrides: Partial<QuestionOf<'choice'>> = {}): Question {
  return { ...asked(key), kind: 'choice', options: options.map((option) => anOption(option)), ...overrides };
}

export function aText(key: string, overrides: Partial<QuestionOf<'text'>> = {}): Question {
  return { ...asked(key), kind: 'text', maxLength: 1000, ...overrides };
}

export function aYesNo(key: string, overrides: Partial<QuestionOf<'yesNo'>> = {}): Question {
  return { ...asked(key), kind: 'yesNo', ...overrides };
}

export function aScale(key: string, overrides: Partial<QuestionOf<'scale'>> = {}): Question {
  return { ...asked(key), kind: 'scale', from: 1, to: 5, labels: {}, ...overrides };
}

export function anInfo(key: string, overrides: Partial<QuestionOf<'info'>> = {}): Question {
  return { ...asked(key), kind: 'info', ...overrides };
}

export const visit: Question = {
  ...asked('visit'),
  kind: 'choice',
  text: { en: 'How often do you use a park?', pl: 'Jak często korzystasz z parku?' },
  required: true,
  options: [
    { key: 'weekly', label: { en: 'Every week', pl: 'Co tydzień' }, exclusive: false },
    { key: 'monthly', label: { en: 'Every month', pl: 'Co miesiąc' }, exclusive: false },
    { key: 'rarely', label: { en: 'Hardly ever', pl: 'Prawie nigdy' }, exclusive: false },
  ],
};

export const barrier: Question = { ...aText('barrier'), text: { en: 'What stops you?' }, when: { question: 'visit', is: 'rarely' } };

export const happy: Question = {
  ...asked('happy'),
  kind: 'scale',
  text: { en: 'How happy are you with your parks?' },
  from: 1,
  to: 5,
  labels: { 1: { en: 'Very unhappy' }, 5: { en: 'Very happy', pl: 'Bardzo zadowolony' } },
};

export const age: Question = { ...aChoice('age', ['under-16', '16-24', 'prefer-not-to-say'], { aboutYou: true }) };

/** Answers in order, as a conversation gives them. */
export const answering = (...given: readonly (readonly [string, Answers[string]])[]): Answers => Object.fromEntries(given);

/** A consultation's file, with parts changed or (undefined) left out. */
export function aFile(changes: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ ...fileParts, ...changes }, undefined, 2);
}

/** A file with these questions and nothing else unusual. */
export const aFileAsking = (...questions: readonly unknown[]): string => aFile({ questions });

export const fileParts = {
  key: 'parks-2027',
  title: { en: 'Your parks', pl: 'Wasze parki' },
  summary: 'Help us decide what to repair first.',
  decision: 'Which play area is repaired in 2027.',
  decisionMaker: 'Executive member for communities',
  opens: '2026-11-01',
  closes: '2027-01-31',
  keyword: 'PARKS',
  questions: [
    {
      key: 'visit',
      kind: 'choice',
      text: 'How often do you use a park?',
      options: [
        { key: 'weekly', text: 'Every week' },
        { key: 'rarely', text: 'Hardly ever' },
      ],
    },
    { key: 'barrier', kind: 'text', text: 'What stops you?', when: { question: 'visit', is: 'rarely' } },
  ],
} as const;

/** A response as stored: begun by text message, and nothing said yet. */
export function aResponse(overrides: Partial<StoredResponse> = {}): StoredResponse {
  return {
    id: '5f0f7a0e-41b4-4a39-8a46-1f6f3b1c6f10',
    reference: 'BCDF3467',
    versionNumber: 1,
    channel: 'sms',
    language: 'en-GB',
    place: null,
    council: null,
    minuteReference: null,
    startedAt: new Date('2026-11-02T10:00:00Z'),
    submittedAt: null,
    answers: {},
    ...overrides,
  };
}

export const ageQuestion = {
  key: 'age',
  kind: 'choice',
  aboutYou: true,
  text: 'Age?',
  options: [
    { key: 'young', text: 'Young' },
    { key: 'old', text: 'Old' },
  ],
} as const;

/** A file that also asks how old people are. */
export const aFileWithAge = (changes: Readonly<Record<string, unknown>> = {}): string =>
  aFile({ questions: [...fileParts.questions, ageQuestion], ...changes });

/** Results of one consultation with one response that says this in own words. */
export function resultsSaying(words: string): Results {
  const definition = aDefinition();
  const versions = [{ number: 1, definition }];
  const answers = { visit: 'rarely', barrier: words, happy: 4 };
  return {
    key: definition.key,
    title: definition.title.en,
    at: new Date('2026-11-03T09:00:00Z'),
    counts: { started: 0, partial: 0, submitted: 1, withdrawn: 0, councils: 0 },
    questionKeys: questionKeys(versions),
    responses: [rowOf(aResponse({ answers, submittedAt: new Date('2026-11-02T10:05:00Z') }), definition)],
    codebook: codebookOf(versions),
    aboutYou: {
      takenAt: new Date('2026-11-01T23:30:00Z'),
      responses: 16,
      totals: [
        {
          question: 'age',
          text: 'How old are you?',
          rows: [
            { code: '16-24', label: '16 to 24', count: 12 },
            { code: '(not answered)', label: 'Not answered', count: null },
          ],
        },
      ],
    },
  };
}

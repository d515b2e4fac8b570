import { preferNotToSay, type Question, type QuestionKind, type Value } from '../definition.ts';
import { preferNotToSayWords } from '../fixedWords.ts';
import { codesOf } from './codebook.ts';
import { questionsAboutYou, type Version } from './columns.ts';
import { shownCounts } from './disclosure.ts';

/** How often each answer to one about-you question was given in the responses that were sent. */
export interface AboutYouTotals {
  readonly question: string;
  /** English. */
  readonly text: string;
  readonly rows: readonly AboutYouTotal[];
}

export interface AboutYouTotal {
  readonly code: string;
  readonly label: string;
  /** Null: hidden, because it or one beside it is small. */
  readonly count: number | null;
}

/** Counts per question. Nothing else of an about-you answer is kept here: no own words, and never who gave it. */
export type Tally = ReadonlyMap<string, Counted>;

interface Counted {
  readonly answered: number;
  readonly codes: ReadonlyMap<string, number>;
}

/** Stand for no option's key: those have no brackets. */
const anyAnswer = '(answered)';
const noAnswer = '(not answered)';

const nobody: Counted = { answered: 0, codes: new Map() };

/** Adds what was answered to a tally. A skipped question is not answered. `listable` are the questions whose answers are told apart. */
export function tallied(
  tally: Tally,
  answers: readonly { readonly questionKey: string; readonly value: Value }[],
  listable: ReadonlySet<string>,
): Tally {
  const grown = new Map(tally);
  for (const { questionKey, value } of answers) {
    if (value === null) continue;
    const { answered, codes } = grown.get(questionKey) ?? nobody;
    const given = listable.has(questionKey) || value === preferNotToSay ? codesIn(value) : [anyAnswer];
    grown.set(questionKey, { answered: answered + 1, codes: plusOne(codes, given) });
  }
  return grown;
}

function plusOne(codes: ReadonlyMap<string, number>, given: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...codes, ...given.map((code) => [code, (codes.get(code) ?? 0) + 1] as const)]);
}

/** What people say in own words, and what is all but unique (a number, a day, a place), is only counted, never told apart. */
export function listableQuestions(versions: readonly Version[]): ReadonlySet<string> {
  const told = (kind: QuestionKind) => kind === 'choice' || kind === 'choices' || kind === 'scale' || kind === 'yesNo';
  const questions = questionsAboutYou(versions).filter((wordings) => wordings.every(({ kind }) => told(kind)));
  return new Set(questions.map(([{ key }]) => key));
}

/** Totals per question, as they may be shown. `submitted` is the number of responses sent. */
export function aboutYouTotals(versions: readonly Version[], tally: Tally, submitted: number): readonly AboutYouTotals[] {
  const listable = listableQuestions(versions);
  return questionsAboutYou(versions).map((wordings) => {
    const [{ key, text }] = wordings;
    const { answered, codes } = tally.get(key) ?? nobody;
    const labels = listable.has(key) ? optionLabels(wordings) : new Map([[anyAnswer, 'Answered']]);
    if (!labels.has(preferNotToSay)) labels.set(preferNotToSay, preferNotToSayWords.en);
    const given = [...labels].map(([code, label]) => ({ code, label, count: codes.get(code) ?? 0 }));
    const all = [...given, { code: noAnswer, label: 'Not answered', count: submitted - answered }];
    const shown = shownCounts(all.map(({ count }) => count));
    return { question: key, text: text.en, rows: all.map((row, index) => ({ ...row, count: shown[index] ?? null })) };
  });
}

/** The options of every version, those of the newest first. */
function optionLabels(wordings: readonly Question[]): Map<string, string> {
  const labels = new Map<string, string>();
  for (const { code, label } of wordings.flatMap(codesOf)) if (!labels.has(code)) labels.set(code, label);
  return labels;
}

function codesIn(value: Exclude<Value, null>): readonly string[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return typeof value === 'object' ? value : [String(value)];
}

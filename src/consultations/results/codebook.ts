import type { Question, QuestionKind } from '../definition.ts';
import { noWords, yesWords } from '../fixedWords.ts';
import { askedInOrder } from '../survey.ts';
import type { Version } from './columns.ts';
import { conditionInWords } from './conditionInWords.ts';

/** What one column means in one version. Texts are in English. */
export interface CodebookEntry {
  readonly version: number;
  readonly question: string;
  readonly kind: QuestionKind;
  readonly aboutYou: boolean;
  readonly required: boolean;
  readonly text: string;
  /** What may stand in the column, and what it means; empty where that is a number, a day or own words. */
  readonly codes: readonly { readonly code: string; readonly label: string }[];
  /** When it was asked, by keys; empty is always. */
  readonly condition: string;
}

/** Every question of every version, in the order in which it was asked. */
export function codebookOf(versions: readonly Version[]): readonly CodebookEntry[] {
  return versions.flatMap(({ number, definition }) =>
    askedInOrder(definition).map((question) => ({
      version: number,
      question: question.key,
      kind: question.kind,
      aboutYou: question.aboutYou,
      required: question.required,
      text: question.text.en,
      codes: codesOf(question),
      condition: question.when ? conditionInWords(question.when) : '',
    })),
  );
}

/** The answers that a question's maker thought of, with their English labels. */
export function codesOf(question: Question): CodebookEntry['codes'] {
  switch (question.kind) {
    case 'choice':
    case 'choices':
    case 'ranking':
      return question.options.map(({ key, label }) => ({ code: key, label: label.en }));
    case 'scale':
      return stepsOf(question.from, question.to).map((step) => ({ code: String(step), label: question.labels[step]?.en ?? String(step) }));
    case 'yesNo':
      return [
        { code: 'yes', label: yesWords.en },
        { code: 'no', label: noWords.en },
      ];
    default:
      return [];
  }
}

function stepsOf(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

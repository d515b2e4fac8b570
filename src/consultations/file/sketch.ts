import { isBlock } from '#files/found.ts';
import { type Condition, type QuestionKind, questionKinds } from '../definition.ts';

/**
 * What can be made out of one question in a file, whether or not the question holds as a whole.
 * The rules between questions work on sketches: so a fault in one question neither hides nor causes faults in others.
 */
export interface Sketch {
  /** Position in the file, from 0. */
  readonly index: number;
  /** Position in which it is asked, from 0: the about-you questions come last. */
  readonly position: number;
  readonly key?: string;
  readonly kind?: QuestionKind;
  readonly aboutYou: boolean;
  /** Keys as written; undefined for an option whose key cannot be read. Undefined where there is no list. */
  readonly optionKeys?: readonly (string | undefined)[];
  readonly when?: Condition;
  readonly written: Readonly<Record<string, unknown>>;
}

/** Sketches of the questions that are blocks at all, in the order of the file. */
export function sketchQuestions(questions: readonly unknown[], conditions: readonly (Condition | undefined)[]): readonly Sketch[] {
  const rows = questions.flatMap((written, index) => (isBlock(written) ? [{ written, index, aboutYou: written.aboutYou === true }] : []));
  const asked = [...rows.filter((row) => !row.aboutYou), ...rows.filter((row) => row.aboutYou)];
  return rows.map((row) => ({
    ...row,
    position: asked.indexOf(row),
    ...(typeof row.written.key === 'string' ? { key: row.written.key } : {}),
    ...kindOf(row.written),
    ...optionKeysOf(row.written),
    ...whenOf(conditions[row.index]),
  }));
}

export function isQuestionKind(kind: unknown): kind is QuestionKind {
  return questionKinds.some((known) => known === kind);
}

function kindOf({ kind }: Readonly<Record<string, unknown>>): Pick<Sketch, 'kind'> {
  return isQuestionKind(kind) ? { kind } : {};
}

function optionKeysOf({ options }: Readonly<Record<string, unknown>>): Pick<Sketch, 'optionKeys'> {
  if (!Array.isArray(options)) return {};
  return { optionKeys: options.map((option) => (isBlock(option) && typeof option.key === 'string' ? option.key : undefined)) };
}

function whenOf(when: Condition | undefined): Pick<Sketch, 'when'> {
  return when ? { when } : {};
}

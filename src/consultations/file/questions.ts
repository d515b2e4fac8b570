import { closest } from '#files/closest.ts';
import { at, type Found, isBlock, type PathPart } from '#files/found.ts';
import { foundIn, reasonFor } from '#files/issues.ts';
import type { Text } from '#language/languages.ts';
import { type Condition, type Option, preferNotToSay, type Question } from '../definition.ts';
import { preferNotToSayWords } from '../fixedWords.ts';
import { readCondition } from './condition.ts';
import { anyQuestionShape, type FileQuestion, optionProperties, questionProperties, questionShapes } from './questionShape.ts';
import { isQuestionKind } from './sketch.ts';

export interface ReadQuestion {
  /** Undefined where the question does not hold. */
  readonly question?: Question;
  /** Its condition, where that much could be read. */
  readonly when?: Condition;
  readonly found: readonly Found[];
}

/** Reads one question by itself. */
export function readQuestion(written: unknown, index: number): ReadQuestion {
  const path: readonly PathPart[] = ['questions', index];
  if (!isBlock(written)) return { found: [at(path, 'should be a question: a block with key, kind and text')] };

  const condition = written.when === undefined ? { found: [] } : readCondition(written.when, [...path, 'when']);
  const when = 'condition' in condition && condition.condition ? { when: condition.condition } : {};
  const { kind } = written;
  if (!isQuestionKind(kind)) {
    const parsed = anyQuestionShape.safeParse(written, { error: reasonFor });
    const others = parsed.success ? [] : foundIn(parsed.error, path, () => []);
    return { ...when, found: [at([...path, 'kind'], kindReason(kind)), ...others, ...condition.found] };
  }

  const parsed = questionShapes[kind].safeParse(written, { error: reasonFor });
  if (parsed.success) return { ...when, question: { ...finished(parsed.data), ...when }, found: condition.found };
  const known = (inside: readonly PathPart[]) => (inside[0] === 'options' ? optionProperties : questionProperties(kind));
  return { ...when, found: [...foundIn(parsed.error, path, known), ...condition.found] };
}

function kindReason(kind: unknown): string {
  const kinds = Object.keys(questionShapes);
  const meant = typeof kind === 'string' ? (otherKinds[kind.toLowerCase()] ?? closest(kind, kinds)) : undefined;
  return `${kind === undefined ? 'missing; it' : 'not known here; it'} should be one of ${kinds.join(', ')}${meant ? `; did you mean "${meant}"?` : ''}`;
}

/** What other tools call our kinds. */
const otherKinds: Readonly<Record<string, string>> = {
  radio: 'choice',
  select: 'choice',
  select_one: 'choice',
  checkbox: 'choices',
  checkboxes: 'choices',
  select_multiple: 'choices',
  multiple: 'choices',
  rating: 'scale',
  boolean: 'yesNo',
  note: 'info',
  integer: 'number',
  decimal: 'number',
  freetext: 'text',
  textarea: 'text',
  rank: 'ranking',
};

/** The question as the rest of the house knows it: an option's text is its label, and what may be left out is filled in. */
function finished(read: FileQuestion): Question {
  const { when: _, ...question } = read;
  switch (question.kind) {
    case 'choice':
    case 'choices':
      return { ...question, options: finishedOptions(question.options, question) };
    case 'ranking':
      return {
        ...question,
        options: finishedOptions(question.options, question),
        top: question.top ?? Math.min(3, question.options.length),
      };
    default:
      return question;
  }
}

type FileOption = { readonly key: string; readonly text: Text; readonly exclusive?: boolean };

/** Every about-you choice ends with "Prefer not to say", chosen alone, unless the file has worded that itself. */
function finishedOptions(written: readonly FileOption[], { kind, aboutYou }: Pick<Question, 'kind' | 'aboutYou'>): readonly Option[] {
  const options = written.map(({ key, text, exclusive }) => ({
    key,
    label: text,
    exclusive: (exclusive ?? false) || (kind === 'choices' && key === preferNotToSay),
  }));
  if (!aboutYou || kind === 'ranking' || options.some(({ key }) => key === preferNotToSay)) return options;
  return [...options, { key: preferNotToSay, label: preferNotToSayWords, exclusive: kind === 'choices' }];
}

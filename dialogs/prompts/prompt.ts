import type { Answers, Definition, QuestionKind, QuestionOf, Value } from '#consultations/definition.ts';
import type { Heard } from '#language/heard.ts';
import type { Language } from '#language/languages.ts';
import type { SentenceArguments, SentenceKey } from '#language/words.ts';
import type { AnswerForm, AskedOption } from '../asking.ts';
import type { Room } from '../room.ts';

/** What a prompt knows while it asks or hears. */
export interface PromptContext {
  readonly definition: Definition;
  readonly answers: Answers;
  readonly language: Language;
  readonly room: Room;
  /** The day in Europe/London, `YYYY-MM-DD`. */
  today(): string;
  words(key: SentenceKey, args?: SentenceArguments): string;
}

/** Why an answer was not taken: a sentence that says what would be understood. */
export interface NotHeard {
  readonly ok: false;
  readonly reason: SentenceKey;
  readonly args?: SentenceArguments;
}

export type HeardValue = Extract<Heard<Value>, { ok: true }> | NotHeard;

/** One question kind: how it is put, how it is heard. */
export interface Prompt<K extends QuestionKind = QuestionKind> {
  readonly answer: AnswerForm;
  /** The options to choose from; none where the person answers in words. */
  options(question: QuestionOf<K>, context: PromptContext): readonly AskedOption[];
  /** How to answer, where the options do not say it. */
  hint(question: QuestionOf<K>, context: PromptContext): string | undefined;
  hear(said: string, question: QuestionOf<K>, context: PromptContext): HeardValue;
  /** An answer that would be taken. */
  example(question: QuestionOf<K>, context: PromptContext): string;
}

export function taken(value: Value, sure: boolean): HeardValue {
  return { ok: true, value, sure };
}

export function notHeard(reason: SentenceKey, args?: SentenceArguments): NotHeard {
  return args ? { ok: false, reason, args } : { ok: false, reason };
}

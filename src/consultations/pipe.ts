import { type Language, type Text, textIn } from '#language/languages.ts';
import type { Answers, Definition } from './definition.ts';
import { labelOf } from './label.ts';

/** How a text names an earlier answer: `{visit}`. */
const placeholder = /\{([^{}]*)\}/g;

/** Own words are cut to this many characters where they are read back inside a question, so that it still fits a text message. */
const ownWordsLimit = 60;

/** Stands for an answer that was skipped. Three full stops, not one sign: the single sign would halve what fits into a text message. */
const nothingSaid = '...';

/**
 * A text in the person's language with the earlier answers filled in. What people said is put in as it is:
 * braces inside an answer are never read again.
 */
export function pipe(text: Text, answers: Answers, definition: Definition, language: Language): string {
  return textIn(text, language).replaceAll(placeholder, (written, key: string) => {
    const question = definition.questions.find((each) => each.key === key);
    if (!question) return written;
    const label = labelOf(question, answers[key] ?? null, language);
    return question.kind === 'text' ? shortened(label) : label || nothingSaid;
  });
}

/** The question keys that a text names between braces, in order. */
export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map((found) => found[1] ?? '');
}

function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return nothingSaid;
  const letters = Array.from(line);
  return letters.length <= ownWordsLimit ? line : `${letters.slice(0, ownWordsLimit).join('').trimEnd()}${nothingSaid}`;
}

import type { AnswerableQuestion, QuestionKind } from '#consultations/definition.ts';
import { choice } from './choice.ts';
import { choices } from './choices.ts';
import { date } from './date.ts';
import { number } from './number.ts';
import { postcode } from './postcode.ts';
import type { Prompt } from './prompt.ts';
import { ranking } from './ranking.ts';
import { scale } from './scale.ts';
import { text } from './text.ts';
import { yesNo } from './yesNo.ts';

const prompts: { readonly [K in Exclude<QuestionKind, 'info'>]: Prompt<K> } = {
  choice,
  choices,
  scale,
  yesNo,
  number,
  date,
  postcode,
  text,
  ranking,
};

/** How a question of this kind is put and heard. */
export function promptFor(question: AnswerableQuestion): Prompt {
  return prompts[question.kind] as Prompt;
}

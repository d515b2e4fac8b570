import type { QuestionOf } from '#consultations/definition.ts';
import { hearNumber } from '#language/hearing/numbers.ts';
import { notHeard, type Prompt, taken } from './prompt.ts';

export const number: Prompt<'number'> = {
  answer: 'line',
  options: () => [],
  hint: (_question, { words }) => words('prompts.numberHint'),
  example: (question) => String(anExample(question)),
  hear(said, question, { language }) {
    const { min, max, decimals } = question;
    const heard = hearNumber(said, language);
    if (!heard.ok) {
      if (heard.reason === 'several-numbers') return notHeard('prompts.severalNumbers');
      return notHeard('prompts.unclearNumber', { example: anExample(question) });
    }
    if (!decimals && !Number.isInteger(heard.value)) return notHeard('prompts.wholeNumber', { example: anExample(question) });
    if (min !== undefined && heard.value < min) return notHeard('prompts.atLeast', { limit: min });
    if (max !== undefined && heard.value > max) return notHeard('prompts.atMost', { limit: max });
    return taken(heard.value, heard.sure);
  },
};

/** 3 where it may be, else the limit nearest to it. */
function anExample({ min, max }: QuestionOf<'number'>): number {
  return Math.min(Math.max(3, min ?? 3), max ?? Number.POSITIVE_INFINITY);
}

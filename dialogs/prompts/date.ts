import type { QuestionOf } from '#consultations/definition.ts';
import { dayLabel } from '#consultations/label.ts';
import { hearDate } from '#language/hearing/dates.ts';
import { notHeard, type Prompt, type PromptContext, taken } from './prompt.ts';

export const date: Prompt<'date'> = {
  answer: 'line',
  options: () => [],
  hint: (question, { words, today }) => words('prompts.dateHint', { example: anExample(question, today()) }),
  example: (question, { today }) => anExample(question, today()),
  hear(said, question, context) {
    const today = context.today();
    const heard = hearDate(said, context.language, { today, lean: leanOf(question, today) });
    const example = anExample(question, today);
    if (!heard.ok)
      return heard.reason === 'no-such-day' ? notHeard('prompts.noSuchDay', { example }) : notHeard('prompts.unclearDate', { example });
    return outside(heard.value, question, context) ?? taken(heard.value, heard.sure);
  },
};

/** A day without a year is in the past where the question says so, else still to come. */
function leanOf({ latest }: QuestionOf<'date'>, today: string): 'past' | 'future' {
  return latest !== undefined && latest <= today ? 'past' : 'future';
}

function outside(day: string, { earliest, latest }: QuestionOf<'date'>, { language }: PromptContext) {
  if (earliest !== undefined && day < earliest) return notHeard('prompts.notBefore', { date: dayLabel(earliest, language) });
  if (latest !== undefined && day > latest) return notHeard('prompts.notAfter', { date: dayLabel(latest, language) });
  return undefined;
}

/** Day first, as it is written here: 25/12/2026. */
function anExample({ earliest, latest }: QuestionOf<'date'>, today: string): string {
  const day = earliest !== undefined && earliest > today ? earliest : latest !== undefined && latest < today ? latest : today;
  return day.split('-').reverse().join('/');
}

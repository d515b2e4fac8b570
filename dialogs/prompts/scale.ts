import type { QuestionOf } from '#consultations/definition.ts';
import { hearNumber } from '#language/hearing/numbers.ts';
import { hearOption } from '#language/hearing/options.ts';
import { textIn } from '#language/languages.ts';
import { notHeard, type Prompt, taken } from './prompt.ts';

export const scale: Prompt<'scale'> = {
  options: () => [],
  hint({ from, to, labels }, { words, language }) {
    const ends = Object.entries(labels).map(([number, label]) => words('prompts.scaleLabel', { number, label: textIn(label, language) }));
    return [words('prompts.scaleHint', { from, to }), ...ends].join(' ');
  },
  example: ({ to }) => String(to),
  hear(said, question, { language }) {
    const { from, to } = question;
    const outOfTop = said.match(new RegExp(`^\\s*(\\d+)\\s*/\\s*${to}\\s*$`));
    const number = hearNumber(outOfTop?.[1] ?? said, language);
    if (number.ok && Number.isInteger(number.value)) {
      if (number.value < from || number.value > to) return notHeard('prompts.outOfRange', { from, to });
      return taken(number.value, number.sure);
    }
    const label = hearOption(said, labelled(question, language), language);
    return label.ok ? taken(Number(label.value), label.sure) : notHeard('prompts.unclearScale', { from, to });
  },
};

function labelled({ labels }: QuestionOf<'scale'>, language: Parameters<typeof textIn>[1]) {
  return Object.entries(labels).map(([key, label]) => ({ key, labels: [textIn(label, language), label.en] }));
}

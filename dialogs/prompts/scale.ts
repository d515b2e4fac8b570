import type { QuestionOf } from '#consultations/definition.ts';
import { hearNumber } from '#language/hearing/numbers.ts';
import { hearOption } from '#language/hearing/options.ts';
import { type Language, textIn } from '#language/languages.ts';
import type { AskedOption } from '../asking.ts';
import { notHeard, type Prompt, taken } from './prompt.ts';

export const scale: Prompt<'scale'> = {
  answer: 'one',
  options: (question, { room, language }) => (room.buttons ? steps(question, language) : []),
  hint({ from, to, labels }, { words, language, room }) {
    if (room.buttons) return undefined;
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

/** Every number with its label; pressing one says the number. */
function steps({ from, to, labels }: QuestionOf<'scale'>, language: Language): readonly AskedOption[] {
  return Array.from({ length: to - from + 1 }, (_, place) => {
    const label = labels[from + place];
    const say = String(from + place);
    return { key: say, label: label ? `${say} ${textIn(label, language)}` : say, say };
  });
}

function labelled({ labels }: QuestionOf<'scale'>, language: Language) {
  return Object.entries(labels).map(([key, label]) => ({ key, labels: [textIn(label, language), label.en] }));
}

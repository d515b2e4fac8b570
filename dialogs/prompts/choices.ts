import { hearOptions } from '#language/hearing/options.ts';
import { textIn } from '#language/languages.ts';
import { hearable, shown } from './optionsOf.ts';
import { notHeard, type Prompt, taken } from './prompt.ts';

export const choices: Prompt<'choices'> = {
  answer: 'several',
  options: ({ options }, { language }) => shown(options, language),
  hint: (_question, { words, room }) => words(room.buttons ? 'prompts.choicesHintShort' : 'prompts.choicesHint'),
  example: () => '1 2',
  hear(said, { options }, { language }) {
    const heard = hearOptions(said, hearable(options, language), language);
    if (heard.ok) {
      // "All" is all that can stand together.
      const all = heard.value.length === options.length;
      const chosen = options.filter((option) => heard.value.includes(option.key) && !(all && option.exclusive));
      const alone = chosen.find((option) => option.exclusive);
      if (alone && chosen.length > 1) return notHeard('prompts.exclusive', { label: textIn(alone.label, language) });
      return taken(
        chosen.map((option) => option.key),
        heard.sure,
      );
    }
    if (heard.reason === 'out-of-range') return notHeard('prompts.outOfRange', { from: 1, to: options.length });
    if (heard.reason === 'twice') return notHeard('prompts.twice');
    return heard.reason === 'ambiguous' ? notHeard('prompts.ambiguous') : notHeard('prompts.unclearChoices');
  },
};

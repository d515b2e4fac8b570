import { hearOption } from '#language/hearing/options.ts';
import { hearable, shown } from './optionsOf.ts';
import { notHeard, type Prompt, taken } from './prompt.ts';

export const choice: Prompt<'choice'> = {
  answer: 'one',
  options: ({ options }, { language }) => shown(options, language),
  hint: () => undefined,
  example: () => '1',
  hear(said, { options }, { language }) {
    const heard = hearOption(said, hearable(options, language), language);
    if (heard.ok) return taken(heard.value, heard.sure);
    if (heard.reason === 'out-of-range') return notHeard('prompts.outOfRange', { from: 1, to: options.length });
    return heard.reason === 'ambiguous' ? notHeard('prompts.ambiguous') : notHeard('prompts.unclearChoice', { count: options.length });
  },
};

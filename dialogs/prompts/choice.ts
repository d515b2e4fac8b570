import { hearOption } from '#language/hearing/options.ts';
import type { AskedOption } from '../asking.ts';
import { hearable, shown } from './optionsOf.ts';
import { notHeard, type Prompt, taken } from './prompt.ts';

/** A number that is said means a place in the list before it means a label; so what is labelled 2 and stands third says 3. */
function sayingItsPlace(option: AskedOption, at: number): AskedOption {
  const place = String(at + 1);
  return /^\d+$/.test(option.label) && option.label !== place ? { ...option, say: place } : option;
}

export const choice: Prompt<'choice'> = {
  answer: 'one',
  options: ({ options }, { language }) => shown(options, language).map(sayingItsPlace),
  hint: () => undefined,
  example: () => '1',
  hear(said, { options }, { language }) {
    const heard = hearOption(said, hearable(options, language), language);
    if (heard.ok) return taken(heard.value, heard.sure);
    if (heard.reason === 'out-of-range') return notHeard('prompts.outOfRange', { from: 1, to: options.length });
    return heard.reason === 'ambiguous' ? notHeard('prompts.ambiguous') : notHeard('prompts.unclearChoice', { count: options.length });
  },
};

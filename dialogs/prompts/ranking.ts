import { hearOptions } from '#language/hearing/options.ts';
import { hearable, shown } from './optionsOf.ts';
import { notHeard, type Prompt, taken } from './prompt.ts';

export const ranking: Prompt<'ranking'> = {
  answer: 'ranked',
  options: ({ options }, { language }) => shown(options, language),
  hint: ({ top }, { words, room }) => words(room.buttons ? 'prompts.rankingHintShort' : 'prompts.rankingHint', { top }),
  example: () => '2 1',
  hear(said, { options, top }, { language }) {
    const heard = hearOptions(said, hearable(options, language), language);
    if (heard.ok) return heard.value.length > top ? notHeard('prompts.tooMany', { top }) : taken(heard.value, heard.sure);
    if (heard.reason === 'out-of-range') return notHeard('prompts.outOfRange', { from: 1, to: options.length });
    if (heard.reason === 'twice') return notHeard('prompts.twice');
    return heard.reason === 'ambiguous' ? notHeard('prompts.ambiguous') : notHeard('prompts.unclearRanking', { top });
  },
};

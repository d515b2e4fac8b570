import { hearOption } from '#language/hearing/options.ts';
import { hearYesNo } from '#language/hearing/yesNo.ts';
import { notHeard, type Prompt, taken } from './prompt.ts';

export const yesNo: Prompt<'yesNo'> = {
  answer: 'one',
  options: (_question, { words }) => [
    { key: 'yes', label: words('prompts.yes') },
    { key: 'no', label: words('prompts.no') },
  ],
  hint: () => undefined,
  example: () => '1',
  hear(said, _question, { language, words }) {
    const yes = hearYesNo(said, language);
    if (yes.ok) return taken(yes.value, yes.sure);
    // Options are heard by their key too, and "no" is no refusal in Polish: so the keys here are their numbers.
    const numbered = [
      { key: '1', labels: [words('prompts.yes')] },
      { key: '2', labels: [words('prompts.no')] },
    ];
    const heard = hearOption(said, numbered, language);
    return heard.ok && heard.sure ? taken(heard.value === '1', true) : notHeard('prompts.unclearYesNo');
  },
};

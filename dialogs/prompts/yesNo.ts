import { hearOption } from '#language/hearing/options.ts';
import { hearYesNo } from '#language/hearing/yesNo.ts';
import { notHeard, type Prompt, taken } from './prompt.ts';

export const yesNo: Prompt<'yesNo'> = {
  options: (_question, { words }) => [
    { key: 'yes', label: words('prompts.yes') },
    { key: 'no', label: words('prompts.no') },
  ],
  hint: () => undefined,
  example: () => '1',
  hear(said, _question, { language, words }) {
    const yes = hearYesNo(said, language);
    if (yes.ok) return taken(yes.value, yes.sure);
    const numbered = [
      { key: 'yes', labels: [words('prompts.yes')] },
      { key: 'no', labels: [words('prompts.no')] },
    ];
    const heard = hearOption(said, numbered, language);
    return heard.ok && heard.sure ? taken(heard.value === 'yes', true) : notHeard('prompts.unclearYesNo');
  },
};

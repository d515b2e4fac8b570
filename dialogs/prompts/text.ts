import { withoutContacts } from '#language/hearing/keptWords.ts';
import { notHeard, type Prompt, taken } from './prompt.ts';

export const text: Prompt<'text'> = {
  answer: 'words',
  options: () => [],
  hint: (_question, { words }) => words('prompts.textHint'),
  example: (_question, { words }) => words('prompts.textExample'),
  hear(said, { maxLength }) {
    const length = Array.from(said).length;
    if (length === 0) return notHeard('prompts.emptyText');
    return length > maxLength ? notHeard('prompts.textTooLong', { length, limit: maxLength }) : taken(withoutContacts(said), true);
  },
};

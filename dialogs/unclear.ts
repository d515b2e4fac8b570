import type { SentenceArguments, SentenceKey } from '#language/words.ts';
import type { Turn } from './turn.ts';

/** Sentences that make sense only where the options are numbered. */
const asksForNumbers: readonly SentenceKey[] = [
  'prompts.unclearChoice',
  'prompts.unclearChoices',
  'prompts.unclearRanking',
  'prompts.unclearScale',
  'prompts.unclearYesNo',
  'prompts.ambiguous',
  'prompts.outOfRange',
];

/** Says why a reply was not understood, in words that suit the room. */
export function sayWhyUnclear({ room, refuse }: Turn, why: SentenceKey, args?: SentenceArguments): void {
  refuse(room.buttons && asksForNumbers.includes(why) ? 'prompts.pleaseChoose' : why, args);
}

import { plain } from '#language/hearing/clean.ts';
import { keyed } from '#language/lexicon/phrases.ts';
import type { Turn } from '../turn.ts';

/** What they want to do, without the words that ask for it; words of other languages in English, as groups write in it. */
export function wishIn(turn: Turn, said: string): string {
  const small = new Set(turn.words('volunteering.small').split(',').map(plain));
  const asks = turn
    .words('volunteering.asks')
    .split(',')
    .map(plain)
    .sort((a, b) => b.length - a.length);
  const rest = asks.reduce((left, phrase) => left.replace(` ${phrase} `, ' '), ` ${plain(said)} `);
  const interests = [...keyed(turn.words('volunteering.interests'))];
  const inEnglish = (word: string) => interests.find(([beginning]) => word.startsWith(beginning))?.[1] ?? word;
  return rest
    .split(' ')
    .filter((word) => word !== '' && !small.has(word))
    .map(inEnglish)
    .join(' ');
}

import { plain } from '#language/hearing/clean.ts';
import { keyed } from '#language/lexicon/phrases.ts';
import { sayNotSure, toldApart } from '../places/where.ts';
import type { Turn } from '../turn.ts';
import type { Step } from './step.ts';

/** Takes from a sentence what they want to do and where, as far as it says so. Gives back whether it says either. */
export async function takeWish({ turn, state, services }: Step, said: string): Promise<boolean> {
  const { place, rest } = await services.places.mentioned(said, turn.language);
  if (place.found === 'notSure') sayNotSure(turn, place);
  const here = place.found === 'one' ? place.place : place.found === 'notSure' ? place.near : undefined;
  if (here) state.near = { key: here.key, name: here.name };
  if (place.found === 'several') state.where = { choices: toldApart(turn, place.places) };
  const wish = wishIn(turn, rest);
  if (wish !== '') state.words = wish;
  return wish !== '' || place.found !== 'none';
}

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

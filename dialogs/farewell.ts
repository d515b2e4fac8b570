import { plain } from '#language/hearing/clean.ts';
import { phrases } from '#language/lexicon/phrases.ts';
import type { Turn } from './turn.ts';

/** Whether they say thank you, or goodbye, and no more. */
export function saysFarewell(turn: Turn): boolean {
  return phrases(turn.words('root.farewells')).has(plain(turn.said));
}

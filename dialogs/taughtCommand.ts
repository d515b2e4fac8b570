import { plain } from '#language/hearing/clean.ts';
import { type Command, commandWords } from '#language/hearing/commands.ts';
import type { Turn } from './turn.ts';

/** Whether a command was given by the very word that we teach for it, or by its English name: where people answer in own words nothing else is one. */
export function isTaught({ said, language }: Turn, command: Command): boolean {
  const heard = plain(said);
  return heard === plain(commandWords[language][command]) || heard === command || said.trim() === '?';
}

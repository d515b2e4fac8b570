import { type Language, languages } from '#language/languages.ts';
import { type Lexicon, lexicons, lexiconsOf } from '#language/lexicon/lexicon.ts';
import { clean, plain } from './clean.ts';
import { distance } from './distance.ts';

export const commands = ['back', 'skip', 'pause', 'menu', 'help', 'more'] as const;
export type Command = (typeof commands)[number];

/**
 * The word that we teach for each command, in each language. "?" for help everywhere, since Twilio keeps HELP and INFO for its own reply;
 * never CANCEL, END, QUIT or STOP, which it takes as opt-outs. https://help.twilio.com/articles/223134027
 */
export const commandWords = Object.fromEntries(languages.map((language) => [language, lexicons[language].taught])) as Readonly<
  Record<Language, Readonly<Record<Command, string>>>
>;

/** Said before or after a command, in any of the languages. */
const polite = /^(?:please|pls|prosze|va rog|te rog|prasau|ok) | (?:please|pls|plz|thanks|thank you|prosze|va rog|te rog|prasau)$/;

/** The longest command, in characters: longer messages are something else. */
const longestCommand = 50;

/**
 * The command that the whole message is, in the person's language or English. A slip of the finger is forgiven in the taught words and "help" only,
 * and only where it could hardly be another word: neighbours swapped or a letter doubled; from 5 letters on also one letter wrong after the first.
 */
export function hearCommand(said: string, language: Language): Command | undefined {
  if (/^[?\s]+$/.test(clean(said))) return 'help';
  const heard = plain(said).replace(polite, '');
  if (heard === '' || heard.length > longestCommand) return undefined;
  for (const lexicon of lexiconsOf(language)) {
    const exact = commands.find((command) => lexicon.commands[command].has(heard));
    if (exact) return exact;
  }
  if (heard.includes(' ')) return undefined;
  const near = lexiconsOf(language).flatMap((lexicon) => commands.filter((command) => isSlipOf(heard, firstWord(lexicon, command))));
  return new Set(near).size === 1 ? near[0] : undefined;
}

/** The word that we teach; the first of the list where that is no word ("?"). */
function firstWord({ taught, commands }: Lexicon, command: Command): string {
  return plain(taught[command]) || ([...commands[command]][0] ?? '');
}

function isSlipOf(heard: string, word: string): boolean {
  if (word.length < 4 || distance(heard, word, 1) > 1) return false;
  const swapped = heard.length === word.length && [...heard].sort().join('') === [...word].sort().join('');
  const doubled = heard.length === word.length + 1 && heard.replace(/(.)\1/g, '$1') === word.replace(/(.)\1/g, '$1');
  return swapped || doubled || (word.length >= 5 && heard[0] === word[0]);
}

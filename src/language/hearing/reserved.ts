import { type Language, languages } from '#language/languages.ts';
import { lexicons } from '#language/lexicon/lexicon.ts';
import { plain } from './clean.ts';
import { commands } from './commands.ts';
import { languageNames } from './languageNames.ts';

/** Kept by Twilio for its own replies. https://help.twilio.com/articles/223134027 */
const providerWords = ['START', 'UNSTOP', 'YES', 'HELP', 'INFO'];

/** Taught for joining and changing what one hears about, in every language. */
const updatesWords = ['JOIN', 'UPDATES'];

/** Words that the bot or a provider hears by itself, upper case without accents: no consultation may start with one. */
export const reservedWords: readonly string[] = [
  ...new Set(
    [
      ...providerWords,
      ...updatesWords,
      ...languages.flatMap((language) => [languageNames[language], ...lexicons[language].optOut.asks, ...commandsIn(language)]),
    ].map((word) => plain(word).toUpperCase()),
  ),
];

function commandsIn(language: Language): readonly string[] {
  return commands.flatMap((command) => [...lexicons[language].commands[command]]);
}

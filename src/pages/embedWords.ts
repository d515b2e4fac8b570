import { languages } from '#language/languages.ts';
import type { Words } from '#language/words.ts';

/** Where `embed.js` says what it needs to be told. */
const place = '{} /* words */';

/** The few words that stand on another site's page before the chat is opened there. */
export function embedWords(script: string, words: Words): string {
  const told = Object.fromEntries(
    languages.map((language) => [
      language.slice(0, 2),
      { launcher: words(language, 'page.launcher'), close: words(language, 'page.closeChat') },
    ]),
  );
  return script.replace(place, JSON.stringify(told));
}

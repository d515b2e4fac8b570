import type { Reply } from '#channels/channel.ts';
import { defaultLanguage, type Language, languages, type Text, textIn } from '#language/languages.ts';
import { type BroadcastChannel, type BroadcastDefinition, wordsFor } from '../definition.ts';

/** How to say, in a language, that STOP ends such messages. */
export type HowToStop = (language: Language) => string;

/** "reply STOP.", "text STOP to end", "odpisz STOP, aby": what is to be written, and not "STOP the new road", nor "help us STOP noise". */
const saysHowToStop = /\p{Ll}\s+["'“„‘]?STOP["'”’]?(?=\s*(?:$|[.,;:!?)])|\s+to\b)/mu;

/** What is said to somebody, with how to stop it at the end unless the officer has said so. */
export function messageFor(
  definition: BroadcastDefinition,
  channel: BroadcastChannel,
  language: string,
  howToStop: HowToStop,
): Reply & { readonly text: string } {
  const words = wordsFor(channel, definition);
  const wanted = languages.find((known) => known === language) ?? defaultLanguage;
  const said = textIn(words, wanted);
  const text = saysHowToStop.test(said) ? said : `${said}\n${howToStop(isIn(words, wanted) ? wanted : defaultLanguage)}`;
  const { key, topic, consultation } = definition;
  return { type: 'message', text, channelData: { broadcast: { key, topic, language: wanted, ...(consultation && { consultation }) } } };
}

function isIn(words: Text, language: Language): boolean {
  return Object.hasOwn(words, language) || Object.hasOwn(words, language.slice(0, 2));
}

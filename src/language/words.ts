import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import type english from '../../locales/en-GB.json';
import { type Language, languages } from './languages.ts';

/** The key of a sentence in `locales/`: the dialog that says it, a dot, its name. */
export type SentenceKey = { [D in keyof typeof english]: `${D}.${string & keyof (typeof english)[D]}` }[keyof typeof english];
export type SentenceArguments = Readonly<Record<string, string | number>>;

/** A sentence of the bot in a language. */
export type Words = (language: Language, key: SentenceKey, args?: SentenceArguments) => string;

/** Every sentence of `locales/`, read once; a missing key or a wrong pattern stops the start, not a resident. */
export function loadWords(): Words {
  const sentences = new Map(languages.map((language) => [language, readLocale(language)]));
  return (language, key, args) => {
    const sentence = sentences.get(language)?.get(key);
    if (sentence === undefined) throw new Error(`locales/${language}.json has no ${key}`);
    return typeof sentence === 'string' ? sentence : String(sentence.format(args));
  };
}

/** Sentences without a placeholder stay text; the rest are ICU messages, parsed once. */
function readLocale(language: Language): ReadonlyMap<string, string | IntlMessageFormat> {
  const file = new URL(`../../locales/${language}.json`, import.meta.url);
  const dialogs = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
  const flat = Object.entries(dialogs).flatMap(([dialog, said]) => Object.entries(said).map(([name, text]) => [`${dialog}.${name}`, text]));
  return new Map(flat.map(([key, text]) => [key as string, parse(text as string, language)]));
}

function parse(text: string, language: Language): string | IntlMessageFormat {
  return text.includes('{') ? new IntlMessageFormat(text, language, undefined, { ignoreTag: true }) : text;
}

/** The languages in which every sentence of the bot is written (locales/). The first is spoken where we know no better. */
export const languages = ['en-GB', 'pl', 'ro', 'lt'] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = 'en-GB';

/** A text in a consultation's file, by language tag; `en` is always there. */
export type Text = Readonly<Record<string, string>> & { readonly en: string };

/** The text in the person's language, else in English. */
export function textIn(text: Text, language: Language): string {
  return text[language] ?? text[language.slice(0, 2)] ?? text.en;
}

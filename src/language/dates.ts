import { type Language, languages } from './languages.ts';

/** An instant as the day that it is in Europe/London, in words: "31 January 2027". */
export function dayInWords(instant: Date, language: Language): string {
  return formatters[language].format(instant);
}

/** The last day on which something that ends at `instant` is still open: an end at midnight belongs to the day before. */
export function lastDayInWords(instant: Date, language: Language): string {
  return dayInWords(new Date(instant.getTime() - 1), language);
}

const formatters = Object.fromEntries(
  languages.map((language) => [language, new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/London' })]),
) as Readonly<Record<Language, Intl.DateTimeFormat>>;

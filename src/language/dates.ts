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

/** The day in Europe/London with its weekday, as it is read back: "Saturday 28 November". */
export function dateInWords(instant: Date, language: Language): string {
  return withWeekday[language].format(instant).replaceAll(',', '');
}

/** The same cut short for a list: "Sat 28 Nov". */
export function shortDateInWords(instant: Date, language: Language): string {
  return cutShort[language].format(instant).replaceAll(',', '');
}

/** The time by the clock in Europe/London: "09:30". */
export function timeInWords(instant: Date): string {
  return clock.format(instant);
}

const formattersWith = (options: Intl.DateTimeFormatOptions) =>
  Object.fromEntries(
    languages.map((language) => [language, new Intl.DateTimeFormat(language, { ...options, timeZone: 'Europe/London' })]),
  ) as Readonly<Record<Language, Intl.DateTimeFormat>>;
const withWeekday = formattersWith({ weekday: 'long', day: 'numeric', month: 'long' });
const cutShort = formattersWith({ weekday: 'short', day: 'numeric', month: 'short' });
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

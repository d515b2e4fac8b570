import { londonDay, londonDayStart } from '#calendar/londonDay.ts';
import type { Language } from '#language/languages.ts';
import { type Lexicon, lexiconsOf } from '#language/lexicon/lexicon.ts';
import { whenWordsOf } from '#language/lexicon/whenWords.ts';
import { addDays, addMonths, isDate, partsOf, weekdayOf } from './calendar.ts';
import { fold } from './clean.ts';
import { readDate } from './datePatterns.ts';
import { isMiss, plus } from './dateRules.ts';
import { dateTokens } from './dateTokens.ts';
import { longestSpan } from './spans.ts';

/** Days that were said, first and last, as `YYYY-MM-DD`. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

export const partsOfDay = ['morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/** The hours of each by the clock in London; the end is not included, and 24 is midnight. */
export const hoursOf: Readonly<Record<PartOfDay, { readonly from: number; readonly to: number }>> = {
  morning: { from: 5, to: 12 },
  afternoon: { from: 12, to: 17 },
  evening: { from: 17, to: 24 },
};

/** What a sentence says of when, and what else it says, in the form of `fold`. Nothing where it does not say. */
export interface WhenHeard {
  readonly days: Days | undefined;
  readonly part: PartOfDay | undefined;
  readonly rest: string;
}

/** Whoever asks what is on asks in a sentence. Words. */
const mostWords = 30;

/**
 * When somebody means who asks about what is to come: "this weekend", "Thursday morning", "next week", "in December", "28/11". Of a sentence
 * that says two, the longer is taken. It always looks ahead.
 */
export function hearWhen(said: string, language: Language, now: Date): WhenHeard {
  const today = londonDay(now);
  let words = fold(said)
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean)
    .slice(0, mostWords);
  const phrases = whenWordsOf(language);
  const inWords = (kinds: RegExp) => (span: string) => {
    const entry = phrases.map((known) => known.get(bare(span))).find((found) => found !== undefined && kinds.test(found));
    return entry?.split(' ') as [string, string] | undefined;
  };

  const tonight = longestSpan(words, inWords(/^todayin /));
  if (tonight) return { days: { first: today, last: today }, part: tonight.value[1] as PartOfDay, rest: tonight.rest.join(' ') };
  const part = longestSpan(words, inWords(/^part /));
  words = part ? part.rest : words;
  const stretch = longestSpan(words, inWords(/^(weekend|week|month|days) /));
  const lexicons = lexiconsOf(language);
  const found = stretch
    ? { value: stretchOf(stretch.value, today), rest: stretch.rest }
    : (longestSpan(words, (span) => dayOf(span, lexicons, today)) ?? longestSpan(words, (span) => monthOf(span, lexicons, today)));
  return { days: found?.value, part: part?.value[1] as PartOfDay | undefined, rest: (found?.rest ?? words).join(' ') };
}

/** The instants of these days, from now on: a part of one day is that part of it. */
export function rangeOf({ first, last }: Days, part: PartOfDay | undefined, now: Date): { readonly from: Date; readonly to: Date } {
  const hours = part && first === last ? hoursOf[part] : { from: 0, to: 24 };
  const from = hourOf(first, hours.from);
  return { from: from > now ? from : now, to: hourOf(last, hours.to) };
}

const hourMs = 3_600_000;

/** Clocks change before five in the morning, so that counting back from the next midnight is right for every part. */
function hourOf(day: string, hour: number): Date {
  if (hour === 0) return londonDayStart(day);
  return new Date(londonDayStart(addDays(day, 1)).getTime() - (24 - hour) * hourMs);
}

const bare = (span: string) => span.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

function stretchOf([kind, value]: readonly [string, string], today: string): Days {
  const on = Number(value);
  const monday = addDays(today, 1 - weekdayOf(today) + 7 * on);
  const later = (day: string) => (day > today ? day : today);
  if (kind === 'days') return { first: today, last: addDays(today, on) };
  if (kind === 'weekend') return { first: later(addDays(monday, 5)), last: addDays(monday, 6) };
  if (kind === 'week') return { first: later(monday), last: addDays(monday, 6) };
  return monthFrom(addMonths(`${today.slice(0, 8)}01`, on), today);
}

function monthFrom(first: string, today: string): Days {
  return { first: first > today ? first : today, last: addDays(addMonths(first, 1), -1) };
}

/** Words that only ever stand in a date; a date said otherwise ("two and four") is none here. */
const telling = /[DWwMRH]|NU|UF|OM|^O$/;

/** A span that is a day and nothing else, and begins and ends with a word that matters to it. */
function dayOf(span: string, lexicons: readonly Lexicon[], today: string): Days | undefined {
  const tokens = dateTokens(span, lexicons);
  const kinds = tokens.map(({ kind }) => kind).join('');
  if (!telling.test(kinds) || kinds.includes('.')) return undefined;
  const words = span.split(' ');
  const edges = words.length > 1 ? [words.slice(1), words.slice(0, -1)] : [];
  const kindsIn = (part: readonly string[]) =>
    dateTokens(part.join(' '), lexicons)
      .map(({ kind }) => kind)
      .join('');
  if (edges.some((fewer) => kindsIn(fewer) === kinds)) return undefined;
  const [, count, unit] = kinds === 'XNU' ? tokens : [];
  if (count && unit) return within(today, count.value, unit.name);
  const { dated, left } = readDate(tokens, { today, lean: 'future' });
  if (isMiss(dated) || left.length > 0 || !isDate(dated) || dated < today) return undefined;
  return { first: dated, last: dated };
}

/** "The next 7 days", from today on. */
function within(today: string, count: number, unit: string): Days | undefined {
  const last = plus(today, count, unit);
  return isMiss(last) ? undefined : { first: today, last };
}

/** A month by its name: the coming one, or what is left of this one. A name cut short, or "May", says nothing without "in". */
function monthOf(span: string, lexicons: readonly Lexicon[], today: string): Days | undefined {
  const [only, ...more] = dateTokens(span, lexicons);
  if (only?.kind !== 'M' || only.slip || more.length > 0) return undefined;
  const [first = '', second] = span.split(' ');
  if (second === undefined ? first.length <= 4 : dateTokens(first, lexicons).length > 0) return undefined;
  const { year, month } = partsOf(today);
  const begins = `${year + (only.value < month ? 1 : 0)}-${String(only.value).padStart(2, '0')}-01`;
  return monthFrom(begins, today);
}

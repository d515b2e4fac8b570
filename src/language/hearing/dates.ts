import type { Heard } from '#language/heard.ts';
import type { Language } from '#language/languages.ts';
import { lexiconsOf } from '#language/lexicon/lexicon.ts';
import { isDate } from './calendar.ts';
import { fold, plain } from './clean.ts';
import { readDate } from './datePatterns.ts';
import { type Asked, isMiss } from './dateRules.ts';
import { type DateToken, dateTokens } from './dateTokens.ts';
import { recognizedDate } from './recognizers.ts';

export type HeardDate = Heard<string, 'not-a-date' | 'no-such-day' | 'ambiguous'>;

/** A longer message is a story with more than one day in it. Characters. */
const longest = 160;

/**
 * A date, as `YYYY-MM-DD`. In figures the day comes first ("25/12/2026", "25.12.26") or the year ("2026-12-25"), never the month. In words:
 * months by name, weekdays, feasts, "3 days ago", "za tydzień", in the person's language or English. Where the year or the week was not
 * said, the nearest one on the side to which the question leans. For "next Saturday" and "last Tuesday" see `weekdayBy`.
 * Sure only when day, month and year were all said, and nothing else that matters. A month, a week or two different days are ambiguous.
 * In English alone, what is left is given to the recognizer, and taken where it is one full date.
 */
export function hearDate(said: string, language: Language, asked: Asked): HeardDate {
  const text = fold(said);
  if (text === '' || text.length > longest || !isDate(asked.today)) return missed('not-a-date');
  const lexicons = lexiconsOf(language);
  if (
    plain(text)
      .split(' ')
      .some((word) => word !== 'no' && lexicons.some(({ negations }) => negations.has(word)))
  )
    return missed('not-a-date');
  const tokens = dateTokens(text, lexicons);
  const { dated, left } = readDate(tokens, asked);
  if (dated === 'not-a-date') return byRecognizer(text, tokens, language, asked);
  if (isMiss(dated)) return missed(dated);
  if (!isDate(dated)) return missed('no-such-day');
  if (contradicts(dated, left, asked)) return missed('ambiguous');
  return { ok: true, value: dated, sure: left.length === 0 && saidInFull(tokens) };
}

const missed = (reason: 'not-a-date' | 'no-such-day' | 'ambiguous') => ({ ok: false, reason }) as const;

/** Whether what is left over names another day, a year or a week that was not taken in. */
function contradicts(dated: string, left: readonly DateToken[], asked: Asked): boolean {
  const rest = left.filter(({ kind }) => kind !== 'E');
  const kinds = rest.map(({ kind }) => kind).join('');
  if (/[Y#]|[NOLXT]U/.test(kinds)) return true;
  if (!/[DWRH]|[NO]M|M[NO]/.test(kinds)) return false;
  const other = readDate(rest, asked).dated;
  return other !== dated && other !== 'not-a-date';
}

function saidInFull(tokens: readonly DateToken[]): boolean {
  if (tokens.some(({ slip, kind }) => slip || !'DWwNOMY'.includes(kind))) return false;
  const numeric = tokens.find(({ kind }) => kind === 'D')?.numeric;
  return numeric ? numeric.year !== undefined && !numeric.runTogether : tokens.some(({ kind }) => kind === 'Y');
}

function byRecognizer(text: string, tokens: readonly DateToken[], language: Language, { today }: Asked): HeardDate {
  const names = tokens.some(({ kind }) => 'MWRHY'.includes(kind));
  const value = language === 'en-GB' && names ? recognizedDate(text, today) : undefined;
  return value === undefined ? missed('not-a-date') : { ok: true, value, sure: false };
}

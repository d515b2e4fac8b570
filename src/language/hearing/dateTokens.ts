import type { Lexicon } from '#language/lexicon/lexicon.ts';
import { plain } from './clean.ts';
import { distance, slack } from './distance.ts';
import { type NumberRead, readNumber } from './numberWords.ts';
import { type NumericDate, numericDates } from './numericDates.ts';
import { phraseAt } from './smallWords.ts';

/**
 * A word of a date, its kind one letter, so that a sentence becomes a string of kinds and a way of saying a date a pattern over it:
 * D date in figures · Y year · N number · O ordinal · M month · W weekday · w weekday cut short · U unit · R day counted from today ·
 * H feast · A ago · F ahead · P after · V before · L last · X next · T this · C coming · B before last · E vague · # a number too large · . anything else
 */
export interface DateToken {
  readonly kind: string;
  /** Month 1 to 12, weekday 1 (Monday) to 7, days from today, or the number. */
  readonly value: number;
  /** `day`, `week`… for a unit; `12-25` or `easter+1` for a feast. */
  readonly name: string;
  readonly numeric?: NumericDate;
  /** Understood though misspelt. */
  readonly slip?: boolean;
}

const kinds: Readonly<Record<string, string>> = {
  month: 'M',
  weekday: 'W',
  short: 'w',
  day: 'R',
  unit: 'U',
  feast: 'H',
  ago: 'A',
  ahead: 'F',
  after: 'P',
  before: 'V',
  last: 'L',
  next: 'X',
  this: 'T',
  coming: 'C',
  beforelast: 'B',
  vague: 'E',
  nthbefore: '<',
  nthafter: '>',
  mondayormonths: '|',
};

/** The words of a sentence that matter to a date, in order; what matters to none is a full stop, and little words are left out. */
export function dateTokens(folded: string, lexicons: readonly Lexicon[]): readonly DateToken[] {
  const parts = numericDates(folded.replace(/[£$€]\s?\d[\d.,]*/g, ' money '));
  return settled(parts.flatMap((part) => (typeof part === 'string' ? wordTokens(part, lexicons) : [{ ...token('D'), numeric: part }])));
}

const token = (kind: string, value = 0, name = ''): DateToken => ({ kind, value, name });

function wordTokens(text: string, lexicons: readonly Lexicon[]): readonly DateToken[] {
  const words = plain(text.replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, ' '))
    .split(' ')
    .filter(Boolean);
  const found: DateToken[] = [];
  for (let at = 0; at < words.length; ) {
    const [heard, length] = lexiconToken(words, at, lexicons) ??
      numberToken(words, at, lexicons) ??
      smallToken(words, at, lexicons) ?? [near(words[at] ?? '', lexicons), 1];
    if (heard) found.push(heard);
    at += length;
  }
  return found;
}

type Read = readonly [DateToken | undefined, number];

/** The longest of the date words and ordinals that stands here. */
function lexiconToken(words: readonly string[], at: number, lexicons: readonly Lexicon[]): Read | undefined {
  if (/^\d/.test(words[at - 1] ?? '') && lexicons.some(({ ordinalEndings }) => ordinalEndings.has(words[at] ?? ''))) return [token('>'), 1];
  const length = phraseAt(words, at, (phrase) => lexicons.some(({ dateWords, ordinals }) => dateWords.has(phrase) || ordinals.has(phrase)));
  if (length === 0) return undefined;
  const phrase = words.slice(at, at + length).join(' ');
  const entry = lexicons.map(({ dateWords }) => dateWords.get(phrase)).find(Boolean);
  if (entry === undefined) return [token('O', lexicons.map(({ ordinals }) => ordinals.get(phrase)).find(Boolean)), length];
  const [name = '', value = ''] = entry.split(' ');
  return [name === 'drop' ? undefined : token(kinds[name] ?? '.', Number(value) || 0, value), length];
}

function numberToken(words: readonly string[], at: number, lexicons: readonly Lexicon[]): Read | undefined {
  const word = words[at] ?? '';
  if (/^\d{1,2}$/.test(word)) return [token('N', Number(word)), 1];
  if (/^(19|20|21)\d\d$/.test(word)) return [token('Y', Number(word)), 1];
  if (/^\d{3,}$/.test(word)) return [token('#'), 1];
  const read = numberAt(words, at, lexicons);
  if (!read) return undefined;
  const rest = read.value === 19 || read.value === 20 ? numberAt(words, read.next, lexicons) : undefined;
  if (rest && rest.value >= 10 && rest.value < 100) return [token('Y', read.value * 100 + rest.value), rest.next - at];
  if (read.value < 100) return [token('N', read.value), read.next - at];
  return [read.value >= 1900 && read.value < 2200 ? token('Y', read.value) : token('#'), read.next - at];
}

function numberAt(words: readonly string[], at: number, lexicons: readonly Lexicon[]): NumberRead | undefined {
  return lexicons.map((lexicon) => readNumber(words, at, lexicon)).find((read) => read !== undefined && Number.isInteger(read.value));
}

function smallToken(words: readonly string[], at: number, lexicons: readonly Lexicon[]): Read | undefined {
  const length = phraseAt(words, at, (phrase) => lexicons.some(({ small }) => small.has(phrase)));
  return length > 0 ? [undefined, length] : undefined;
}

/** A misspelt month, weekday or "tomorrow"; from 6 letters on, since shorter words are too like others. */
function near(word: string, lexicons: readonly Lexicon[]): DateToken {
  if (word.length < 6) return token('.');
  const close = new Set(
    lexicons
      .flatMap(({ dateWords }) => [...dateWords])
      .flatMap(([phrase, entry]) =>
        /^(month|weekday|day) /.test(entry) && phrase.length >= 6 && distance(word, phrase, slack(word, phrase)) <= slack(word, phrase)
          ? [entry]
          : [],
      ),
  );
  const [entry = '', other] = close;
  const [name = '', value = ''] = entry.split(' ');
  return close.size === 0 || other ? token('.') : { ...token(kinds[name] ?? '.', Number(value), value), slip: true };
}

/** Words that mean something only beside a number: "3 d.", "3-go", "pe 3"; Romanian "luni" is months after a number, else Monday. */
function settled(tokens: readonly DateToken[]): readonly DateToken[] {
  return tokens.flatMap((heard, i) => {
    const [before, after] = [tokens[i - 1]?.kind, tokens[i + 1]?.kind];
    if (heard.kind === '|') return [before === 'N' ? token('U', 0, 'month') : token('W', 1)];
    if (heard.kind === 'N' && (after === '>' || (before === '<' && after === undefined))) return [{ ...heard, kind: 'O' }];
    return heard.kind === '>' || heard.kind === '<' ? [] : [heard];
  });
}

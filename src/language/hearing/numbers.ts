import type { Heard } from '#language/heard.ts';
import type { Language } from '#language/languages.ts';
import { type Lexicon, lexiconsOf } from '#language/lexicon/lexicon.ts';
import { fold, plain } from './clean.ts';
import { readNumber } from './numberWords.ts';
import { phraseAt, withoutSmall } from './smallWords.ts';

/** A longer message is a story, and the number in it may count anything. Characters, and words. */
const longest = 160;
const mostWords = 14;

type HeardNumber = Heard<number, 'not-a-number' | 'several-numbers'>;

/**
 * A number: figures first ("35", "1,200"; "2,5" in Polish, Romanian and Lithuanian, where in English it might be two numbers), with words
 * round it ("about 35"), or in words up to 999,999. Sure only for figures alone. Never the number out of "2b", "over 60", a time, a date,
 * a telephone number or a postcode; "18-24" and "7 out of 10" are several.
 */
export function hearNumber(said: string, language: Language): HeardNumber {
  const text = fold(said).replace(/(\d)\s*%/g, '$1');
  if (text === '' || text.length > longest) return notANumber;
  const alone = figureOf(grouped(text, language).replace(/^[£€$#(\s]+|[\s.!)]+$/g, ''), language);
  if (typeof alone === 'number') return { ok: true, value: alone, sure: true };
  if (/\d\s?([ap]m\b|o'?clock)/.test(text)) return notANumber;
  const lexicons = lexiconsOf(language);
  const words = plain(said).split(' ');
  if (words.length > mostWords) return notANumber;
  const core = withoutSmall(words, lexicons).join(' ');
  if (lexicons.some(({ nothing }) => nothing.has(core) || nothing.has(words.join(' ')))) return { ok: true, value: 0, sure: false };
  return onlyNumber(tokens(grouped(text, language), language), lexicons);
}

const notANumber = { ok: false, reason: 'not-a-number' } as const;
const severalNumbers = { ok: false, reason: 'several-numbers' } as const;

/** The one number among the words. */
function onlyNumber(tokens: readonly (string | number | null)[], lexicons: readonly Lexicon[]): HeardNumber {
  if (tokens.includes(null)) return tokens.filter((token) => typeof token === 'number').length > 1 ? severalNumbers : notANumber;
  const found: number[] = [];
  const words = tokens.map(String);
  for (let at = 0; at < tokens.length; ) {
    const read = lexicons.map((lexicon) => readNumber(words, at, lexicon)).find(Boolean);
    const token = tokens[at];
    if (read) found.push(read.value);
    else if (typeof token === 'number') found.push(token + (halfAfter(words, at, lexicons) > 0 ? 0.5 : 0));
    else if (lexicons.some(({ inexact, ordinals }) => inexact.has(String(token)) || ordinals.has(String(token))))
      return found.length > 0 || at + 1 < tokens.length ? inexactly(tokens, found) : notANumber;
    at = read ? read.next : at + 1 + (typeof token === 'number' ? halfAfter(words, at, lexicons) : 0);
  }
  const [only] = found;
  if (found.length > 1) return severalNumbers;
  if (only !== undefined) return { ok: true, value: only, sure: false };
  const counts = words.length <= 3 && lexicons.some(({ articles }) => articles.has(words[0] ?? ''));
  return counts ? { ok: true, value: 1, sure: false } : notANumber;
}

/** "more than 10" is no number; "7 out of 10" is two. */
function inexactly(tokens: readonly (string | number | null)[], found: readonly number[]): HeardNumber {
  const figures = tokens.filter((token) => typeof token === 'number').length;
  return Math.max(figures, found.length) > 1 ? severalNumbers : notANumber;
}

/** How many words after the one at `at` say "and a half". */
function halfAfter(words: readonly string[], at: number, lexicons: readonly Lexicon[]): number {
  return phraseAt(words, at + 1, (phrase) => lexicons.some(({ andAHalf }) => andAHalf.has(phrase)));
}

/** The words, the figures as numbers; null for what has figures in it and is no plain number: "2b", "nn16", "7:30". */
function tokens(text: string, language: Language): readonly (string | number | null)[] {
  return text
    .replace(/(\d)-(?=\d)|(\d)\/(?=\d)/g, '$1$2 ')
    .split(/\s+/)
    .flatMap((token): readonly (string | number | null)[] => {
      const bare = token.replace(/^[£€$#("']+|[.,;:!?)"']+$/g, '');
      if (!/\d/.test(bare)) return plain(bare).split(' ').filter(Boolean);
      const figure = figureOf(bare, language);
      if (figure !== undefined) return [figure];
      const [, head = '', unit = ''] = /^([\d.,]+)([a-z]+)$/.exec(bare) ?? [];
      const glued = lexiconsOf(language).some(({ gluedUnits }) => gluedUnits.has(unit)) ? figureOf(head, language) : undefined;
      if (glued !== undefined) return [glued];
      return /^\d+(,\d+)+$/.test(bare) ? bare.split(',').map(Number) : [null];
    });
}

/** Figures as the language writes them; nothing for a leading zero (a telephone), more than 9 figures, or a comma that may mean two things. */
function figureOf(figures: string, language: Language): number | undefined {
  if (/^-?(0|[1-9]\d{0,8})(\.\d{1,2})?$/.test(figures)) return Number(figures);
  if (language === 'en-GB') return /^[1-9]\d{0,2}(,\d{3}){1,2}$/.test(figures) ? Number(figures.replaceAll(',', '')) : undefined;
  return /^(0|[1-9]\d{0,8}),\d{1,2}$/.test(figures) ? Number(figures.replace(',', '.')) : undefined;
}

/** "1 200" is one number in Polish, Romanian and Lithuanian. */
function grouped(text: string, language: Language): string {
  return language === 'en-GB'
    ? text
    : text.replace(
        /(?<![\d.,+-])([1-9]\d{0,2})((?:\s\d{3}){1,2})(?![\d.,-])/g,
        (_, head: string, tail: string) => head + tail.replace(/\s/g, ''),
      );
}

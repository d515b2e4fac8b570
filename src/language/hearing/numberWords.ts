import type { Lexicon } from '#language/lexicon/lexicon.ts';
import { phraseAt } from './smallWords.ts';

export interface NumberRead {
  readonly value: number;
  /** The first word after the number. */
  readonly next: number;
}

/**
 * The number that the words at `from` say, as far as it goes: "two hundred and five", "trzydzieści pięć", "douăzeci și trei de mii", "3 thousand".
 * Whole numbers to 999,999, and halves.
 */
export function readNumber(words: readonly string[], from: number, lexicon: Lexicon): NumberRead | undefined {
  let thousands = 0;
  let group = 0;
  let next = from;
  let figures = false;
  while (next < words.length) {
    const multiplier = lexicon.multipliers.get(words[next] ?? '');
    if (multiplier !== undefined) {
      if (multiplier === 1000 ? thousands > 0 : group > 99) break;
      if (multiplier === 1000) {
        thousands = (group || 1) * 1000;
        group = 0;
      } else group = (group || 1) * multiplier;
      figures = false;
      next += 1;
      continue;
    }
    const length = phraseAt(words, next, (phrase) => amountOf(phrase, lexicon) !== undefined);
    const value = amountOf(words.slice(next, next + length).join(' '), lexicon);
    if (value !== undefined && !figures && fits(group, value, next === from)) {
      group += value;
      next += length;
      continue;
    }
    const figure = next === from && /^[1-9]\d{0,2}$/.test(words[next] ?? '') ? Number(words[next]) : undefined;
    if (figure !== undefined && lexicon.multipliers.has(words[next + 1] ?? '')) {
      group = figure;
      figures = true;
      next += 1;
      continue;
    }
    if (next > from && joins(words, next, { thousands, group }, lexicon)) {
      next += 1;
      continue;
    }
    break;
  }
  if (next === from) return undefined;
  const half = phraseAt(words, next, (phrase) => lexicon.andAHalf.has(phrase));
  return { value: thousands + group + (half > 0 ? 0.5 : 0), next: next + half };
}

function amountOf(phrase: string, { numbers }: Lexicon): number | undefined {
  return numbers.get(phrase) ?? fused(phrase, numbers);
}

/** Tens and units written as one: "thirtyfive", "trzydziescipiec". */
function fused(phrase: string, numbers: ReadonlyMap<string, number>): number | undefined {
  if (phrase.length < 7 || phrase.includes(' ')) return undefined;
  for (const [ten, value] of numbers) {
    if (value < 20 || value > 90 || !phrase.startsWith(ten)) continue;
    const unit = numbers.get(phrase.slice(ten.length));
    if (unit && unit < 10) return value + unit;
  }
  return undefined;
}

/** Whether a number word may follow what was said of the number so far: after "thirty" a "five", never a "twelve". */
function fits(group: number, value: number, first: boolean): boolean {
  if (first) return true;
  if (value === 0 || !Number.isInteger(value)) return false;
  if (value >= 100) return group === 0;
  if (value >= 10) return group % 100 === 0;
  return group % 10 === 0 && (group % 100 === 0 || group % 100 >= 20);
}

function joins(
  words: readonly string[],
  at: number,
  { thousands, group }: { thousands: number; group: number },
  lexicon: Lexicon,
): boolean {
  const join = lexicon.numberJoins.get(words[at] ?? '');
  const following = words[at + 1] ?? '';
  if (join === 'thousands') return lexicon.multipliers.get(following) === 1000;
  const value = amountOf(following, lexicon);
  if (join === undefined || value === undefined || !fits(group, value, false)) return false;
  return join === 'tens' || (group % 100 === 0 && (group > 0 || thousands > 0));
}

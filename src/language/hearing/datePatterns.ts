import {
  type Asked,
  type Dated,
  dayOfMonth,
  feast,
  fullYear,
  isMiss,
  monthDay,
  plus,
  weekdayBy,
  weekdayNear,
  weekdayOfMonth,
} from './dateRules.ts';
import type { DateToken } from './dateTokens.ts';

/** A way of saying a date: a pattern over the kinds of the words, and what those words come to. The first that fits is taken. */
interface Way {
  readonly pattern: RegExp;
  readonly read: (said: Said, asked: Asked) => Dated;
}

/** The words that a pattern took. */
interface Said {
  readonly tokens: readonly DateToken[];
  readonly kinds: string;
  /** The value of the first word of these kinds. */
  value(kinds: string): number | undefined;
  unit(): string;
  /** How many units; one where no number was said. */
  count(): number;
}

const weekOf = (word: string, weekday: number, asked: Asked) => weekdayBy(word === 'T' ? 'T' : word, weekday, { ...asked, lean: 'past' });

const ways: readonly Way[] = [
  { pattern: /[Ww]?D/, read: numeric },
  {
    pattern: /[OL][Ww]F?MY?/,
    read: (said, asked) =>
      weekdayOfMonth(said.value('O') ?? 0, said.value('Ww') ?? 0, { month: said.value('M') ?? 0, year: said.value('Y') }, asked),
  },
  { pattern: /YM[NO]/, read: named },
  { pattern: /[Ww]?[NO]M(?:F?Y|N)?/, read: named },
  { pattern: /[Ww]?M[NO](?:F?Y|N)?/, read: named },
  { pattern: /[OL]?[Ww][OL]?N?UA/, read: () => 'ambiguous' },
  { pattern: /N?UA?L[Ww]/, read: (said, asked) => plus(weekdayBy('L', said.value('Ww') ?? 0, asked), -said.count(), said.unit()) },
  { pattern: /N?UAR/, read: (said, asked) => plus(plus(asked.today, said.value('R') ?? 0, 'day'), -said.count(), said.unit()) },
  { pattern: /N?UR/, read: fromDay },
  { pattern: /[LXT]U[Ww]|[Ww][LXT]U/, read: inWeek },
  { pattern: /O[LXT]U/, read: inMonth },
  { pattern: /[LXT]U|U[LXTC]/, read: () => 'ambiguous' },
  { pattern: /AN?U|N?UA/, read: (said, asked) => plus(asked.today, -said.count(), said.unit()) },
  { pattern: /[Ww]N?UF/, read: () => 'ambiguous' },
  { pattern: /N?U[Ww]|[Ww]F?N?U/, read: weeksOn },
  { pattern: /FN?U|N?UF/, read: (said, asked) => plus(asked.today, said.count(), said.unit()) },
  {
    pattern: /[LXT]?HY?|H[LXT]/,
    read: (said, asked) =>
      feast(said.tokens.find(({ kind }) => kind === 'H')?.name ?? '', said.value('Y'), /[LXT]/.exec(said.kinds)?.[0] ?? '', asked),
  },
  { pattern: /[Ww][NO]|O[Ww]/, read: (said, asked) => dayOfMonth(said.value('NO') ?? 0, said.value('Ww'), asked) },
  { pattern: /[Ww]B/, read: (said, asked) => plus(weekdayBy('L', said.value('Ww') ?? 0, asked), -1, 'week') },
  {
    pattern: /[LXTC][Ww]|[Ww][LXTC]/,
    read: (said, asked) => weekdayBy(/[LXTC]/.exec(said.kinds)?.[0] ?? '', said.value('Ww') ?? 0, asked),
  },
  { pattern: /R/, read: (said, asked) => plus(asked.today, said.value('R') ?? 0, 'day') },
  { pattern: /W|^w$/, read: (said, asked) => weekdayNear(said.value('Ww') ?? 0, asked) },
  { pattern: /^O$/, read: (said, asked) => dayOfMonth(said.value('O') ?? 0, undefined, asked) },
  { pattern: /^[FLXT]*MY?$|^F?Y$|E/, read: () => 'ambiguous' },
];

/** What the words come to, and the words left over. "2 weeks before Christmas" is the date of what follows, moved. */
export function readDate(tokens: readonly DateToken[], asked: Asked): { readonly dated: Dated; readonly left: readonly DateToken[] } {
  const kinds = tokens.map(({ kind }) => kind).join('');
  const moved = /N?U[PV]/.exec(kinds);
  if (moved) {
    const to = moved.index + moved[0].length;
    const base = readDate(tokens.slice(to), asked);
    const by = saidBy(tokens.slice(moved.index, to));
    return {
      dated: plus(base.dated, moved[0].endsWith('V') ? -by.count() : by.count(), by.unit()),
      left: [...tokens.slice(0, moved.index), ...base.left],
    };
  }
  for (const { pattern, read } of ways) {
    const match = pattern.exec(kinds);
    if (!match) continue;
    const to = match.index + match[0].length;
    return { dated: read(saidBy(tokens.slice(match.index, to)), asked), left: [...tokens.slice(0, match.index), ...tokens.slice(to)] };
  }
  return { dated: 'not-a-date', left: tokens };
}

function saidBy(tokens: readonly DateToken[]): Said {
  const value = (kinds: string) => tokens.find(({ kind }) => kinds.includes(kind))?.value;
  return {
    tokens,
    kinds: tokens.map(({ kind }) => kind).join(''),
    value,
    unit: () => tokens.find(({ kind }) => kind === 'U')?.name ?? 'day',
    count: () => value('N') ?? 1,
  };
}

function numeric(said: Said, asked: Asked): Dated {
  const date = said.tokens.find(({ kind }) => kind === 'D')?.numeric;
  if (!date) return 'not-a-date';
  return monthDay(
    { ...date, year: date.shortYear && date.year !== undefined ? fullYear(date.year, asked) : date.year, weekday: said.value('Ww') },
    asked,
  );
}

/** A month by name, its day beside it, and perhaps a year of four or two figures. */
function named(said: Said, asked: Asked): Dated {
  const numbers = said.tokens.filter(({ kind }) => kind === 'N' || kind === 'O');
  const [day = { value: 0 }, short] = numbers;
  const year = said.value('Y') ?? (short ? fullYear(short.value, asked) : undefined);
  return monthDay({ day: day.value, month: said.value('M') ?? 0, year, weekday: said.value('Ww') }, asked);
}

/** "a week tomorrow" is ahead, "a week yesterday" back. */
function fromDay(said: Said, asked: Asked): Dated {
  const days = said.value('R') ?? 0;
  return plus(plus(asked.today, days, 'day'), days < 0 ? -said.count() : said.count(), said.unit());
}

/** "Saturday week", "two weeks on Saturday": weeks after the coming one. With days it may mean either. */
function weeksOn(said: Said, asked: Asked): Dated {
  if (said.unit() !== 'week' && said.unit() !== 'fortnight') return 'ambiguous';
  return plus(weekdayBy('C', said.value('Ww') ?? 0, asked), said.count(), said.unit());
}

/** "Tuesday next week". */
function inWeek(said: Said, asked: Asked): Dated {
  if (said.unit() !== 'week') return 'ambiguous';
  const word = /[LXT]/.exec(said.kinds)?.[0] ?? 'T';
  const ofThisWeek = weekOf('T', said.value('Ww') ?? 0, asked);
  return plus(ofThisWeek, word === 'X' ? 1 : word === 'L' ? -1 : 0, 'week');
}

/** "the 3rd of next month". */
function inMonth(said: Said, { today }: Asked): Dated {
  if (said.unit() !== 'month') return 'ambiguous';
  const first = plus(`${today.slice(0, 8)}01`, said.kinds.includes('X') ? 1 : said.kinds.includes('L') ? -1 : 0, 'month');
  const date = plus(first, (said.value('O') ?? 0) - 1, 'day');
  return isMiss(date) || date.slice(0, 7) === first.slice(0, 7) ? date : 'no-such-day';
}

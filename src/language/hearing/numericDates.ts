/** A date in figures, day first: never the American way. `valid` is false where the figures can only be meant as a date, and name none. */
export interface NumericDate {
  readonly day: number;
  readonly month: number;
  /** As written: 4 figures, 2 figures, or none. */
  readonly year?: number;
  readonly shortYear?: boolean;
  /** Written without anything between the figures. */
  readonly runTogether?: boolean;
}

const gap = String.raw`(?:\s?[-/.]\s?|\s)`;
const patterns = new RegExp(
  [
    String.raw`(?<y1>\d{4})${gap}(?<m1>\d{1,2})${gap}(?<d1>\d{1,2})`,
    String.raw`(?<d2>\d{1,2})${gap}(?<m2>\d{1,2})${gap}(?<y2>\d{4}|\d{2})`,
    String.raw`(?<d3>\d{1,2})\s?(?<gap>[-/.])\s?(?<m3>\d{1,2})`,
    String.raw`(?<run>\d{8}|^\d{6}$)`,
  ]
    .map((pattern) => `(?<![\\d/.,:£$€-])(?:${pattern})(?![\\d/:]|[-.,]\\d|[ap]\\.?m\\b|\\s?[ap]m\\b)`)
    .join('|'),
  'g',
);

/** The text in pieces: the dates in figures, and what stands between them. */
export function numericDates(text: string): readonly (string | NumericDate)[] {
  const parts: (string | NumericDate)[] = [];
  let from = 0;
  for (const match of text.matchAll(patterns)) {
    const date = read(match.groups ?? {});
    if (!date) continue;
    parts.push(text.slice(from, match.index), date);
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}

type Groups = Readonly<Record<string, string | undefined>>;

function read({ y1, m1, d1, y2, m2, d2, d3, m3, gap, run }: Groups): NumericDate | undefined {
  if (y1) return { year: Number(y1), month: Number(m1), day: Number(d1) };
  if (y2) return { day: Number(d2), month: Number(m2), year: Number(y2), shortYear: y2.length === 2 };
  if (run) return runTogether(run);
  const date = { day: Number(d3), month: Number(m3) };
  const canBe = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
  return canBe || gap === '/' ? date : undefined;
}

/** 25122026, 20261225 or 251226. */
function runTogether(run: string): NumericDate | undefined {
  const [a = 0, b = 0, c = 0] = (
    /^(19|20|21)\d\d(0\d|1[0-2])/.test(run) && run.length === 8
      ? [run.slice(6), run.slice(4, 6), run.slice(0, 4)]
      : [run.slice(0, 2), run.slice(2, 4), run.slice(4)]
  ).map(Number);
  if (a < 1 || a > 31 || b < 1 || b > 12) return undefined;
  return { day: a, month: b, year: c, shortYear: run.length === 6, runTogether: true };
}

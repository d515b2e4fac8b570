import type { Heard } from '#language/heard.ts';
import type { Language } from '#language/languages.ts';
import { fold } from './clean.ts';
import { clockFigures } from './clockWords.ts';

/** By the clock, `HH:MM`. No end where none was said. */
export interface TimesHeard {
  readonly from: string;
  readonly to?: string;
}

/** Later than this nobody says "5" and means the morning: hours before it are in the afternoon or the evening. */
const firstMorningHour = 8;

const time = /(?<![\d/.:-])(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m\.?|p\.m\.?)?(?![\d/])/g;

/** "10 to 12", "10-11.30", "7.30pm", "half past six till eight" (the evening), "od 17 do 19": one time of day, or two. */
export function hearTimes(said: string, language: Language): Heard<TimesHeard, 'not-times'> {
  const found = [...clockFigures(fold(said), language).replaceAll('-', ' - ').matchAll(time)];
  const [first, second, third] = found;
  if (!first || third) return { ok: false, reason: 'not-times' };
  const halves = found.map(([, , , half]) => half?.[0]);
  const [from, to] = [minutesOf(first, halves[0]), second && minutesOf(second, halves[1])];
  if (from === undefined || (second && to === undefined)) return { ok: false, reason: 'not-times' };
  if (to === undefined) return { ok: true, value: { from: clock(from) }, sure: true };
  const begins = beginningOf(from, to, halves);
  const ends = to <= begins && halves[1] === undefined ? to + halfADay : to;
  return begins >= 0 && begins < ends && ends <= 2 * halfADay
    ? { ok: true, value: { from: clock(begins), to: clock(ends % (2 * halfADay)) }, sure: true }
    : { ok: false, reason: 'not-times' };
}

const halfADay = 12 * 60;

/** "7 to 9" and "7 to 9pm" begin in the evening, "7 to 2pm" in the morning; "10 to 2" ends in the afternoon. */
function beginningOf(from: number, to: number, [first, second]: readonly (string | undefined)[]): number {
  if (first !== undefined || second === undefined) return from;
  if (second === 'a') return from % halfADay;
  return from >= to ? from - halfADay : from;
}

function minutesOf([, hours = '', minutes = '0']: RegExpExecArray | RegExpMatchArray, half: string | undefined): number | undefined {
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (hour > 23 || minute > 59 || (half && (hour === 0 || hour > 12))) return undefined;
  if (half === 'p') return ((hour % 12) + 12) * 60 + minute;
  if (half === 'a') return (hour % 12) * 60 + minute;
  return (hour > 0 && hour < firstMorningHour && hours.length === 1 ? hour + 12 : hour) * 60 + minute;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

import type { FoundService, Wanted } from '#directory';
import { dayPlus, londonClock } from '#directory/hours/london.ts';
import { doorsAt, openingsOn } from '#directory/hours/openings.ts';
import type { ScheduleRecord, ServiceRecord } from '#directory/record/record.ts';
import type { Language } from '#language/languages.ts';
import type { Turn } from '../turn.ts';

const daysInAWeek = 7;
/** With it, three services fit into one text. Characters. */
const longestName = 34;

/** A need by its name, or the words that were looked for. */
export function wantedInWords(turn: Turn, wanted: Wanted | undefined): string {
  if (!wanted) return '';
  return 'need' in wanted ? turn.words(`needNames.${wanted.need}`) : `"${wanted.words}"`;
}

/** "Memory Cafe, 0.4 miles, next: Thursday 10 to 12": one service of a list. */
export function lineOf(
  turn: Turn,
  { name, miles }: { readonly name: string; readonly miles?: number | undefined },
  service: FoundService | undefined,
): string {
  const parts = [
    shortened(name, longestName),
    miles === undefined ? undefined : milesInWords(turn, miles),
    service && doorsInWords(turn, service.record),
    service?.stale ? turn.words('services.notLately') : undefined,
  ];
  return parts.filter(Boolean).join(', ');
}

/** All the times of a service: its own, and those of the places where it is given. */
export function schedulesOf({ schedules = [], service_at_locations: places = [] }: ServiceRecord): readonly ScheduleRecord[] {
  return [...schedules, ...places.flatMap(({ schedules: own = [], location }) => [...own, ...(location?.schedules ?? [])])];
}

/** "open now until 4", "next: Thursday 10 to 12"; nothing where the times are not known. */
export function doorsInWords(turn: Turn, record: ServiceRecord): string | undefined {
  const doors = doorsAt(schedulesOf(record), turn.now);
  if (!doors) return undefined;
  if ('openUntil' in doors) return turn.words('services.openUntil', { time: timeInWords(doors.openUntil, turn.language) });
  const { from, to } = doors.next;
  const times = { from: timeInWords(from, turn.language), to: timeInWords(to, turn.language) };
  const today = londonClock(turn.now).day;
  const { day } = londonClock(from);
  if (day === today) return turn.words('services.openToday', times);
  if (day === dayPlus(today, 1)) return turn.words('services.openTomorrow', times);
  const soon = day < dayPlus(today, daysInAWeek);
  const format = soon ? weekdays[turn.language] : dates[turn.language];
  return turn.words('services.openNext', { day: format.format(from), ...times });
}

/** "next: Thursday 3 December 10 to 12", today's doors while they are open: as true tomorrow as now. */
export function nextDoorsInWords(turn: Turn, record: ServiceRecord): string | undefined {
  const schedules = schedulesOf(record);
  const doors = doorsAt(schedules, turn.now);
  const today = londonClock(turn.now).day;
  const opening =
    doors && 'next' in doors ? doors.next : openingsOn(schedules, dayPlus(today, -1), daysInAWeek).find(({ to }) => to > turn.now);
  if (!opening) return undefined;
  const { from, to } = opening;
  const times = { from: timeInWords(from, turn.language), to: timeInWords(to, turn.language) };
  return turn.words('services.openNext', { day: dates[turn.language].format(from), ...times });
}

/** By the clock in London: "4", "10:30" and "7pm" in English, where only what could be morning or evening needs telling apart; 24 hours elsewhere. */
export function timeInWords(at: Date, language: Language): string {
  const { minutes } = londonClock(at);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  const past = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  if (language !== 'en-GB') return minute === 0 ? String(hour) : `${hour}${past}`;
  const plainly = hour >= 8 && hour <= 18;
  return `${hour % 12 === 0 ? 12 : hour % 12}${past}${plainly ? '' : hour < 12 ? 'am' : 'pm'}`;
}

const miles10 = 10;

/** "0.4 miles": to a tenth below ten, and nobody is nought miles away. */
export function milesInWords(turn: Turn, miles: number): string {
  const shown = miles < miles10 ? Math.max(0.1, Math.round(miles * 10) / 10) : Math.round(miles);
  return turn.words('services.miles', { miles: shown });
}

/** Cut where it is long, so that three names and what is said of them fit into one text. */
export function shortened(name: string, most: number): string {
  return name.length <= most ? name : `${name.slice(0, most - 3).trimEnd()}...`;
}

const formatters = (options: Intl.DateTimeFormatOptions) =>
  Object.fromEntries(
    (['en-GB', 'pl', 'ro', 'lt'] as const).map((language) => [
      language,
      new Intl.DateTimeFormat(language, { ...options, timeZone: 'Europe/London' }),
    ]),
  ) as Readonly<Record<Language, Intl.DateTimeFormat>>;
const weekdays = formatters({ weekday: 'long' });
const dates = formatters({ weekday: 'long', day: 'numeric', month: 'long' });

import ICAL from 'ical.js';

/** A time on a clock on the wall, with no zone. `month` counts from 1. */
export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Where a clock hangs. */
export interface Zone {
  /** The instant at which the clock shows this. Shown twice, it is the first; never shown, it is as much later as the clock is put on (RFC 5545, 3.3.5). */
  instant(wall: Wall): Date;
  wall(instant: Date): Wall;
}

export const utc: Zone = { instant: (wall) => new Date(utcMs(wall)), wall: (instant) => wallAt(instant.getTime()) };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A zone by its name in the time zone database, "Europe/London"; nothing for another name. */
export function namedZone(name: string): Zone | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: name, timeZoneName: 'longOffset', hour: 'numeric' });
  } catch {
    return undefined;
  }
  const offsets = new Map<number, number>();
  // Asked for again and again inside a feed, and dear to work out; clocks change on a whole quarter of an hour.
  const offsetMs = (instantMs: number) => {
    const quarter = Math.floor(instantMs / (hourMs / 4));
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const offset = offsetIn(format, instantMs);
    offsets.set(quarter, offset);
    return offset;
  };
  return zoneOf(offsetMs);
}

/** A zone that a calendar file describes by itself. */
export function describedZone(component: ICAL.Component): Zone {
  const zone = new ICAL.Timezone(component);
  return zoneOf((instantMs) => {
    // ical.js tells the offset of a wall clock; near enough on either side it tells that of an instant.
    const guess = zone.utcOffset(icalTime(wallAt(instantMs))) * 1000;
    return zone.utcOffset(icalTime(wallAt(instantMs + guess))) * 1000;
  });
}

function zoneOf(offsetMs: (instantMs: number) => number): Zone {
  return {
    wall: (instant) => wallAt(instant.getTime() + offsetMs(instant.getTime())),
    instant: (wall) => {
      const shown = utcMs(wall);
      const [before, after] = [offsetMs(shown - dayMs), offsetMs(shown + dayMs)];
      const fits = [before, after].find((offset) => offsetMs(shown - offset) === offset);
      return new Date(shown - (fits ?? before));
    },
  };
}

export function icalTime({ year, month, day, hour, minute, second }: Wall): ICAL.Time {
  return new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.localTimezone);
}

export function utcMs({ year, month, day, hour, minute, second }: Wall): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function wallAt(ms: number): Wall {
  const at = new Date(ms);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  };
}

function offsetIn(format: Intl.DateTimeFormat, instantMs: number): number {
  if (Number.isNaN(instantMs)) return 0;
  const name = format.formatToParts(instantMs).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes, seconds = '0'] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name) ?? [];
  if (!sign) return 0;
  return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

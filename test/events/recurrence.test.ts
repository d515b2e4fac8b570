import fc from 'fast-check';
import ICAL from 'ical.js';
import { occurrencesOf } from '#events/import/recurrence/occurrences.ts';
import { readRule } from '#events/import/recurrence/rule.ts';
import { describedZone, namedZone, type Wall, type Zone } from '#events/import/recurrence/zones.ts';

const dayMs = 86_400_000;
const london = zoneCalled('Europe/London');

function zoneCalled(name: string): Zone {
  const zone = namedZone(name);
  if (!zone) throw new Error(`no zone ${name}`);
  return zone;
}

/** The clocks of London as a calendar file describes them. */
const timezone = `BEGIN:VTIMEZONE\r
TZID:Europe/London\r
BEGIN:DAYLIGHT\r
DTSTART:19700329T010000\r
TZOFFSETFROM:+0000\r
TZOFFSETTO:+0100\r
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r
END:DAYLIGHT\r
BEGIN:STANDARD\r
DTSTART:19701025T020000\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0000\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
END:STANDARD\r
END:VTIMEZONE`;
const described = () => new ICAL.Component(ICAL.parse(timezone));

const iso = (dates: readonly Date[]) => dates.map((date) => date.toISOString());
const wallOn = (day: number, hour: number, minute: number): Wall => {
  const at = new Date(Date.UTC(2026, 0, 1) + day * dayMs);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), hour, minute, second: 0 };
};

function sessions(rule: string, start: Wall, now: Date, zone: Zone = london): readonly Date[] {
  return occurrencesOf({ start, zone, rules: [readRule(rule, zone)], added: [], leftOut: [], daysLeftOut: [] }, now, now);
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** No event begins in the hour that the clocks skip or show twice. */
const aTime = fc.record({ hour: fc.integer({ min: 3, max: 23 }), minute: fc.constantFrom(0, 15, 30, 45) });
const aStart = fc
  .tuple(fc.integer({ min: 0, max: 364 }), aTime)
  .map(([day, { hour, minute }]) => ({ day, wall: wallOn(day, hour, minute) }));
const someDays = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 });

test('Tuesdays at nine stay at nine when the clocks change', () => {
  const start = { year: 2026, month: 3, day: 17, hour: 9, minute: 0, second: 0 };
  const found = iso(sessions('FREQ=WEEKLY;COUNT=4', start, new Date('2026-03-01T00:00Z')));
  expect(found).toEqual(['2026-03-17T09:00:00.000Z', '2026-03-24T09:00:00.000Z', '2026-03-31T08:00:00.000Z', '2026-04-07T08:00:00.000Z']);
});

test('days of the week, counted by hand, over two years with four changes of the clocks', () => {
  fc.assert(
    fc.property(aStart, someDays, fc.integer({ min: 1, max: 4 }), ({ day, wall }, days, interval) => {
      const rule = `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days.map((each) => weekdays[each]).join(',')}`;
      const now = london.instant(wall);
      const begins = new Date(Date.UTC(2026, 0, 1) + day * dayMs);
      const monday = day - ((begins.getUTCDay() + 6) % 7);
      const expected = Array.from({ length: 200 }, (_, ahead) => day + ahead)
        .filter((each) => Math.floor((each - monday) / 7) % interval === 0 && days.includes((each - monday) % 7))
        .map((each) => london.instant(wallOn(each, wall.hour, wall.minute)))
        .filter((at) => at.getTime() <= now.getTime() + 190 * dayMs);
      expect(iso(sessions(rule, wall, now))).toEqual(iso(expected));
    }),
    { numRuns: 150 },
  );
});

test('the same as ical.js finds with the zone described in the file', () => {
  const anyRule = fc.oneof(
    fc.integer({ min: 1, max: 9 }).map((interval) => `FREQ=DAILY;INTERVAL=${interval}`),
    someDays.map((days) => `FREQ=WEEKLY;BYDAY=${days.map((day) => weekdays[day]).join(',')}`),
    fc.tuple(fc.constantFrom(1, 2, 3, 4, -1), fc.constantFrom(...weekdays)).map(([place, day]) => `FREQ=MONTHLY;BYDAY=${place}${day}`),
    fc.integer({ min: 1, max: 28 }).map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`),
    fc.integer({ min: 1, max: 12 }).map((month) => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=5`),
  );
  const ends = fc.oneof(
    fc.constant(''),
    fc.integer({ min: 1, max: 40 }).map((count) => `;COUNT=${count}`),
  );
  fc.assert(
    fc.property(aStart, anyRule, ends, ({ wall }, rule, end) => {
      const now = london.instant(wall);
      const zone = new ICAL.Timezone(described());
      const times = ICAL.Recur.fromString(rule + end).iterator(new ICAL.Time({ ...wall, isDate: false }, zone));
      const expected: Date[] = [];
      for (let time = times.next(); time && expected.length < 250; time = times.next()) {
        const at = time.toUnixTime() * 1000;
        if (at > now.getTime() + 190 * dayMs) break;
        expected.push(new Date(at));
      }
      expect(iso(sessions(rule + end, wall, now))).toEqual(iso(expected));
    }),
    { numRuns: 150 },
  );
});

test('every session of a year shows the same time on London clocks', () => {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  fc.assert(
    fc.property(aStart, ({ wall }) => {
      const first = london.instant(wall);
      for (const ahead of [0, 180]) {
        const now = new Date(first.getTime() + ahead * dayMs);
        const shown = new Set(sessions('FREQ=DAILY', wall, now).map((at) => clock.format(at)));
        expect([...shown]).toEqual([`${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`]);
      }
    }),
    { numRuns: 25 },
  );
});

test('a zone by its name and as a file describes it are the same zone, to the minute', () => {
  const own = describedZone(described());
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 366 * 24 * 60 }), (minutes) => {
      const at = new Date(Date.UTC(2026, 0, 1) + minutes * 60_000);
      // The hour that clocks show twice: a description does not say which of the two is meant.
      fc.pre(!/^2026-10-25T0[01]/.test(at.toISOString()));
      expect(own.wall(at)).toEqual(london.wall(at));
      expect(london.instant(london.wall(at)).getTime()).toBeLessThanOrEqual(at.getTime());
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['an hour that never is', { month: 3, day: 29, hour: 1, minute: 30 }, '2026-03-29T01:30:00.000Z'],
  ['an hour that is twice, the first time', { month: 10, day: 25, hour: 1, minute: 30 }, '2026-10-25T00:30:00.000Z'],
  ['the last minute before the clocks go on', { month: 3, day: 29, hour: 0, minute: 59 }, '2026-03-29T00:59:00.000Z'],
  ['the first minute after', { month: 3, day: 29, hour: 2, minute: 0 }, '2026-03-29T01:00:00.000Z'],
])('%s is an instant', (_name, parts, expected) => {
  expect(london.instant({ year: 2026, second: 0, ...parts }).toISOString()).toBe(expected);
});

test.each([
  ['FREQ=WEEKLY;UNTIL=20260414T080000Z', 5],
  ['FREQ=WEEKLY;UNTIL=20260414T075959Z', 4],
  ['FREQ=WEEKLY;UNTIL=20260414', 5],
  ['freq=weekly;until=20260414;', 5],
])('%s ends by the clock in London', (rule, count) => {
  const start = { year: 2026, month: 3, day: 17, hour: 9, minute: 0, second: 0 };
  expect(sessions(rule, start, new Date('2026-03-01T00:00Z'))).toHaveLength(count);
});

test.each([
  'FREQ=SECONDLY',
  'FREQ=MINUTELY;COUNT=5',
  'FREQ=HOURLY',
  'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=DAILY;INTERVAL=7;BYDAY=MO',
  'FREQ=DAILY;BYDAY=1MO',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=WEEKLY;INTERVAL=-1',
  'FREQ=YEARLY;BYWEEKNO=53',
  'FREQ=WEEKLY;BYDAY=XX',
  'FREQ=SOMETIMES',
  '',
])('%s is refused before it is followed', (rule) => {
  expect(() => sessions(rule, wallOn(0, 10, 0), new Date('2026-01-01'))).toThrow(/repeats/);
});

test.each(['FREQ=DAILY;BYHOUR=9,12,15', 'FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,1,2,3,4,5,6,7,8,9'])(
  '%s has too many sessions',
  (rule) => {
    expect(() => sessions(rule, wallOn(0, 9, 0), new Date('2026-01-01'))).toThrow(/more than 200 sessions|repeated more than 10,000 times/);
  },
);

test('a rule of a hundred years is followed no farther than the horizon', () => {
  const start = { year: 1926, month: 1, day: 5, hour: 9, minute: 0, second: 0 };
  expect(() => sessions('FREQ=DAILY', start, new Date('2026-03-01T00:00Z'))).toThrow('begin it later');
  expect(sessions('FREQ=WEEKLY', start, new Date('2026-03-01T00:00Z'))).toHaveLength(27);
});

import fc from 'fast-check';
import { bankHolidays, isHoliday } from '#calendar/bankHolidays.ts';
import { nextWindow, openWindow } from '#calendar/sendWindow.ts';

const minuteMs = 60_000;
const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What the wall clock in London shows, by Intl alone. */
function wallClock(at: Date): { readonly day: string; readonly minutes: number } {
  const part = Object.fromEntries(inLondon.formatToParts(at).map(({ type, value }) => [type, value]));
  return { day: `${part.year}-${part.month}-${part.day}`, minutes: Number(part.hour) * 60 + Number(part.minute) };
}

function mayArrive(at: Date): boolean {
  const { day, minutes } = wallClock(at);
  return minutes >= 9 * 60 && minutes < 20 * 60 && !isHoliday(day);
}

/** Published at https://www.gov.uk/bank-holidays. */
const published: Readonly<Record<number, string>> = {
  2020: '01/01 04/10 04/13 05/08 05/25 08/31 12/25 12/28',
  2021: '01/01 04/02 04/05 05/03 05/31 08/30 12/27 12/28',
  2022: '01/03 04/15 04/18 05/02 06/02 06/03 08/29 09/19 12/26 12/27',
  2023: '01/02 04/07 04/10 05/01 05/08 05/29 08/28 12/25 12/26',
  2024: '01/01 03/29 04/01 05/06 05/27 08/26 12/25 12/26',
  2025: '01/01 04/18 04/21 05/05 05/26 08/25 12/25 12/26',
  2026: '01/01 04/03 04/06 05/04 05/25 08/31 12/25 12/28',
  2027: '01/01 03/26 03/29 05/03 05/31 08/30 12/27 12/28',
};

test.each(Object.entries(published))('the bank holidays of %s are those that were published', (year, days) => {
  expect(bankHolidays(Number(year)).map((day) => day.slice(5))).toEqual(days.replaceAll('/', '-').split(' '));
});

test('a bank holiday is a working day of the week, whatever the year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1980, max: 2200 }), (year) => {
      const days = bankHolidays(year);
      expect(new Set(days).size).toBe(days.length);
      for (const day of days) expect(new Date(`${day}T12:00Z`).getUTCDay() % 6).not.toBe(0);
    }),
  );
});

test.each([2026, 2027, 2028])('every quarter of an hour of %i: open exactly from 9:00 to 20:00 in London, never on a holiday', (year) => {
  const end = Date.UTC(year + 1, 0, 1);
  const wrong: string[] = [];
  for (let ms = Date.UTC(year, 0, 1); ms < end; ms += 15 * minuteMs) {
    const now = new Date(ms);
    if ((openWindow(now) !== undefined) !== mayArrive(now)) wrong.push(now.toISOString());
  }
  expect(wrong).toEqual([]);
});

const anyMoment = fc.date({ min: new Date('2026-01-01T00:00Z'), max: new Date('2031-01-01T00:00Z'), noInvalidDate: true });

test('an open window lies round the moment, and the last that may arrive in it arrives in it', () => {
  fc.assert(
    fc.property(anyMoment, (now) => {
      const window = openWindow(now);
      if (!window) return;
      expect(mayArrive(now)).toBe(true);
      expect(mayArrive(window.opensAt)).toBe(true);
      expect(mayArrive(new Date(window.opensAt.getTime() - 1))).toBe(false);
      expect(mayArrive(new Date(window.closesAt.getTime() - 1))).toBe(true);
      expect(mayArrive(window.closesAt)).toBe(false);
      expect(window.closesAt.getTime() - window.opensAt.getTime()).toBe(11 * 60 * minuteMs);
      expect(window.closesAt.getTime() - now.getTime()).toBeGreaterThan(minuteMs);
    }),
    { numRuns: 2000 },
  );
});

test('the next window is the open one, or the first that opens: none lies between', () => {
  fc.assert(
    fc.property(anyMoment, (now) => {
      const next = nextWindow(now);
      const open = openWindow(now);
      if (open) expect(next).toEqual(open);
      else {
        expect(openWindow(next.opensAt)).toEqual(next);
        const from = now.getTime() + 2 * minuteMs;
        for (let ms = from; ms < next.opensAt.getTime(); ms += 30 * minuteMs) expect(openWindow(new Date(ms))).toBeUndefined();
      }
    }),
    { numRuns: 500 },
  );
});

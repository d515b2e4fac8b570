import fc from 'fast-check';
import { hearTimes } from '#language/hearing/times.ts';

test.each([
  ['10 to 12', '10:00', '12:00'],
  ['10-11.30', '10:00', '11:30'],
  ['10:00 - 12:00', '10:00', '12:00'],
  ['from 10am until noonish 12', '10:00', '12:00'],
  ['2 to 4', '14:00', '16:00'],
  ['10 to 2', '10:00', '14:00'],
  ['7 to 9', '19:00', '21:00'],
  ['7 to 2pm', '07:00', '14:00'],
  ['7 to 9pm', '19:00', '21:00'],
  ['10 to 2pm', '10:00', '14:00'],
  ['9 to 11am', '09:00', '11:00'],
  ['7 to 9am', '07:00', '09:00'],
  ['11am to 1pm', '11:00', '13:00'],
  ['12 to 2', '12:00', '14:00'],
  ['od 17 do 19', '17:00', '19:00'],
  ['17h30-19h00', '17:30', '19:00'],
  ['7.30 p.m.', '19:30', undefined],
  ['half past six till eight', '18:30', '20:00'],
  ['half 2 to quarter to four', '14:30', '15:45'],
  ['quarter past ten', '10:15', undefined],
  ["ten o'clock to midday", '10:00', '12:00'],
  ['quarter to one', '12:45', undefined],
  ['9', '09:00', undefined],
  ['6', '18:00', undefined],
  ['06:00', '06:00', undefined],
])('%j is from %s to %s', (said, from, to) => {
  expect(hearTimes(said, 'en-GB')).toEqual({ ok: true, value: to ? { from, to } : { from }, sure: true });
});

test.each([
  ['pl', 'od szóstej do ósmej', '18:00', '20:00'],
  ['pl', 'wpół do siódmej', '18:30', undefined],
  ['ro', 'de la șase și jumătate la opt', '18:30', '20:00'],
  ['ro', 'zece fără un sfert', '09:45', undefined],
  ['lt', 'nuo dešimt iki dvylika', '10:00', '12:00'],
] as const)('in %s: %j is from %s to %s', (language, said, from, to) => {
  expect(hearTimes(said, language)).toEqual({ ok: true, value: to ? { from, to } : { from }, sure: true });
});

test.each(['in the morning', '', '25', '10 to 61', '10 to 12 and 2 to 4', '13pm', '12/12/2026', '10.75'])('%j is no time', (said) => {
  expect(hearTimes(said, 'en-GB')).toMatchObject({ ok: false });
});

test('two times of a day in order are heard as they are written', () => {
  const minute = fc.integer({ min: 8 * 60, max: 24 * 60 - 1 });
  const written = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  fc.assert(
    fc.property(minute, minute, (one, other) => {
      fc.pre(one < other);
      expect(hearTimes(`${written(one)}-${written(other)}`, 'en-GB')).toMatchObject({ value: { from: written(one), to: written(other) } });
    }),
  );
});

import fc from 'fast-check';
import { closest, distance } from '#language/hearing/closest.ts';

const candidates = [
  { key: 'parks-2027', words: ['PARKS', 'Your parks', 'Wasze parki', 'Parcurile voastre', 'Jūsų parkai'] },
  { key: 'roads-2027', words: ['ROADS', 'Roads and paths', 'Drogi i ścieżki'] },
  { key: 'library', words: ['LIBRARY', 'Your library'] },
  { key: 'ward-1', words: ['WARD1', 'Ward 1'] },
  { key: 'ward-2', words: ['WARD2', 'Ward 2'] },
];

describe('naming a consultation', () => {
  it.each([
    ['PARKS', 'parks-2027', true],
    ['parks.', 'parks-2027', true],
    ['Your Parks', 'parks-2027', true],
    ['wasze parki', 'parks-2027', true],
    ['jusu parkai', 'parks-2027', true],
    ['praks', 'parks-2027', false],
    ['park', 'parks-2027', false],
    ['parkss', 'parks-2027', false],
    ['yuor parks', 'parks-2027', false],
    ['your praks', 'parks-2027', false],
    ['raods', 'roads-2027', false],
    ['roads and pahts', 'roads-2027', false],
    ['drogi i sciezki', 'roads-2027', true],
    ['libary', 'library', false],
    ['ward 2', 'ward-2', true],
    ['ward1', 'ward-1', true],
    ['PARKS please', 'parks-2027', false],
    ['I like parks', 'parks-2027', false],
  ])('%j is %s', (said, key, sure) => {
    expect(closest(said, candidates)).toEqual({ ok: true, value: key, sure });
  });

  it.each(['bark', 'my dog likes parks', 'pa', '', 'ward 3', 'yes', '1', 'spark plugs', 'road to nowhere', 'x'.repeat(5000)])(
    '%j names none',
    (said) => {
      expect(closest(said, candidates)).toEqual({ ok: false, reason: 'none' });
    },
  );

  it('is ambiguous where two are as near', () => {
    const two = [
      { key: 'a', words: ['BUSES'] },
      { key: 'b', words: ['BUSEY'] },
    ];
    expect(closest('busex', two)).toEqual({ ok: false, reason: 'ambiguous' });
    expect(closest('buses', two)).toEqual({ ok: true, value: 'a', sure: true });
    expect(
      closest('same', [
        { key: 'a', words: ['Same'] },
        { key: 'b', words: ['same'] },
      ]),
    ).toEqual({ ok: false, reason: 'ambiguous' });
  });
});

describe('how far apart two words are', () => {
  it.each([
    ['parks', 'parks', 0],
    ['parks', 'praks', 1],
    ['parks', 'park', 1],
    ['parks', 'barks', 1],
    ['parks', 'parkss', 1],
    ['tommorow', 'tomorrow', 2],
    ['parks', 'roads', 3],
    ['', 'ab', 2],
    ['ca', 'abc', 3],
  ])('%s and %s: %d', (a, b, letters) => {
    expect(distance(a, b, 2)).toBe(letters);
  });

  it('is the same both ways, and stops at the most asked for', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        expect(distance(a, b, most)).toBe(distance(b, a, most));
        expect(distance(a, b, most)).toBeLessThanOrEqual(most + 1);
        expect(distance(a, b, most) === 0).toBe(a === b);
      }),
    );
  });
});

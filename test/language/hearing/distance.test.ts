import fc from 'fast-check';
import { distance } from '#language/hearing/distance.ts';

test.each([
  ['stop', 'stop', 0],
  ['sotp', 'stop', 1],
  ['dementa', 'dementia', 1],
  ['ca', 'abc', 3],
  ['', 'ab', 2],
])('%j is %j in %i', (a, b, apart) => expect(distance(a, b, 3)).toBe(apart));

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ł'), maxLength: 9 });

test('it is what the whole table of all beginnings says, up to the limit', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
      expect(distance(a, b, most)).toBe(Math.min(wholeTable(a, b), most + 1));
    }),
    { numRuns: 3000 },
  );
});

test('words of any length are compared, long ones only for being the same', () => {
  const long = 'a'.repeat(65);
  expect([distance(long, long), distance(long, `${long}b`), distance('a'.repeat(64), 'a'.repeat(63))]).toEqual([0, 3, 1]);
});

function wholeTable(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)));
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      (table[i] as number[])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change, swap);
    }
  return at(a.length, b.length);
}

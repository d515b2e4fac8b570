import fc from 'fast-check';
import { shownCounts, smallestShown } from '#consultations/results/disclosure.ts';

const tables = fc.array(fc.nat(40), { minLength: 2, maxLength: 12 });
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const hiddenIn = (counts: readonly number[], shown: readonly (number | null)[]) => counts.filter((_, index) => shown[index] === null);

describe('small numbers', () => {
  test.each([
    ['large numbers are shown', [12, 30, 5], [12, 30, 5]],
    ['two small ones are hidden', [12, 3, 4, 20], [12, null, null, 20]],
    ['zero is small', [12, 0, 5, 20], [12, null, null, 20]],
    ['one small one takes the next smallest with it', [12, 3, 20, 40], [null, null, 20, 40]],
    ['hidden together they are at least five', [12, 1, 1, 20], [null, null, null, 20]],
    ['nothing but fours would say so by their sum', [4, 4, 30, 12], [null, null, 30, null]],
    ['numbers of one size are hidden together', [9, 9, 4, 30], [null, null, null, 30]],
    ['a table that averages four is hidden whole', [10, 2, 2, 2], [null, null, null, null]],
    ['a small table is hidden whole', [2, 1, 0], [null, null, null]],
  ])('%s', (_, counts, shown) => {
    expect(shownCounts(counts)).toEqual(shown);
  });

  test('are never shown, and what is shown is true', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        for (const [index, shown] of shownCounts(counts).entries()) {
          if (shown === null) continue;
          expect(shown).toBe(counts[index]);
          expect(shown).toBeGreaterThanOrEqual(smallestShown);
        }
      }),
    );
  });

  test('are never hidden alone, and never add up to a small number while anything is shown', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const shown = shownCounts(counts);
        const hidden = hiddenIn(counts, shown);
        expect(hidden).not.toHaveLength(1);
        if (hidden.length > 0 && hidden.length < counts.length) expect(sum(hidden)).toBeGreaterThanOrEqual(smallestShown);
      }),
    );
  });

  test('do not depend on the order of the options', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const reversed = [...shownCounts([...counts].reverse())].reverse();
        expect(reversed).toEqual(shownCounts(counts));
      }),
    );
  });

  test.each([
    [2, 30],
    [3, 30],
    [4, 24],
    [5, 22],
  ])('cannot be worked out from a table of %i by somebody who knows the total and this very rule', (cells, most) => {
    // Every table there is, gathered by what would be shown of it: each hidden count must have been possible in two ways.
    const lookAlikes = new Map<string, Set<number>[]>();
    for (const counts of allTables(cells, most)) {
      const total = sum(counts);
      // Of nobody there is nothing to tell.
      if (total === 0) continue;
      const looks = `${total}:${shownCounts(counts).join()}`;
      const possible = lookAlikes.get(looks) ?? counts.map(() => new Set<number>());
      for (const [index, count] of counts.entries()) possible[index]?.add(count);
      lookAlikes.set(looks, possible);
    }
    for (const [looks, possible] of lookAlikes) {
      const shown = looks.slice(looks.indexOf(':') + 1).split(',');
      const known = possible.filter((counts, index) => shown[index] === '' && counts.size === 1);
      expect({ looks, known }).toEqual({ looks, known: [] });
    }
  });
});

/** Every table whose total is not more than `most`. */
function* allTables(cells: number, most: number): Generator<readonly number[]> {
  if (cells === 0) yield [];
  else for (let count = 0; count <= most; count++) for (const rest of allTables(cells - 1, most - count)) yield [count, ...rest];
}

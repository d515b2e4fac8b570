/**
 * How many letters apart two words are: optimal string alignment, where a swap of neighbours counts one. Stops at `most` and gives
 * `most + 1` for anything further. Words of more than 64 letters are only ever equal or further.
 */
export function distance(a: string, b: string, most = 2): number {
  if (a === b) return 0;
  const far = most + 1;
  if (a.length > 64 || b.length > 64 || Math.abs(a.length - b.length) > most) return far;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  let leastAbove = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let leastInRow = i;
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, at(before, j - 2) + 1);
      row.push(least);
      leastInRow = Math.min(leastInRow, least);
    }
    if (leastInRow > most && leastAbove > most) return far;
    before = above;
    above = row;
    leastAbove = leastInRow;
  }
  return Math.min(at(above, b.length), far);
}

/** How many letters two words may be apart and still be one: none under 4 letters, 1 for 4 to 7, 2 for longer. The shorter word counts. */
export function slack(a: string, b: string): number {
  const letters = Math.min(a.length, b.length);
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}

function at(row: readonly number[], j: number): number {
  return row[j] ?? Number.POSITIVE_INFINITY;
}

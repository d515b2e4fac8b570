/** Longer words are only ever equal or further. */
const longest = 64;
/** Every word that is heard is compared with many, so the rows are there already. */
const rows = [0, 1, 2].map(() => new Uint8Array(longest + 1)) as [Uint8Array, Uint8Array, Uint8Array];

/**
 * How many letters apart two words are: optimal string alignment, where a swap of neighbours counts one. Stops at `most` and gives
 * `most + 1` for anything further. Words of more than 64 letters are only ever equal or further.
 */
export function distance(a: string, b: string, most = 2): number {
  if (a === b) return 0;
  const far = most + 1;
  if (a.length > longest || b.length > longest || Math.abs(a.length - b.length) > most) return far;
  let [before, above, row] = rows;
  for (let j = 0; j <= Math.min(b.length, far); j++) above[j] = j;
  let leastAbove = 0;
  for (let i = 1; i <= a.length; i++) {
    // Whatever is more than `most` letters further on in one word than in the other is too far.
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    const letter = a.charCodeAt(i - 1);
    let least = from === 1 ? i : far;
    row[from - 1] = least;
    if (to === i + most) above[to] = far;
    for (let j = from; j <= to; j++) {
      const same = letter === b.charCodeAt(j - 1);
      let here = Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) here = Math.min(here, at(before, j - 2) + 1);
      row[j] = here;
      least = Math.min(least, here);
    }
    if (least > most && leastAbove > most) return far;
    leastAbove = least;
    [before, above, row] = [above, row, before];
  }
  return Math.min(at(above, b.length), far);
}

/** How many letters two words may be apart and still be one: none under 4 letters, 1 for 4 to 7, 2 for longer. The shorter word counts. */
export function slack(a: string, b: string): number {
  const letters = Math.min(a.length, b.length);
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}

function at(row: Uint8Array, j: number): number {
  return row[j] as number;
}

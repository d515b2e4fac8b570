/** Other words that people write for a file's own, from forms and survey tools. */
const otherWords: Readonly<Record<string, string>> = {
  answers: 'options',
  choices: 'options',
  condition: 'when',
  deadline: 'closes',
  description: 'summary',
  end: 'closes',
  hint: 'help',
  id: 'key',
  if: 'when',
  label: 'text',
  mandatory: 'required',
  max: 'to',
  min: 'from',
  name: 'key',
  question: 'text',
  relevant: 'when',
  start: 'opens',
  type: 'kind',
  value: 'key',
};

/** The known word that was probably meant: the same but for a letter or two, or another word for it. */
export function closest(written: string, known: readonly string[]): string | undefined {
  const lower = written.toLowerCase();
  const other = Object.hasOwn(otherWords, lower) ? otherWords[lower] : undefined;
  const near = known
    .map((word) => ({ word, distance: lettersApart(lower, word.toLowerCase()) }))
    .filter(({ word, distance }) => distance <= 2 && distance < word.length)
    .sort((a, b) => a.distance - b.distance)[0]?.word;
  return near ?? (other && known.includes(other) ? other : undefined);
}

/** "did you mean x?" as the end of a sentence, or nothing. */
export function didYouMean(written: string, known: readonly string[]): string {
  const word = closest(written, known);
  return word ? `; did you mean "${word}"?` : '';
}

/** Levenshtein's distance, counted no further than words of this length, which are none of ours. */
const longestCompared = 40;

function lettersApart(a: string, b: string): number {
  if (a.length > longestCompared || b.length > longestCompared) return longestCompared;
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? longestCompared;
}

/** Words that stay small inside a place's name, as signposts have them: Barton in Fabis, Kingston upon Thames. */
const smallWords: ReadonlySet<string> = new Set(['and', 'at', 'by', 'cum', 'in', 'le', 'next', 'of', 'on', 'the', 'under', 'upon', 'with']);

/** A place's name from its key: `parish:higham-ferrers` is Higham Ferrers. */
export function placeName(key: string): string {
  const words = key
    .slice(key.indexOf(':') + 1)
    .split('-')
    .filter((word) => word !== '');
  return words.map((word, index) => (index > 0 && smallWords.has(word) ? word : capitalised(word))).join(' ');
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

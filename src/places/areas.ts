import { plain } from '#language/hearing/clean.ts';

/** What stands between the names of a list, in the languages that we speak. */
const between = /\s*[,;/&]\s*|\s+(?:and|oraz|i|și|si|ir)\s+/i;
/** What may stand beside a name and is none. */
const kindWords = /\b(?:civil parish|parish|ward|town|village)\b/g;
/** Whoever names places names a few. */
const mostNamed = 20;

/** The names in a list of places, as they are compared: the whole of it first, as "Ashwell and Cote" may be one. */
export function namesIn(said: string): readonly (readonly string[])[] {
  const whole = bare(said);
  const parts = said
    .split(between)
    .slice(0, mostNamed)
    .map(bare)
    .filter((name) => name !== '');
  return parts.length > 1 ? [[whole], parts] : [[whole]];
}

function bare(said: string): string {
  const name = plain(said);
  // A place may be called by such a word alone.
  return name.replaceAll(kindWords, '').replaceAll(/\s+/g, ' ').trim() || name;
}

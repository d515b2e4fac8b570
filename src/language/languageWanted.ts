import { type Language, languages } from './languages.ts';

/** The first of our languages in a list such as `pl-PL,pl;q=0.9,en;q=0.8` (RFC 9110, 12.5.4) that somebody would rather have than not. */
export function languageWanted(list: string | undefined): Language | undefined {
  const wanted = (list ?? '').slice(0, longestList).split(',').map(asTag);
  const best = wanted.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight);
  for (const { tag } of best) {
    const known = languages.find((language) => language.slice(0, 2) === tag.slice(0, 2) && /^[a-z]{2}(-|$)/.test(tag));
    if (known) return known;
  }
  return undefined;
}

const longestList = 200;

function asTag(part: string): { readonly tag: string; readonly weight: number } {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
  const q = parameters.map((each) => each.trim()).find((each) => each.startsWith('q='));
  return { tag: tag.trim(), weight: q === undefined ? 1 : Number(q.slice(2)) || 0 };
}

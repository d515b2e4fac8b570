import { clean } from '#language/hearing/clean.ts';

/** The entities that calendars write; others stay as they are, which is ugly and harmless. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  hellip: '…',
};

/**
 * The words of a text that may hold HTML, as only ever text: tags and what scripts and styles hold are dropped, blocks become line breaks, control
 * and bidi characters go. Whoever shows it still escapes it.
 */
export function plainText(source: string, most: number): string {
  // A tag is cut short so that "<" many times over costs nothing: see https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS
  const text = source
    .slice(0, 20 * most)
    .replace(/<(script|style|template)\b[^<>]{0,500}>[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<(br|\/p|\/div|\/li|\/h\d|\/tr)\b[^<>]{0,500}>/gi, '\n')
    .replace(/<[/!?a-z][^<>]{0,2000}>/gi, ' ')
    .replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
      if (code !== undefined) return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : ' ';
      return entities[String(name).toLowerCase()] ?? whole;
    });
  const tidy = clean(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
  return shortened(tidy, most);
}

/** The same on one line. */
export function oneLine(source: string, most: number): string {
  return shortened(plainText(source, 2 * most).replaceAll('\n', ' '), most);
}

/** At most so many characters, ending at a word where there is one. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 3).replace(/\p{Surrogate}$/u, '');
  const word = cut.lastIndexOf(' ');
  return `${(word > most / 2 ? cut.slice(0, word) : cut).trimEnd()}...`;
}

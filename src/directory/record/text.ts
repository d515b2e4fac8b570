import { clean } from '#language/hearing/clean.ts';

/** Longer texts are pages, not descriptions. Characters. */
const longestText = 10_000;
const piece = 1_500;

/**
 * Text that may have been HTML, as text alone: tags and what is no text inside them (scripts, styles, comments) go, a paragraph or a line
 * break becomes a line, entities become their letters. What merely looks like a tag ("<3 people") stays. Control characters go too.
 */
export function textOnly(written: string): string {
  const short = written.slice(0, 4 * longestText);
  const bare = /[<&]/.test(short) ? withoutTags(withoutEntities(withoutEntities(withoutTags(short)))) : short;
  return cleaned(
    bare
      .replace(/[ \t\u00A0]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
      .slice(0, longestText),
  );
}

function withoutTags(text: string): string {
  return text
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(/<(script|style|template|noscript|iframe|object)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<(br|\/p|\/div|\/li|\/h\d|\/tr)\b[^<>]*>/gi, '\n')
    .replace(/<[/!?]?[a-z][^<>]*>?/gi, ' ');
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  euro: '€',
  ndash: '-',
  mdash: '-',
  hellip: '...',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  bull: '-',
  middot: '-',
  eacute: 'é',
  copy: '©',
  reg: '®',
  trade: '™',
};

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return named[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** `clean` keeps what fits into one message; a description is cleaned piece by piece, never through a letter. */
function cleaned(text: string): string {
  if (text.length <= piece) return clean(text);
  const end = /[\uD800-\uDBFF]/.test(text.charAt(piece - 1)) ? piece - 1 : piece;
  const space = text.lastIndexOf(' ', end);
  const at = space > piece / 2 ? space : end;
  return `${clean(text.slice(0, at))} ${cleaned(text.slice(at).trimStart())}`;
}

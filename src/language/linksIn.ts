/** A piece of a text; `href` where it is an address that a browser or a telephone can open. */
export interface Piece {
  readonly text: string;
  readonly href?: string;
}

/**
 * A text cut at the web addresses, mail addresses and telephone numbers in it, which are written out as people write them. The pieces
 * joined are the text again. A link leads where its own words say and nowhere else.
 */
export function linksIn(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const found = trimmed(match[0]);
    const href = hrefOf(found);
    if (!href) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: found, href });
    from = match.index + found.length;
  }
  return from < text.length ? [...pieces, { text: text.slice(from) }] : pieces;
}

const web = /https?:\/\/[^\s<>"'`|\\^{}]+/;
const mail = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/;
/** British, as people write them: 01632 960001, 020 7946 0000, 07700 900123, +44 7700 900123; and the short ones of helplines, 116 123. */
const telephone = /(?<![\d.,:/+-])(?:(?:\+44 ?|0)\d{2,4}(?: ?\d{2,4}){2}|116 ?\d{3})(?![\d/]|[.,:-]\d)/;
const address = new RegExp([web, mail, telephone].map(({ source }) => source).join('|'), 'g');

/** What ends a sentence does not belong to the address before it; a bracket does where it was opened in it. */
function trimmed(found: string): string {
  const shorter = found.replace(/[.,;:!?…*_~-]+$/, '');
  return shorter.endsWith(')') && count(shorter, ')') > count(shorter, '(') ? trimmed(shorter.slice(0, -1)) : shorter;
}

const count = (text: string, sign: string) => text.split(sign).length - 1;

function hrefOf(found: string): string | undefined {
  if (/^https?:/.test(found)) return URL.canParse(found) && new URL(found).username === '' ? found : undefined;
  if (found.includes('@')) return `mailto:${found}`;
  const digits = found.replaceAll(' ', '');
  const national = digits.replace(/^\+44/, '0');
  return /^(0\d{9,10}|116\d{3})$/.test(national) ? `tel:${digits}` : undefined;
}

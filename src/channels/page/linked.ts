import { type Html, html, type Part } from '#http/html.ts';

/** A web address, without the full stop that ends its sentence; a number that can be called in the United Kingdom. */
const linkable = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])|((?<![\w+])(?:\+44 ?|0)\d(?:[ -]?\d){7,9}(?!\d))/g;

/** What we say as HTML: a line each, web addresses and telephone numbers as links. */
export function linked(text: string): Html {
  const lines = text.split('\n').map(linkedLine);
  return html`${lines.map((line, place) => (place === 0 ? line : html`<br>${line}`))}`;
}

function linkedLine(line: string): Html {
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: found, 1: address, index } of line.matchAll(linkable)) {
    const to = address ?? `tel:${found.replaceAll(/[ -]/g, '')}`;
    parts.push(line.slice(from, index), html`<a href="${to}">${found}</a>`);
    from = index + found.length;
  }
  return html`${parts}${line.slice(from)}`;
}

import { type Html, html } from '#http/html.ts';
import { linksIn } from '#language/linksIn.ts';

/** What we say as HTML: line breaks stay, web addresses and telephone numbers are links. */
export function linked(text: string): Html {
  const pieces = linksIn(text).map((piece) =>
    piece.href === undefined ? lines(piece.text) : html`<a href="${piece.href}">${piece.text}</a>`,
  );
  return html`${pieces}`;
}

function lines(text: string): Html {
  return html`${text.split('\n').map((line, place) => (place === 0 ? line : html`<br>${line}`))}`;
}

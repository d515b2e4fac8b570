import { linksIn } from '#language/linksIn.ts';

/** A text as an activity holds it. */
export interface Written {
  readonly text: string;
  readonly textFormat: 'plain' | 'markdown';
}

/**
 * What we say, as plain text; where an address or a telephone number is in it, as Markdown with those as links and every other sign
 * written as a character reference, which is never read as markup. https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references
 */
export function linked(text: string): Written {
  const pieces = linksIn(text.trimEnd());
  if (pieces.every(({ href }) => href === undefined)) return { text, textFormat: 'plain' };
  const written = pieces.map((piece) =>
    piece.href === undefined ? asLines(piece.text) : `[${literal(piece.text)}](${literal(piece.href)})`,
  );
  return { text: written.join(''), textFormat: 'markdown' };
}

/** A line break stays one; an empty line stays too, as a paragraph would be drawn closer. */
function asLines(text: string): string {
  return literal(text.replaceAll(/\r\n?/g, '\n')).replaceAll('\n', '\\\n');
}

/** Every sign that Markdown could read, and spaces at the beginning of a line, which it would take for code or leave out. */
function literal(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]|^[ \t]+|[ \t]+$|\t/gm, asReferences);
}

/**
 * The words of one line where the client reads Markdown to those who see it and the bare text to those who listen: a reference stands only
 * for a sign that would be read as markup or as an address where it stands. Typographers' quotes and dashes may be made of plain ones.
 */
export function lineLiteral(text: string): string {
  return text.replaceAll(markup, asReferences);
}

const markup = /[\\`*_[\]<>~|#@{]|&(?=#?\w+;)|^\s*[-+]|(?<=^\s*\d+)[.)]|\.(?=[\p{L}\p{N}])|:(?=\/)|^\s+/gu;

function asReferences(signs: string): string {
  return [...signs].map((sign) => `&#${sign.codePointAt(0)};`).join('');
}

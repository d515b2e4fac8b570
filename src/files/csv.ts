import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A table as CSV (RFC 4180): UTF-8 with the mark by which Excel knows it, and no cell that a spreadsheet would run. */
export function csvOf({ columns, rows }: Table): string {
  return stringify([columns, ...rows.map((row) => row.map(atRest))], {
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
    // Not so by default once the delimiter is named: a line break in own words would begin a row of its own.
    quote_record_delimiter: true,
  });
}

/**
 * What a spreadsheet may take for a formula or a command, also behind spaces and in full-width signs.
 * https://owasp.org/www-community/attacks/CSV_Injection, and "|" and "%" of older spreadsheets.
 */
const runnable = /^(?:[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20])/;

/** Own words that begin like a formula get an apostrophe before them, which makes them a text. Numbers stay numbers. */
function atRest(cell: Cell): Cell {
  return typeof cell === 'string' && runnable.test(cell) ? `'${cell}` : cell;
}

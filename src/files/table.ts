import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';

/** One row of a table. Lines count from 1, the headings among them. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface TableOptions {
  /** A file with longer rows is something else. Characters. */
  readonly longestRow: number;
  /** Told of a line that is not CSV; the rows after it are read. */
  onBroken(line: number): void;
}

/** A heading is a few words; what is longer is no heading. Characters. */
const longestHeading = 40;
const mostHeadings = 20;

/** The headings of a table that is refused, for whoever has to find the right file. */
export function headingsInWords(cells: readonly string[]): string {
  if (cells.some((cell) => /[\uFFFD\p{Cc}]/u.test(cell))) return 'It is no text: save it as CSV first.';
  if (/^[<{[]/.test(cells[0] ?? '')) return 'It looks like a web page or JSON, not a table.';
  const shown = cells.slice(0, mostHeadings).map((cell) => cell.slice(0, longestHeading));
  return `It has: ${shown.join(', ')}.`;
}

/** The rows of a CSV file one by one, however long it is: headings first where there are any, cells trimmed, `#` begins a remark. */
export async function* readTable(
  source: AsyncIterable<Uint8Array | string>,
  { longestRow, onBroken }: TableOptions,
): AsyncGenerator<TableRow> {
  let broken: number | undefined;
  const parser = parse({
    bom: true,
    comment: '#',
    comment_no_infix: true,
    info: true,
    max_record_size: longestRow,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    on_skip(error) {
      // A row without an end is told of once, not once for every letter of it.
      const line = Number(error?.lines ?? 0);
      if (line !== broken) onBroken(line);
      broken = line;
      return undefined;
    },
  });
  // What goes wrong with the source comes out of the parser, which is read below.
  pipeline(Readable.from(source), parser, () => undefined);
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
    yield { line: info.lines, cells: record };
}

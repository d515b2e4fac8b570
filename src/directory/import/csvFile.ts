import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { csvRow, unknownColumns } from './csvRow.ts';
import { type Found, ImportRefused } from './raw.ts';

/** A row with a long description. Characters. */
const longestRow = 60_000;

/** The services of a table, one a row, read row by row. `source` names rows that have no id of their own. */
export async function* readCsvFile(input: AsyncIterable<Uint8Array | string>, source: string): AsyncGenerator<Found> {
  const skipped = new Set<number>();
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
      skipped.add(Number(error?.lines ?? 0));
      return undefined;
    },
  });
  pipeline(Readable.from(input), parser, () => undefined);
  let columns: readonly string[] | undefined;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    const where = `line ${info.lines}`;
    if (columns) yield { where, raw: csvRow(columns, record, source) };
    else {
      columns = record.map((name) => name.toLowerCase().replace(/[^a-z0-9]+/g, '_'));
      if (!columns.includes('name')) throw new ImportRefused(`The table has no column "name". It has: ${record.slice(0, 20).join(', ')}`);
      const unknown = unknownColumns(columns);
      if (unknown.length > 0) yield { where, refused: `has columns that we do not know: ${unknown.join(', ')}` };
    }
  }
  for (const line of skipped) yield { where: `line ${line}`, refused: 'is not written as CSV' };
}

import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { type PlaceRow, type PostcodeRow, type RowReader, readerFor } from './columns.ts';

/** A row of names and codes is short; a file with longer ones is something else. Characters. */
const longestRow = 20_000;

/** Told of every row that is not taken. */
export type OnRefused = (line: number, reason: string) => void;

/** The columns of a file are not those of places or postcodes. */
export class PlacesFileRefused extends Error {}

/** Reads a file row by row, however long it is. Rows that cannot be read are refused one by one; throws where the columns say nothing to us. */
export async function* readPlacesFile(
  source: AsyncIterable<Uint8Array | string>,
  onRefused: OnRefused,
): AsyncGenerator<{ readonly line: number; readonly row: PlaceRow | PostcodeRow }> {
  let skipped: number | undefined;
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
    on_skip(error) {
      // A row without an end is told of once, not once for every letter of it.
      const line = Number(error?.lines ?? 0);
      if (line !== skipped) onRefused(line, 'is not written as CSV');
      skipped = line;
      return undefined;
    },
  });
  // What goes wrong with the source comes out of the parser, which is read below.
  pipeline(Readable.from(source), parser, () => undefined);
  let read: RowReader | undefined;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    if (!read) {
      const reader = readerFor(record);
      if (!reader) throw new PlacesFileRefused(`The columns are not those of postcodes or places: ${record.slice(0, 12).join(', ')}`);
      read = reader.read;
      if (reader.hasHeader) continue;
    }
    const row = read(record);
    if ('reason' in row) onRefused(info.lines, row.reason);
    else yield { line: info.lines, row };
  }
}

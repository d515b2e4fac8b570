import { headingsInWords, readTable } from '#files/table.ts';
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
  let read: RowReader | undefined;
  const onBroken = (line: number) => onRefused(line, 'is not written as CSV');
  for await (const { line, cells } of readTable(source, { longestRow, onBroken })) {
    if (!read) {
      const reader = readerFor(cells);
      if (!reader)
        throw new PlacesFileRefused(
          `The columns are not those of postcodes or places. ${headingsInWords(cells)} To see which files there are: places import --help`,
        );
      read = reader.read;
      if (reader.hasHeader) continue;
    }
    const row = read(cells);
    if ('reason' in row) onRefused(line, row.reason);
    else yield { line, row };
  }
  if (!read) throw new PlacesFileRefused('The table is empty. Nothing was changed.');
}

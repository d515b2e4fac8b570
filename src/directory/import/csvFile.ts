import { headingsInWords, readTable } from '#files/table.ts';
import { csvRow, unknownColumns } from './csvRow.ts';
import { type Found, ImportRefused } from './raw.ts';

/** A row with a long description. Characters. */
const longestRow = 60_000;

/** The services of a table, one a row, read row by row. `source` names rows that have no id of their own. */
export async function* readCsvFile(input: AsyncIterable<Uint8Array | string>, source: string): AsyncGenerator<Found> {
  const broken: number[] = [];
  let columns: readonly string[] | undefined;
  for await (const { line, cells } of readTable(input, { longestRow, onBroken: (at) => broken.push(at) })) {
    const where = `line ${line}`;
    if (columns) yield { where, raw: csvRow(columns, cells, source) };
    else {
      columns = cells.map((name) => name.toLowerCase().replace(/[^a-z0-9]+/g, '_'));
      if (!columns.includes('name'))
        throw new ImportRefused(`The table has no column "name". ${headingsInWords(cells)} docs/directory.md lists the columns.`);
      const unknown = unknownColumns(columns);
      if (unknown.length > 0) yield { where, refused: `has columns that we do not know: ${unknown.join(', ')}` };
    }
  }
  for (const line of broken) yield { where: `line ${line}`, refused: 'is not written as CSV' };
}

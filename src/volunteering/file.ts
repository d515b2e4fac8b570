import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { type OpportunityRow, opportunityColumns, opportunityShape } from './opportunity.ts';

/** A row with a long description. Characters. */
const longestRow = 20_000;

/** Told of every row that is not taken. */
export type OnRefused = (line: number, reason: string) => void;

/** The columns of a file are not those of opportunities. */
export class OpportunitiesRefused extends Error {}

/** Reads a table row by row, however long it is. Rows that do not hold are refused one by one; throws where the columns say nothing to us. */
export async function* readOpportunities(
  source: AsyncIterable<Uint8Array | string>,
  onRefused: OnRefused,
): AsyncGenerator<{ readonly line: number; readonly row: OpportunityRow }> {
  const parser = parse({
    bom: true,
    comment: '#',
    comment_no_infix: true,
    info: true,
    max_record_size: longestRow,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    on_skip: (error) => void onRefused(Number(error?.lines ?? 0), 'is not written as CSV'),
  });
  // What goes wrong with the source comes out of the parser, which is read below.
  pipeline(Readable.from(source), parser, () => undefined);
  let columns: readonly string[] | undefined;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    if (!columns) {
      columns = record.map((name) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_'));
      mustBeOurs(columns);
      continue;
    }
    const cells = Object.fromEntries(columns.flatMap((name, at) => (record[at] ? [[name, record[at]]] : [])));
    const parsed = opportunityShape.safeParse(cells);
    if (parsed.success) yield { line: info.lines, row: parsed.data };
    else onRefused(info.lines, parsed.error.issues.map(({ path, message }) => [...path, message].join(' ')).join('; '));
  }
}

function mustBeOurs(columns: readonly string[]): void {
  const missing = ['id', 'organisation', 'title'].filter((name) => !columns.includes(name));
  const unknown = columns.filter((name) => !opportunityColumns.includes(name));
  if (missing.length > 0) throw new OpportunitiesRefused(`The table has no column ${missing.join(', ')}. It has: ${columns.join(', ')}.`);
  if (unknown.length > 0)
    throw new OpportunitiesRefused(`Nobody knows the column ${unknown.join(', ')}. There are: ${opportunityColumns.join(', ')}.`);
}

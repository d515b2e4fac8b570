import { csvOf } from '#files/csv.ts';
import type { Results } from '../results/index.ts';
import { type TableName, tablesOf } from './tables.ts';

/** A file's text with its table's name: `responses` is the export itself, the others are written beside it. */
export interface CsvFile {
  readonly name: TableName;
  readonly text: string;
}

export function resultsAsCsv(results: Results): readonly CsvFile[] {
  return tablesOf(results).map(({ name, table }) => ({ name, text: csvOf(table) }));
}

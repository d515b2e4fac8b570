import writeExcel, { type Cell as ExcelCell } from 'write-excel-file/node';
import type { Cell } from '#files/csv.ts';
import type { Results } from '../results/index.ts';
import { type TableName, tablesOf } from './tables.ts';

const sheetNames: Readonly<Record<TableName, string>> = {
  responses: 'Responses',
  codebook: 'Codebook',
  'about-you': 'About you',
  counts: 'Counts',
};

/** One workbook, a sheet for each table. */
export async function resultsAsXlsx(results: Results): Promise<Uint8Array> {
  const sheets = tablesOf(results).map(({ name, table }) => ({
    sheet: sheetNames[name],
    stickyRowsCount: 1,
    data: [table.columns.map(heading), ...table.rows.map((row) => row.map(cellOf))],
  }));
  return writeExcel(sheets).toBuffer();
}

function heading(text: string): ExcelCell {
  return { type: String, value: text, fontWeight: 'bold' };
}

/** Every text is declared a text, so that none is ever taken for a formula. */
function cellOf(cell: Cell): ExcelCell {
  if (cell === null) return null;
  return typeof cell === 'number' ? { type: Number, value: cell } : { type: String, value: withinExcel(cell) };
}

/** Excel's longest cell, in UTF-16 units. https://support.microsoft.com/office/excel-specifications-and-limits */
const longestCell = 32_767;

/** XML 1.0 has no place for control characters and half signs, and one would make the whole workbook unreadable. */
function withinExcel(text: string): string {
  return text
    .slice(0, longestCell)
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

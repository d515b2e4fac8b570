/** Rows in columns: the first to the left, the others, which are figures, to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('   ');
  return rows.map(line).join('\n');
}

export const whole = (figure: number): string => (Number.isFinite(figure) ? Math.round(figure).toLocaleString('en-GB') : '-');
export const tenths = (figure: number): string => (Number.isFinite(figure) ? figure.toFixed(1) : '-');
export const hundredths = (figure: number): string => (Number.isFinite(figure) ? figure.toFixed(2) : '-');

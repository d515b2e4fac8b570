import type { ZodError } from 'zod';
import { headingsInWords, readTable } from '#files/table.ts';
import { type OpportunityRow, opportunityColumns, opportunityShape } from './opportunity.ts';

/** A row with a long description. Characters. */
const longestRow = 20_000;

/** A row as it was read. One that does not hold has reasons; its id, where it can be read, names the listing that stays as it was. */
export type ReadRow =
  | { readonly line: number; readonly row: OpportunityRow }
  | { readonly line: number; readonly id?: string; readonly refused: string };

/** The columns of a file are not those of opportunities. */
export class OpportunitiesRefused extends Error {}

/** Reads a table row by row, however long it is. Throws where the columns say nothing to us. */
export async function* readOpportunities(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<ReadRow> {
  const broken: number[] = [];
  let columns: readonly string[] | undefined;
  for await (const { line, cells } of readTable(source, { longestRow, onBroken: (at) => broken.push(at) })) {
    if (!columns) {
      columns = cells.map((name) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_'));
      mustBeOurs(columns, cells);
      continue;
    }
    const written: Readonly<Record<string, string>> = Object.fromEntries(
      columns.flatMap((name, at) => (cells[at] ? [[name, cells[at]]] : [])),
    );
    const parsed = opportunityShape.safeParse(written);
    if (parsed.success) yield { line, row: parsed.data };
    else {
      const refused = faultsIn(parsed.error);
      yield { line, refused, ...(written.id && { id: written.id }) };
    }
  }
  if (!columns) throw new OpportunitiesRefused('The table is empty. Nothing was changed.');
  for (const line of broken) yield { line, refused: 'is not written as CSV' };
}

/** "hours_per_week must be a number; title must be at most 120 characters". */
export function faultsIn({ issues }: ZodError): string {
  return issues.map(({ path, message }) => [...path, message].join(' ')).join('; ');
}

function mustBeOurs(columns: readonly string[], written: readonly string[]): void {
  const missing = ['id', 'organisation', 'title'].filter((name) => !columns.includes(name));
  const unknown = columns.filter((name) => !opportunityColumns.includes(name));
  if (missing.length > 0)
    throw new OpportunitiesRefused(
      `The table has no column ${missing.join(', ')}. ${headingsInWords(written)} docs/volunteering.md lists the columns.`,
    );
  if (unknown.length > 0)
    throw new OpportunitiesRefused(`Nobody knows the column ${unknown.join(', ')}. There are: ${opportunityColumns.join(', ')}.`);
}

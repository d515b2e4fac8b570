import { londonDay } from '#calendar/londonDay.ts';
import type { Cell, Table } from '#files/csv.ts';
import type { Value } from '../definition.ts';
import type { Results } from '../results/index.ts';
import type { AboutYouSnapshot } from '../results/snapshot.ts';

/** Names as a file's name takes them. The first is the export itself; the others go beside it. */
export const tableNames = ['responses', 'codebook', 'about-you', 'counts'] as const;
export type TableName = (typeof tableNames)[number];

export interface NamedTable {
  readonly name: TableName;
  readonly table: Table;
}

/** Results as tables. An empty cell is a question that was skipped or not asked; the JSON export tells the two apart. */
export function tablesOf(results: Results): readonly NamedTable[] {
  return [
    { name: 'responses', table: responsesTable(results) },
    { name: 'codebook', table: codebookTable(results) },
    { name: 'about-you', table: aboutYouTable(results) },
    { name: 'counts', table: countsTable(results) },
  ];
}

function responsesTable({ questionKeys, responses }: Results): Table {
  return {
    columns: [
      'reference',
      'status',
      'channel',
      'language',
      'place',
      'capacity',
      'council',
      'minute',
      'version',
      'started',
      'submitted',
      ...questionKeys,
    ],
    rows: responses.map((row) => [
      row.reference,
      row.status,
      row.channel,
      row.language,
      row.place,
      row.capacity,
      row.council,
      row.minuteReference,
      row.version,
      row.startedAt.toISOString(),
      row.submittedAt?.toISOString() ?? null,
      ...questionKeys.map((key) => cellOf(row.answers[key] ?? null)),
    ]),
  };
}

/** Option keys joined with ";" (a key never has one), yes and no as words, numbers as numbers, own words as they were said. */
function cellOf(value: Value): Cell {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' && value !== null ? value.join(';') : value;
}

function codebookTable({ codebook }: Results): Table {
  return {
    columns: ['version', 'question', 'kind', 'about you', 'required', 'text', 'codes', 'asked when'],
    rows: codebook.map((entry) => [
      entry.version,
      entry.question,
      entry.kind,
      entry.aboutYou ? 'yes' : 'no',
      entry.required ? 'yes' : 'no',
      entry.text,
      entry.codes.map(({ code, label }) => `${code} = ${label}`).join('; '),
      entry.condition,
    ]),
  };
}

function aboutYouTable({ aboutYou }: Results): Table {
  return {
    columns: ['question', 'text', 'answer', 'label', 'responses sent', 'as of', 'of responses'],
    rows: aboutYou ? aboutYouRows(aboutYou) : [],
  };
}

function aboutYouRows({ takenAt, responses, totals }: AboutYouSnapshot): Table['rows'] {
  const day = londonDay(takenAt);
  return totals.flatMap(({ question, text, rows }) =>
    rows.map(({ code, label, count }) => [question, text, code, label, count ?? 'hidden', day, responses]),
  );
}

function countsTable({ counts }: Results): Table {
  return {
    columns: ['responses', 'count'],
    rows: [
      ['started, nothing answered', counts.started],
      ['partial, not sent', counts.partial],
      ['submitted', counts.submitted],
      ['withdrawn', counts.withdrawn],
      ['formal responses of councils, counted apart', counts.councils],
    ],
  };
}

import { parse } from 'csv-parse/sync';
import { audiencesNamed } from '#events/audiences.ts';
import { mostRecords } from '#events/limits.ts';
import { momentOf } from './json/moment.ts';
import {
  type Draft,
  type DraftSession,
  type FeedRead,
  FeedRefused,
  onlySession,
  type Reading,
  RecordRefused,
  type Refused,
} from './listing.ts';
import { readEach } from './readEach.ts';
import { findZone } from './recurrence/findZone.ts';
import { occurrencesOf } from './recurrence/occurrences.ts';
import { readRule } from './recurrence/rule.ts';

/** The columns: the first five must be there. docs/events.md explains them. */
export const columns = [
  'id',
  'title',
  'starts',
  'organiser',
  'venue',
  'ends',
  'repeats',
  'address',
  'postcode',
  'description',
  'audience',
  'topics',
  'free',
  'cost',
  'step_free',
  'online',
  'cancelled',
  'url',
] as const;
const needed = columns.slice(0, 5);

type Row = Readonly<Partial<Record<(typeof columns)[number], string>>> & { readonly line: number };

/** Reads a table with a line of headings; commas or semicolons, in UTF-8. */
export function readCsv(text: string, reading: Reading): FeedRead {
  const rows = rowsOf(text);
  const refused: Refused[] = [];
  if (rows.length > mostRecords) refused.push({ record: `${rows.length - mostRecords} more`, reason: `over ${mostRecords} records` });
  const read = readEach(rows.slice(0, mostRecords), {
    reading,
    nameOf: ({ line, id, title }) => ({ uid: id, record: `line ${line}, ${JSON.stringify((title || id || 'no title').slice(0, 80))}` }),
    draftOf: (row) => draftOf(row, reading.now),
  });
  return { ...read, refused: [...refused, ...read.refused], deleted: [], whole: true };
}

function rowsOf(text: string): readonly Row[] {
  const [headings = ''] = text.split(/\r?\n/, 1);
  const table = parse(text, {
    bom: true,
    delimiter: headings.includes(';') && !headings.includes(',') ? ';' : ',',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
  }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
  const [first, ...rest] = table;
  const names = (first?.record ?? []).map((name) => name.toLowerCase().trim().replace(/[ -]+/g, '_'));
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new FeedRefused(`It has no column ${missing.join(', ')}. Columns: ${columns.join(', ')}.`);
  return rest.map(({ record, info }) => ({ ...Object.fromEntries(names.map((name, at) => [name, record[at] ?? ''])), line: info.lines }));
}

function draftOf(row: Row, now: Date): Draft {
  return {
    uid: row.id,
    title: row.title,
    description: row.description,
    organiser: row.organiser,
    url: row.url,
    categories: (row.topics ?? '').split(/[,;|]/),
    audiences: audiencesNamed(row.audience ?? ''),
    free: yesNo(row, 'free'),
    cost: row.cost,
    stepFree: yesNo(row, 'step_free'),
    online: yesNo(row, 'online') ?? false,
    cancelled: yesNo(row, 'cancelled') ?? false,
    venue: { name: row.venue, address: [row.address, row.postcode].filter(Boolean).join(', ') || undefined },
    sessions: sessionsOf(row, now),
  };
}

function yesNo(row: Row, column: 'free' | 'step_free' | 'online' | 'cancelled'): boolean | undefined {
  const said = (row[column] ?? '').toLowerCase();
  if (said === '') return undefined;
  if (/^(yes|y|true|1)$/.test(said)) return true;
  if (/^(no|n|false|0)$/.test(said)) return false;
  throw new RecordRefused(`has "${said.slice(0, 20)}" under ${column}: write yes or no`);
}

/** "2026-11-28 10:00", or a day alone; `repeats` is a rule of iCalendar, such as FREQ=WEEKLY;COUNT=6. */
function sessionsOf(row: Row, now: Date): readonly DraftSession[] {
  const moment = (said: string | undefined) => momentOf((said ?? '').replace(/^(\d{4}-\d\d-\d\d) (\d)/, '$1T$2'));
  const start = moment(row.starts);
  if (!start) throw new RecordRefused('has no start that can be read: write 2026-11-28 10:00, or 2026-11-28 for the whole day');
  const end = moment(row.ends);
  if (row.ends && !end) throw new RecordRefused('has an end that cannot be read: write 2026-11-28 12:00');
  const zone = findZone('');
  if (!zone) return [];
  const dayMs = 86_400_000;
  const lengthMs = end ? end.at.getTime() - start.at.getTime() + (end.day ? dayMs : 0) : start.day ? dayMs : 0;
  const begins = row.repeats
    ? occurrencesOf(
        { start: zone.wall(start.at), zone, rules: [readRule(row.repeats, zone)], added: [], leftOut: [], daysLeftOut: [] },
        new Date(now.getTime() - lengthMs),
        now,
      )
    : [start.at];
  return begins.map((startsAt) => {
    const endsAt = new Date(startsAt.getTime() + lengthMs);
    return { key: row.repeats ? startsAt.toISOString() : onlySession, startsAt, endsAt, allDay: start.day, cancelled: false };
  });
}

import { CsvError, parse } from 'csv-parse/sync';
import { DefinitionRefused, type Fault } from '#files/fault.ts';
import { type Language, languages } from '#language/languages.ts';
import { asPhone } from '../phone.ts';
import { everywhere, type Topic, topics } from '../topics.ts';

/** Somebody who agreed, outside Folkmoot, to be told. */
export interface Agreed {
  /** With its country: +447700900123. */
  readonly phone: string;
  readonly language: Language;
  readonly place: string;
  readonly topics: readonly Topic[];
  /** Names the words that they agreed to, as the officer keeps them. */
  readonly wording: string;
}

const columns = ['phone', 'language', 'place', 'topics', 'wording'] as const;
type Row = Readonly<Record<(typeof columns)[number], string>>;

/** A file of this many people takes seconds; more come in several files. */
const mostRows = 200_000;
/** What stays readable of a file that is wrong throughout. */
const mostFaults = 100;

/** A CSV file of people as rows. Throws `DefinitionRefused` with every fault and its line; nothing is taken of a file that does not hold. */
export function readAgreed(text: string): readonly Agreed[] {
  const records = recordsIn(text);
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  const rows = records.map(({ record, line }): Agreed => {
    const fault = (path: string, reason: string) => void faults.push({ path, reason, line });
    const phone = asPhone(record.phone);
    if (!phone) fault('phone', 'is no mobile number that we know; write it as 07700 900123 or +447700900123');
    const before = seen.get(phone ?? '');
    if (phone && before) fault('phone', `is in line ${before} too; keep one`);
    if (phone) seen.set(phone, line);
    const language = languages.find((known) => known === record.language || known.slice(0, 2) === record.language);
    if (!language) fault('language', `should be one of ${languages.join(', ')}`);
    if (record.place !== everywhere && !/^(parish|ward|town):[a-z0-9-]+$/.test(record.place))
      fault('place', `should be ${everywhere}, or a place such as parish:higham-ferrers`);
    const wished = record.topics.split(/[\s;,]+/).filter((topic) => topic !== '');
    const known = topics.filter((topic) => wished.includes(topic));
    if (known.length === 0 || known.length !== wished.length) fault('topics', `should be one or more of ${topics.join(' ')}`);
    if (record.wording === '') fault('wording', 'is empty; name the words that they agreed to, such as leaflet-2026-05');
    return { phone: phone ?? '', language: language ?? 'en-GB', place: record.place, topics: known, wording: record.wording };
  });
  if (faults.length > 0) throw new DefinitionRefused(faults.slice(0, mostFaults));
  return rows;
}

function recordsIn(text: string): readonly { readonly record: Row; readonly line: number }[] {
  const refused = (reason: string, line?: number) => new DefinitionRefused([{ path: '', reason, ...(line !== undefined && { line }) }]);
  let found: { record: Record<string, string>; info: { lines: number } }[];
  try {
    found = parse(text, { bom: true, columns: true, info: true, trim: true, skip_empty_lines: true, to: mostRows + 1 });
  } catch (reason) {
    if (!(reason instanceof CsvError)) throw reason;
    const { code, lines } = reason as CsvError & { lines?: number };
    throw refused(`this is no CSV as we know it (${code}); every row should have the columns ${columns.join(', ')}`, lines);
  }
  if (found.length > mostRows) throw refused(`more than ${mostRows} people; divide the file`);
  const missing = columns.filter((column) => found[0] && !Object.hasOwn(found[0].record, column));
  if (found.length === 0 || missing.length > 0)
    throw refused(
      `the first line should name the columns ${columns.join(', ')}${missing.length > 0 ? `; ${missing.join(', ')} missing` : ''}`,
      1,
    );
  return found.map(({ record, info }) => ({ record: record as Row, line: info.lines }));
}

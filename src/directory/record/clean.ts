import { isUuid, uuidNamed } from './ids.ts';
import type { ServiceRecord } from './record.ts';
import { type Field, fieldsOf, type ObjectKind, standIns } from './shape.ts';
import { textOnly } from './text.ts';

/** No service has more of one thing: opening times of every hall of a county. */
const longestList = 200;
/** Fields of one object that we do not know of, kept for others. */
const mostUnknown = 40;
/** Two numbers and a term of a taxonomy of a location of a service: nothing lies deeper. */
const deepest = 8;

export interface Cleaned<T> {
  readonly record: T;
  /** What of it was left out, and why. */
  readonly leftOut: readonly string[];
}

/** A service as it came in, made fit to keep and to publish; or why it is refused: without an id, a name or a status it is none. */
export function cleanService(raw: unknown): Cleaned<ServiceRecord> | { readonly refused: string } {
  if (!isObject(raw)) return { refused: 'is no object' };
  if (!isUuid(raw.id)) return { refused: raw.id === undefined ? 'has no id' : `has an id that is no UUID: ${shown(raw.id)}` };
  if (typeof raw.name !== 'string' || textOnly(raw.name) === '') return { refused: 'has no name' };
  if (raw.status === undefined || raw.status === null) return { refused: 'has no status' };
  const { record, leftOut } = cleanObject('service', raw);
  if (!record || record.status === undefined) return { refused: `has a status that is none: ${shown(raw.status)}` };
  return { record: record as unknown as ServiceRecord, leftOut };
}

/** Any other object on its own, such as a taxonomy. */
export function cleanObject(
  kind: ObjectKind,
  raw: unknown,
): { record: Readonly<Record<string, unknown>> | undefined; leftOut: readonly string[] } {
  const leftOut: string[] = [];
  return { record: objectOf({ kind, raw, path: '', depth: 0, name: '', leftOut }), leftOut };
}

interface Place {
  readonly kind: ObjectKind;
  readonly raw: unknown;
  readonly path: string;
  readonly depth: number;
  /** Names what has no id of its own: the same at every import. */
  readonly name: string;
  readonly leftOut: string[];
}

function objectOf({ kind, raw, path, depth, name, leftOut }: Place): Record<string, unknown> | undefined {
  if (!isObject(raw) || depth > deepest) {
    leftOut.push(`${path} is no object`);
    return undefined;
  }
  const id = isUuid(raw.id) ? raw.id : uuidNamed(`${name} ${String(raw.id ?? '')}`);
  const kept: Record<string, unknown> = { id };
  const known = fieldsOf[kind];
  let unknown = 0;
  for (const [field, value] of Object.entries(raw)) {
    if (field === 'id' || value === null || value === undefined) continue;
    const here = path === '' ? field : `${path}.${field}`;
    const form = Object.hasOwn(known, field) ? known[field] : undefined;
    if (!form && (unknown++ >= mostUnknown || !/^[a-z][a-z0-9_]{0,59}$/.test(field))) continue;
    const within = { path: here, depth: depth + 1, name: `${name} ${id} ${field}`, leftOut };
    const cleaned = form ? valueIn(form, value, within) : scalarOf(value);
    if (cleaned === undefined) {
      if (form) leftOut.push(`${here} was left out: ${shown(value)}`);
    } else kept[field] = cleaned;
  }
  for (const [field, standIn] of Object.entries(standIns[kind] ?? {})) {
    if (kept[field] !== undefined) continue;
    if (standIn === null) {
      leftOut.push(`${path} was left out: it has no ${field}`);
      return undefined;
    }
    kept[field] = standIn;
  }
  return kept;
}

function valueIn(form: Field, value: unknown, within: Omit<Place, 'kind' | 'raw'>): unknown {
  if (typeof form === 'string') return forms[form](value);
  if ('words' in form) return form.words.find((word) => word.toLowerCase() === String(value).toLowerCase());
  if ('one' in form) return objectOf({ ...within, kind: form.one, raw: value });
  if (!Array.isArray(value)) return undefined;
  return value.slice(0, longestList).flatMap((each, at) => {
    const place = { ...within, path: `${within.path}[${at}]`, name: `${within.name} ${at}` };
    return objectOf({ ...place, kind: form.list, raw: each }) ?? [];
  });
}

/** What each form makes of a value: nothing where it is not of that form. */
const forms: Readonly<Record<Extract<Field, string>, (value: unknown) => unknown>> = {
  text: (value) => (typeof value === 'string' || typeof value === 'number' ? textOnly(String(value)) : undefined),
  uuid: (value) => (isUuid(value) ? value : undefined),
  uri: (value) => (typeof value === 'string' ? webAddress(value.trim()) : undefined),
  email: (value) =>
    typeof value === 'string' &&
    /^[^\s@<>"(),:;[\]\\]{1,64}@[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/i.test(value.trim())
      ? value.trim()
      : undefined,
  number: (value) => numberOf(value),
  whole: (value) => (Number.isInteger(numberOf(value)) ? numberOf(value) : undefined),
  time: (value) =>
    typeof value === 'string' && /^([01]?\d|2[0-4])[:.][0-5]\d([:.][0-5]\d(\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i.test(value.trim())
      ? value.trim().replaceAll('.', ':')
      : undefined,
  instant: (value) => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : undefined),
};

function scalarOf(value: unknown): unknown {
  if (typeof value === 'string') return textOnly(value);
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** Only what a browser opens as a page: no script, no file, no data. Letters that are not ASCII are written as the network has them. */
function webAddress(text: string): string | undefined {
  if (text.length > longestAddress || !/^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(text) || !URL.canParse(text)) return undefined;
  const ascii = /^[!-~]+$/.test(text) ? text : new URL(text).href;
  return /%(?![0-9a-f]{2})/i.test(ascii) ? undefined : ascii;
}

/** What browsers and schemas agree on. Characters. */
const longestAddress = 2_000;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 60);
}

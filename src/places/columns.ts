import { plain } from '#language/hearing/clean.ts';
import { hearPostcode } from '#language/hearing/postcodes.ts';
import { type GridPoint, type PlaceKind, placeKinds } from './kinds.ts';

export interface PlaceRow {
  readonly of: 'place';
  readonly key: string;
  readonly kind: PlaceKind;
  readonly name: string;
  /** The Office for National Statistics' code, such as E05016203. */
  readonly code: string | null;
  /** Absent: the middle of its postcodes. */
  readonly point: GridPoint | undefined;
}

export interface PostcodeRow extends GridPoint {
  readonly of: 'postcode';
  readonly postcode: string;
  readonly outcode: string;
  readonly wardCode: string | null;
  readonly parishCode: string | null;
}

export interface Refused {
  readonly reason: string;
}

/** What a row of a file says, or why it says nothing that we can use. */
export type RowReader = (cells: readonly string[]) => PlaceRow | PostcodeRow | Refused;

/**
 * How to read a file, from its first row: a list of postcodes (the ONS Postcode Directory, Code-Point Open) or of places (a column each for
 * kind and name, or an ONS list of names and codes). Nothing where the columns are neither.
 */
export function readerFor(firstRow: readonly string[]): { readonly read: RowReader; readonly hasHeader: boolean } | undefined {
  if (isCodePoint(firstRow))
    return { read: postcodeReader({ postcode: 0, easting: 2, northing: 3, ward: 9, parish: -1 }), hasHeader: false };
  const names = firstRow.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const at = (pattern: RegExp) => names.findIndex((name) => pattern.test(name));
  const easting = at(/^(oseast1m|east1m|eastings?)$/);
  const northing = at(/^(osnrth1m|north1m|northings?)$/);
  const postcode = [/^pcds$/, /^pcd2$/, /^pcd\d?$/, /^postcode$/].map(at).find((place) => place >= 0) ?? -1;
  if (postcode >= 0 && easting >= 0 && northing >= 0) {
    const ward = at(/^(osward|wd\d\dcd|(admin)?wardcode|ward)$/);
    const parish = at(/^(parish|parn?c?p?\d\dcd|parishcode)$/);
    return { read: postcodeReader({ postcode, easting, northing, ward, parish }), hasHeader: true };
  }
  const named = placeColumns(at);
  return named && { read: placeReader({ ...named, key: at(/^key$/), easting, northing }), hasHeader: true };
}

/** Code-Point Open comes without a header: postcode, quality, eastings, northings, and the ward's code as the tenth. */
function isCodePoint([postcode = '', , easting = '', northing = '']: readonly string[]): boolean {
  return hearPostcode(postcode).ok && /^\d+$/.test(easting) && /^\d+$/.test(northing);
}

interface PostcodeColumns {
  readonly postcode: number;
  readonly easting: number;
  readonly northing: number;
  readonly ward: number;
  readonly parish: number;
}

function postcodeReader(columns: PostcodeColumns): RowReader {
  return (cells) => {
    const heard = hearPostcode(cells[columns.postcode] ?? '');
    if (!heard.ok || !heard.sure || heard.value.postcode === heard.value.outcode) return { reason: 'has no postcode that we can read' };
    const point = pointIn(cells, columns);
    if (!point) return { reason: 'has no eastings and northings' };
    return { of: 'postcode', ...heard.value, ...point, wardCode: codeIn(cells, columns.ward), parishCode: codeIn(cells, columns.parish) };
  };
}

interface PlaceColumns {
  readonly key: number;
  readonly kind: number | PlaceKind;
  readonly name: number;
  readonly code: number;
  readonly easting: number;
  readonly northing: number;
}

/** By kind and name; by an ONS list's WD25CD and WD25NM, PAR25CD and PAR25NM, BUA22CD and BUA22NM; or by a code and a name under its kind. */
function placeColumns(at: (pattern: RegExp) => number): Pick<PlaceColumns, 'kind' | 'name' | 'code'> | undefined {
  const code = at(/^code$/);
  const [kind, name] = [at(/^kind$/), at(/^name$/)];
  if (kind >= 0 && name >= 0) return { kind, name, code };
  const lists = [
    ['ward', /^wd\d\dnm$/, /^wd\d\dcd$/],
    ['parish', /^par(ncp)?\d\dnm$/, /^par(ncp)?\d\dcd$/],
    ['town', /^bua\d\dnm$/, /^bua\d\dcd$/],
  ] as const;
  for (const [ofKind, names, codes] of lists) if (at(names) >= 0) return { kind: ofKind, name: at(names), code: at(codes) };
  for (const ofKind of placeKinds) {
    const named = at(new RegExp(`^${ofKind}$`));
    if (named >= 0 && code >= 0) return { kind: ofKind, name: named, code };
  }
  return undefined;
}

const longestName = 100;

function placeReader(columns: PlaceColumns): RowReader {
  return (cells) => {
    const name = (cells[columns.name] ?? '')
      .replace(/\([^)]*\)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (plain(name) === '') return { reason: 'has no name' };
    if (name.length > longestName) return { reason: `has a name of more than ${longestName} letters` };
    const kind =
      typeof columns.kind === 'string' ? columns.kind : placeKinds.find((known) => known === cells[columns.kind as number]?.trim());
    if (!kind) return { reason: `has no kind that we know: ${placeKinds.join(', ')}` };
    const given = (cells[columns.key] ?? '').trim();
    if (given !== '' && !/^[a-z]+:[a-z0-9-]+$/.test(given)) return { reason: 'has a key that is not like town:thornby' };
    const code = codeIn(cells, columns.code);
    return { of: 'place', key: given || `${kind}:${slug(name)}`, kind, name, code, point: pointIn(cells, columns) };
  };
}

function slug(name: string): string {
  return plain(name.replaceAll('&', ' and ')).replaceAll(' ', '-');
}

/** Positions lie within the grid: 700 by 1,300 km. The grid's corner itself stands for "not known". */
function pointIn(cells: readonly string[], { easting: e, northing: n }: { easting: number; northing: number }): GridPoint | undefined {
  const [easting, northing] = [Number(cells[e] || Number.NaN), Number(cells[n] || Number.NaN)];
  const within = easting > 0 && easting < 700_000 && northing > 0 && northing < 1_300_000;
  return within ? { easting: Math.round(easting), northing: Math.round(northing) } : undefined;
}

function codeIn(cells: readonly string[], column: number): string | null {
  const code = (cells[column] ?? '').trim();
  return /^[A-Z]\d{8}$/.test(code) ? code : null;
}

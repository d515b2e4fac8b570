/** What a place is. Where one name is several at the same spot, the kind named first here is meant. */
export const placeKinds = ['town', 'village', 'parish', 'ward', 'landmark'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** A point of the British National Grid, in metres. */
export interface GridPoint {
  readonly easting: number;
  readonly northing: number;
}

/**
 * Somewhere that a person named. `key` is all that may be kept of it: a ward (or the first half) for a postcode, else the place itself.
 * `point` is as exact as what was said, for working out distances in this turn and not to be kept.
 */
export interface FoundPlace {
  readonly key: string;
  readonly name: string;
  /** An outcode is the first half of a postcode. */
  readonly kind: PlaceKind | 'outcode';
  readonly point?: GridPoint;
  /** The nearest town, to tell two of one name apart. */
  readonly near?: string;
  /** Keys of the ward and the parish that it lies in, where the postcode file says so. */
  readonly within: readonly string[];
}

/** What came of looking for a place. A postcode that we do not know may be new: it is never "outside". */
export type PlaceFound =
  | { readonly found: 'one'; readonly place: FoundPlace; readonly sure: boolean }
  | { readonly found: 'several'; readonly places: readonly FoundPlace[] }
  | { readonly found: 'notSure'; readonly outcode: string; readonly near?: FoundPlace }
  | { readonly found: 'none' };

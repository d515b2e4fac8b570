/** Everything by which rows of the database are somebody's. */
export interface Them {
  /** Of one person, or none where they never spoke to us. */
  readonly persons: readonly string[];
  readonly points: readonly string[];
  readonly conversations: readonly string[];
  /** Keyed hashes of their addresses, whether they ever spoke to us or not. */
  readonly lookups: readonly Uint8Array<ArrayBuffer>[];
  readonly responses: readonly TheirResponse[];
  /** Wishes to help that carry their number or address. */
  readonly enquiries: readonly string[];
  /** A number's last ten figures, as it may stand in what is said elsewhere. */
  readonly figures: string | undefined;
  /** They said STOP: the keyed hash stays, so that nobody writes to them again. */
  readonly optedOut: boolean;
  /** No address, sealed: what then stands in its place. */
  readonly emptied: Uint8Array<ArrayBuffer>;
}

/** A response of their own. A council's formal response is the council's. */
export interface TheirResponse {
  readonly id: string;
  readonly consultationKey: string;
  /** Of their about-you answers. */
  readonly holder: Uint8Array<ArrayBuffer>;
  /** It goes as if they had withdrawn it; otherwise it stays in the results, and nothing leads from them to it. */
  readonly withdrawn: boolean;
}

/** Figures that a British number always ends with, however it is written. */
const nationalFigures = 10;

export function figuresOf(phone: string | undefined): string | undefined {
  return phone?.replaceAll(/\D/g, '').slice(-nationalFigures);
}

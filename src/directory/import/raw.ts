/** A record as it was found in a file or a feed, or why there is none. `where` says where, for whoever looks after the file. */
export type Found = { readonly where: string } & (
  | { readonly raw: unknown }
  | { readonly refused: string }
  | { readonly taxonomy: unknown }
  | { readonly term: unknown }
);

/** A file or a feed that is none: nothing of it is taken in. */
export class ImportRefused extends Error {}

/** Told of what is not taken in: whole records, and fields of records that are. */
export interface ImportReport {
  refused(where: string, reason: string): void;
  leftOut(where: string, reason: string): void;
}

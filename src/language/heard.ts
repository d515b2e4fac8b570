/** What hearing gives: a value or a reason, never a throw. `sure` is false where we understood words, a guess or a typo: read it back. */
export type Heard<T, Reason extends string = string> =
  | { readonly ok: true; readonly value: T; readonly sure: boolean }
  | { readonly ok: false; readonly reason: Reason };

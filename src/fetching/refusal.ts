/** Why nothing came: the address itself, what it leads to, or what came of it. */
export type FetchRefusal = 'address' | 'private' | 'redirects' | 'status' | 'packed' | 'size' | 'time' | 'unreachable';

/** A document that was not fetched. Its message is for whoever gave the address. */
export class FetchRefused extends Error {
  readonly code: FetchRefusal;
  constructor(code: FetchRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

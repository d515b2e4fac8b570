/** Why nothing came: the address itself, what it leads to, or what came of it. */
export type FetchRefusal = 'address' | 'private' | 'redirects' | 'status' | 'packed' | 'size' | 'time' | 'unreachable';

/** What helps whoever gave the address; the message of the others says it. */
const nextStep: Readonly<Partial<Record<FetchRefusal, string>>> = {
  status: 'Check the address, or ask its owner.',
  time: 'Try again later.',
  unreachable: 'Check the address, or try again later.',
};

/** A document that was not fetched. Its message is for whoever gave the address. */
export class FetchRefused extends Error {
  readonly code: FetchRefusal;
  constructor(code: FetchRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** Why, and what to do next. */
  get advice(): string {
    return [this.message, nextStep[this.code]].filter(Boolean).join(' ');
  }
}

import { type Html, html } from '#http/html.ts';

/** By what a form is known when it comes back. */
export interface FormName {
  /** Where it is sent. */
  readonly path: string;
  /** How many messages there were when it was shown. */
  readonly at: number;
  readonly signature: string;
}

export function asTyped({ at, signature }: FormName): Html {
  return html`<input type="hidden" name="at" value="${at}"><input type="hidden" name="signature" value="${signature}">`;
}

import type { Response } from 'restify';
import type { Language } from '#language/languages.ts';

/** What a request is answered with: a page, or where to go instead. */
export interface Answer {
  readonly status: number;
  readonly page?: string;
  readonly to?: string;
  readonly cookie?: string;
  readonly retryAfterSeconds?: number;
}

/**
 * Pages hold what a person said, so that nobody keeps them; asked for again they show where the person is by then. Browsers name our
 * pages to ourselves alone: with no name at all they would not say where a form comes from.
 */
export function send(response: Response, language: Language, { status, page = '', to, cookie, retryAfterSeconds }: Answer): void {
  response.sendRaw(status, page, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': language,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'same-origin',
    ...(to !== undefined && { Location: to }),
    ...(cookie !== undefined && { 'Set-Cookie': cookie }),
    ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
  });
}

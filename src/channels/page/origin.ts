import type { IncomingMessage } from 'node:http';

/**
 * Whether a form was sent from a page of ours: browsers say so. One that says nothing at all is believed, as the cookie does not come
 * along from elsewhere (SameSite) and the form is signed. https://owasp.org/www-community/attacks/csrf
 */
export function cameFromUs({ headers }: Pick<IncomingMessage, 'headers'>, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === host);
}

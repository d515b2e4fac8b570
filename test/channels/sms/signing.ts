import { createHash, createHmac } from 'node:crypto';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/**
 * A signature as Twilio makes it, worked out here by ourselves from its description: the address, then every field's name and value in
 * the order of the names, keyed with the token. https://www.twilio.com/docs/usage/security#validating-requests
 */
export function signatureOf(token: string, url: string, fields: Fields): string {
  const said = Object.keys(fields)
    .sort()
    .flatMap((name) => {
      const value = fields[name] ?? '';
      return typeof value === 'string' ? [name + value] : [...new Set(value)].sort().map((each) => name + each);
    });
  return createHmac('sha1', token)
    .update(url + said.join(''))
    .digest('base64');
}

export function bodyHash(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

export function asForm(fields: Fields): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(name, each as string);
  return form.toString();
}

import { createHmac, createSecretKey, randomBytes, randomInt } from 'node:crypto';

/** A new consultation's secret, 32 bytes: what its keyed hashes are made with. Destroyed, nobody can be found again by them. */
export function newSecret(): Uint8Array {
  return new Uint8Array(randomBytes(32));
}

/** The respondent key, hex: the same person is found again in the same consultation, and in no other. */
export function respondentKey(secret: Uint8Array, contactPointId: string): string {
  return keyedHash(secret, `respondent:${contactPointId}`);
}

/** The respondent key of a council, hex: whoever sends its formal response, clerk or chair, there is one. `council` is a place's key. */
export function councilKey(secret: Uint8Array, council: string): string {
  return keyedHash(secret, `council:${council}`);
}

/** The holder of a response's about-you answers, hex: they do not carry the response's id. */
export function aboutYouKey(secret: Uint8Array, responseId: string): string {
  return keyedHash(secret, `about-you:${responseId}`);
}

/** Letters and figures that are not mistaken for one another when read aloud or copied by hand; without vowels, so that no word comes of it. */
const referenceLetters = 'BCDFGHJKMNPQRTVWXY346789';

/** A new response's reference, 8 letters and figures: unique in practice (24⁸ is 10¹¹), and the store refuses one used twice. */
export function newReference(): string {
  return Array.from({ length: 8 }, () => referenceLetters[randomInt(referenceLetters.length)]).join('');
}

function keyedHash(secret: Uint8Array, text: string): string {
  return createHmac('sha256', createSecretKey(secret)).update(text).digest('hex');
}

/** What PostgreSQL needs to work out respondent keys by itself (HMAC, RFC 2104): sha256(outer || sha256(inner || `respondent:<contact point>`)). */
export function respondentPads(secret: Uint8Array): { readonly inner: Uint8Array; readonly outer: Uint8Array } {
  const block = new Uint8Array(64);
  block.set(secret);
  return { inner: block.map((byte) => byte ^ 0x36), outer: block.map((byte) => byte ^ 0x5c) };
}

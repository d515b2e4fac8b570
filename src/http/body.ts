import type { Request } from 'restify';
import errors from 'restify-errors';

/** A text webhook is under 4 KiB and a chat message under 10; nothing that we take is larger. */
export const largestBody = 64 * 1024;

/** What a request sends: its fields, and where they came as JSON the very text, since that is what gets signed. */
export interface Sent {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly json?: string;
}

/** A form or a JSON object. Throws 400 for JSON that is none, 413 for more than 64 KiB, 415 for a packed body. */
export async function readSent(request: Request): Promise<Sent> {
  const body = await readBody(request);
  return isJson(request) ? { fields: parseJson(body), json: body } : { fields: parseForm(body) };
}

/**
 * A request's body as text, at most 64 KiB. Our own reader, as restify's unpacks gzip without bound; none of our callers packs.
 * Throws 413 for a larger body and 415 for a packed one. What still comes of it is let go by, so that the caller hears why.
 */
export function readBody(request: Request): Promise<string> {
  const { headers } = request;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= largestBody) chunks.push(chunk);
      else reject(tooLarge());
    });
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.once('error', () => reject(new errors.BadRequestError('the body was cut short')));
    if (headers['content-encoding'] !== undefined) reject(new errors.UnsupportedMediaTypeError('send the body as it is, not packed'));
    else if (Number(headers['content-length'] ?? 0) > largestBody) reject(tooLarge());
  });
}

/** A form's fields. A field that comes more than once is a list, as Twilio signs it. */
export function parseForm(body: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(body)) {
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else if (typeof before === 'string') fields[name] = [before, value];
    else before.push(value);
  }
  return fields;
}

/** A JSON object. Throws 400 for anything else. */
export function parseJson(body: string): Readonly<Record<string, unknown>> {
  const parsed = jsonOf(body);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new errors.BadRequestError('the body is not a JSON object');
  return parsed as Record<string, unknown>;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isJson({ headers }: Request): boolean {
  return /^application\/([\w.-]+\+)?json\b/i.test(headers['content-type'] ?? '');
}

function tooLarge(): Error {
  return new errors.PayloadTooLargeError(`the body is larger than ${largestBody} bytes`);
}

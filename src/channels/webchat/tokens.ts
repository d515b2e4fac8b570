import { createSecretKey } from 'node:crypto';
import jsonwebtoken, { type JwtPayload } from 'jsonwebtoken';
import { z } from 'zod';
import { type Language, languages } from '#language/languages.ts';

/** What a token lets its bearer do: speak in one conversation as one user. */
export interface Pass {
  readonly conversation: string;
  /** Begins with `dl_`. */
  readonly user: string;
  /** The word that the person came by. */
  readonly start?: string | undefined;
  readonly language?: Language | undefined;
}

/** What a stream's address lets its bearer do: read one conversation from a sequence on. */
export interface Ticket {
  readonly conversation: string;
  readonly user: string;
  readonly after: number;
}

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: 'expired' | 'forged' };

export interface Tokens {
  issue(pass: Pass): string;
  /** Whether a token holds now. */
  check(token: string): Checked<Pass>;
  /** Whether a token may be exchanged for a new one: while it holds, and a little longer. */
  checkForRefresh(token: string): Checked<Pass>;
  /** A key by which a tab that slept through its token is given another. */
  issueReturnKey(pass: Pass): string;
  /** Whether a token or a return key holds now. */
  checkForReturn(tokenOrKey: string): Checked<Pass>;
  issueTicket(ticket: Ticket): string;
  checkTicket(ticket: string): Checked<Ticket>;
}

/** The official client refreshes every 15 minutes whatever we say, so a token must last longer. */
export const lifetimeSeconds = 30 * 60;
/** A tab that slept through its refresh may still make up for it, for so long. */
export const graceSeconds = 5 * 60;
/**
 * An evening's chat can be gone on with the evening after, and the one after that, in the tab that was left open. Somebody may open a closed tab
 * again on a computer that many share, so not for longer.
 */
export const returnSeconds = 2 * 24 * 3600;
/** A stream must be opened within this time. Again and again, as the client opens more than one with the same address. */
export const ticketSeconds = 60;
/** Checking a signature costs more than the rest of a request; a token is checked once and remembered. */
const mostRemembered = 5_000;

const passShape = z.object({
  conv: z.string(),
  user: z.string(),
  start: z.string().optional(),
  lang: z.enum(languages).optional(),
  exp: z.number(),
});
const ticketShape = z.object({ conv: z.string(), user: z.string(), after: z.number().int().nonnegative() });

/** Tokens signed with a key of ours (JWT, HS256): any process that has the key knows them, and none needs to keep them. */
export function createTokens({ key, now }: { readonly key: Uint8Array; readonly now: () => Date }): Tokens {
  // Of bytes the library would first try to make a public key, each time, which takes longer than the signature.
  const secret = createSecretKey(key);
  const remembered = new Map<string, { readonly pass: Pass; readonly expires: number }>();
  const seconds = () => Math.floor(now().getTime() / 1000);

  function sign(use: Use, claims: object, lifetime: number): string {
    const iat = seconds();
    return jsonwebtoken.sign({ ...claims, aud: use, iat, exp: iat + lifetime }, secret, { algorithm: 'HS256' });
  }

  function verify<Shape extends z.ZodType>(token: string, use: Use, shape: Shape, clockTolerance = 0): Checked<z.infer<Shape>> {
    try {
      const options = { algorithms: ['HS256' as const], audience: use, clockTimestamp: seconds(), clockTolerance };
      const claims = shape.safeParse(jsonwebtoken.verify(token, secret, options) as JwtPayload);
      return claims.success ? { ok: true, value: claims.data } : { ok: false, reason: 'forged' };
    } catch (reason) {
      return { ok: false, reason: reason instanceof jsonwebtoken.TokenExpiredError ? 'expired' : 'forged' };
    }
  }

  function checkPass(token: string, grace: number): Checked<Pass> {
    const known = remembered.get(token);
    if (known && seconds() < known.expires) return { ok: true, value: known.pass };
    const checked = verify(token, 'conversation', passShape, grace);
    if (!checked.ok) return checked;
    const pass = passIn(checked.value);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(token, { pass, expires: checked.value.exp });
    return { ok: true, value: pass };
  }

  function checkReturnKey(key: string): Checked<Pass> {
    const checked = verify(key, 'return', passShape);
    return checked.ok ? { ok: true, value: passIn(checked.value) } : checked;
  }

  return {
    issue: (pass) => sign('conversation', claimsOf(pass), lifetimeSeconds),
    check: (token) => checkPass(token, 0),
    checkForRefresh: (token) => checkPass(token, graceSeconds),
    issueReturnKey: (pass) => sign('return', claimsOf(pass), returnSeconds),
    checkForReturn(tokenOrKey) {
      const asToken = checkPass(tokenOrKey, 0);
      return asToken.ok ? asToken : checkReturnKey(tokenOrKey);
    },
    issueTicket: ({ conversation, user, after }) => sign('stream', { conv: conversation, user, after }, ticketSeconds),
    checkTicket(ticket) {
      const checked = verify(ticket, 'stream', ticketShape);
      if (!checked.ok) return checked;
      const { conv: conversation, user, after } = checked.value;
      return { ok: true, value: { conversation, user, after } };
    },
  };
}

function claimsOf({ conversation, user, start, language }: Pass): object {
  return { conv: conversation, user, ...(start && { start }), ...(language && { lang: language }) };
}

function passIn({ conv: conversation, user, start, lang: language }: z.infer<typeof passShape>): Pass {
  return { conversation, user, start, language };
}

/** What a token of ours may be used for. */
type Use = 'conversation' | 'return' | 'stream';

import type { IncomingMessage } from 'node:http';

/** What our one cookie is called. Each consultation has its own, as its path is the consultation's page. */
const cookieName = 'folkmoot';
/** Browsers keep none for longer. RFC 6265bis, 5.5. */
const longestSeconds = 400 * 86_400;

/** The conversation that a browser remembers for the page that it asks for. */
export function conversationIn({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined {
  const kept = (headers.cookie ?? '').split('; ').find((each) => each.startsWith(`${cookieName}=`));
  const conversation = kept?.slice(cookieName.length + 1) ?? '';
  return /^[\w-]{43}$/.test(conversation) ? conversation : undefined;
}

export interface Kept {
  readonly path: string;
  readonly conversation: string;
  readonly seconds: number;
  /** Sent over https alone. */
  readonly secure: boolean;
}

/** Has the browser remember a conversation; for no time at all, forget it. */
export function setCookie({ path, conversation, seconds, secure }: Kept): string {
  const age = Math.max(0, Math.min(Math.ceil(seconds), longestSeconds));
  const parts = [
    `${cookieName}=${conversation}`,
    `Path=${path}`,
    `Max-Age=${age}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
  ];
  return parts.join('; ');
}

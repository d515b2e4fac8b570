import helmet from 'helmet';
import type { RequestHandler, Response } from 'restify';

/** Nothing is loaded from elsewhere and nothing runs that did not come as a file of ours. */
export function securityHeaders(publicUrl: string): RequestHandler {
  const headers = headersThat(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: { ...strict, ...overHttps(publicUrl) } },
      strictTransportSecurity: publicUrl.startsWith('https:'),
      xFrameOptions: { action: 'deny' },
    }),
  );
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

const strict = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** A part of Web Chat makes one empty style element without the nonce and fills it by script, which is always allowed. The hash of nothing. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Allows one page what the chat needs: scripts that are files of ours, styles of its own that carry the nonce, our own web sockets. */
export type AllowChat = (response: Response, nonce: string) => void;

/** What else a page may do: which sites may show it in a frame, what it shows in frames itself. */
export interface Frames {
  readonly frameAncestors?: string[];
  readonly frameSrc?: string[];
}

export function chatHeaders(publicUrl: string, frames: Frames = {}): AllowChat {
  const place = 'the-nonce';
  const headers = headersThat(
    helmet.contentSecurityPolicy({
      useDefaults: false,
      directives: {
        ...strict,
        ...overHttps(publicUrl),
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", `'nonce-${place}'`, emptyStyle],
        imgSrc: ["'self'", 'data:'],
        // Some browsers do not count web sockets among 'self'.
        connectSrc: ["'self'", publicUrl.replace(/^http/, 'ws')],
        ...frames,
      },
    }),
  );
  return (response, nonce) => {
    for (const [name, value] of headers) response.setHeader(name, value.replace(place, nonce));
    if (frames.frameAncestors) response.removeHeader('X-Frame-Options');
  };
}

function overHttps(publicUrl: string): { readonly upgradeInsecureRequests?: string[] } {
  return publicUrl.startsWith('https:') ? { upgradeInsecureRequests: [] } : {};
}

/** What helmet sets is the same for every response, so it is asked once. */
function headersThat(set: ReturnType<typeof helmet>): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  const response = { setHeader: (name: string, value: string) => headers.set(name, value), removeHeader: () => undefined };
  set({} as never, response as never, () => undefined);
  return headers;
}

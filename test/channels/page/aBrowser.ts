import { linesOf } from './linesOf.ts';

/** What a page showed. */
export interface PageShown {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** What a reader sees: see `linesOf`. */
  readonly lines: readonly string[];
  /** The form's fields that nobody sees, by name. */
  readonly hidden: Readonly<Record<string, string>>;
  /** Its address, with what comes after the path. */
  readonly at: string;
}

export type Filled = Readonly<Record<string, string | readonly string[]>>;

/** A browser with no script: it keeps cookies by path, follows redirections and sends forms. */
export function aBrowser(url: string, { language = 'en-GB' }: { language?: string } = {}) {
  const cookies = new Map<string, string>();

  async function ask(path: string, init: RequestInit = {}): Promise<PageShown> {
    const { pathname } = new URL(path, url);
    const sent = [...cookies].filter(([each]) => pathname === each || pathname.startsWith(`${each}/`)).map(([, cookie]) => cookie);
    const headers = { 'Accept-Language': language, ...(sent.length > 0 && { Cookie: sent.join('; ') }), ...init.headers };
    const response = await fetch(url + path, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) keep(cookie);
    const to = response.headers.get('location');
    if (response.status === 303 && to) return ask(to);
    const html = await response.text();
    const hidden = Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(([, name, value]) => [name, value]),
    );
    return { status: response.status, headers: response.headers, html, lines: linesOf(html), hidden, at: path };
  }

  function keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split('; ');
    const path = attributes.find((each) => each.startsWith('Path='))?.slice(5) ?? '/';
    if (attributes.includes('Max-Age=0')) cookies.delete(path);
    else cookies.set(path, pair);
  }

  /** Sends the form of a page, filled in. A field of that name takes the place of a hidden one. */
  function send(page: PageShown, filled: Filled, headers: Readonly<Record<string, string>> = {}): Promise<PageShown> {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...page.hidden, ...filled })) for (const each of [value].flat()) form.append(name, each);
    const [path = ''] = page.at.split('?');
    return ask(path, { method: 'POST', body: form, headers });
  }

  return {
    cookies,
    open: (path: string) => ask(path),
    ask,
    send,
    /** Opens a consultation and presses Start. */
    async start(key: string): Promise<PageShown> {
      return send(await ask(`/c/${key}`), {});
    },
  };
}

export type Browser = ReturnType<typeof aBrowser>;

/** Answers the first question of the buses, and stands at the second. */
export async function atTheSecond(browser: Browser) {
  const first = await browser.start(buses);
  const second = await browser.send(first, { say: ['Work', 'Shops'] });
  expect(second.lines).toContain('2 of 6. How many rides a week?');
  return { first, second };
}

export const buses = 'buses-2026';

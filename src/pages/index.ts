import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { type AllowChat, chatHeaders } from '#http/headers.ts';
import type { Html } from '#http/html.ts';
import { type Language, languages } from '#language/languages.ts';
import { languageWanted } from '#language/languageWanted.ts';
import { chatPage } from './chatPage.ts';
import { embedWords } from './embedWords.ts';
import { examplePage } from './examplePage.ts';
import { mountFiles, type PageFile } from './files.ts';
import { frontPage } from './frontPage.ts';
import type { PagesNeeds } from './needs.ts';
import { accessibilityStatement, privacyStatement, statementPage } from './statements.ts';
import { webChat } from './webChat.ts';

/** What a page is made for. */
export interface Visit {
  readonly language: Language;
  /** Where it is asked for: `/privacy`. */
  readonly path: string;
  /** Lets Web Chat's styles through, on the pages that hold the chat. */
  readonly nonce: string;
}

/** The pages for residents: the chat, alone too for frames on other sites, the statements, and the one line that puts a chat on a page. */
export function mountPages(server: Server, needs: PagesNeeds): void {
  const ours = chatHeaders(needs.publicUrl);
  const framed = chatHeaders(needs.publicUrl, { frameAncestors: ["'self'", ...needs.origins] });

  page('/', ours, async (visit) => frontPage(needs, visit, await needs.open()));
  page('/chat', framed, async (visit) => chatPage(needs, visit));
  page('/privacy', ours, async (visit) => statementPage(needs, visit, privacyStatement));
  page('/accessibility', ours, async (visit) => statementPage(needs, visit, accessibilityStatement));
  if (needs.forDevelopers) page('/example', chatHeaders(needs.publicUrl, { frameSrc: ["'self'"] }), async () => examplePage());
  mountFiles(server, files(needs));

  function page(path: string, allow: AllowChat, write: (visit: Visit) => Promise<Html>): void {
    server.get(path, async (request: Request, response: Response) => {
      const nonce = randomBytes(16).toString('base64');
      const { text } = await write({ language: languageOf(request), path, nonce });
      allow(response, nonce);
      // Not kept, so that whoever leaves at once leaves nothing of it.
      response.sendRaw(200, text, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', Vary: 'Accept-Language' });
    });
  }
}

/** As the address says, else as the browser wishes, else English. */
function languageOf(request: Request): Language {
  const asked = new URL(request.url ?? '', 'http://localhost').searchParams.get('lang') ?? undefined;
  return languageWanted(asked) ?? languageWanted(request.headers['accept-language']) ?? languages[0];
}

const browserFiles = [
  'answers',
  'appearance',
  'around',
  'asleep',
  'chat',
  'exit',
  'frame',
  'kept',
  'pageLanguage',
  'pass',
  'past',
  'sending',
] as const;

const script: PageFile['type'] = 'text/javascript; charset=utf-8';

function files(needs: PagesNeeds): readonly PageFile[] {
  return [
    ...browserFiles.map((name) => ({ path: `/files/${name}.js`, at: here(`browser/${name}.js`), type: script })),
    { path: '/files/folkmoot.css', at: here('browser/folkmoot.css'), type: 'text/css; charset=utf-8' },
    // Where browsers look by themselves, for what is no page.
    { path: '/favicon.ico', at: here('browser/favicon.ico'), type: 'image/x-icon', kept: 'forADay' },
    { path: webChat.path, at: webChat.at, type: script, kept: 'forGood' },
    {
      path: '/embed.js',
      at: here('browser/embed.js'),
      type: script,
      forOthers: true,
      fill: (text) => embedWords(text, needs.words),
    },
  ];
}

const here = (path: string) => new URL(path, import.meta.url);

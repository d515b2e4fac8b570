import { readFile } from 'node:fs/promises';
import type { Request, Response, Server } from 'restify';
import { defaultLanguage, type Language } from '#language/languages.ts';
import { languageWanted } from '#language/languageWanted.ts';
import type { OnTurn, Room } from '../channel.ts';
import { type Answer, send } from './answer.ts';
import { createHearing } from './hearing.ts';
import { createNames } from './names.ts';
import type { PageNeeds } from './needs.ts';
import { listPage } from './pages.ts';
import { languageIn } from './posted.ts';
import { problemOf } from './problems.ts';
import { pageRoom } from './room.ts';
import { createShowing } from './showing.ts';
import { withSiteName } from './siteName.ts';

export interface PageChannel {
  readonly room: Room;
  mount(server: Server, onTurn: OnTurn): void;
}

/** The same conversations as plain pages: a form for each question, no script. https://www.gov.uk/service-manual/technology/using-progressive-enhancement */
export function createPage({ council, ...given }: PageNeeds): PageChannel {
  const needs = { ...given, words: withSiteName(given.words, council) };
  const names = createNames(needs.nameKey);
  const show = createShowing(needs, names);

  /** A handler whose failures are pages too. */
  function answering(answer: (request: Request, language: Language) => Promise<Answer>) {
    return async (request: Request, response: Response): Promise<void> => {
      const language = languageOf(request);
      send(response, language, await answer(request, language).catch((reason: unknown) => problemOf(reason, needs, { language })));
    };
  }

  return {
    room: pageRoom,
    mount(server, onTurn) {
      const hear = createHearing({ ...needs, names, show, onTurn });
      const style = readFile(new URL('./public/plain.css', import.meta.url), 'utf8');
      server.get('/plain.css', async (_request: Request, response: Response) => {
        response.sendRaw(200, await style, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' });
      });
      server.get(
        '/c',
        answering(async (request, language) => {
          const notices = parametersOf(request).has('forgotten') ? [needs.words(language, 'plain.forgotten')] : [];
          return { status: 200, page: listPage(await needs.consultations.open(language), { language, words: needs.words }, notices) };
        }),
      );
      server.get(
        '/c/:key',
        answering((request, language) => show(request, String(request.params.key), { language, at: parametersOf(request).get('at') })),
      );
      server.post(
        '/c/:key',
        answering((request, language) => hear(request, String(request.params.key), language)),
      );
    },
  };
}

/** The language that was chosen, else the one that the browser asks for. */
function languageOf(request: Request): Language {
  return (
    languageIn(parametersOf(request).get('lang') ?? undefined) ?? languageWanted(request.headers['accept-language']) ?? defaultLanguage
  );
}

function parametersOf(request: Request): URLSearchParams {
  return new URLSearchParams(request.getQuery());
}

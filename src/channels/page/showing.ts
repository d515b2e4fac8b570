import type { Request } from 'restify';
import type { Language } from '#language/languages.ts';
import type { Answer } from './answer.ts';
import { conversationIn } from './cookie.ts';
import { saying } from './layout.ts';
import type { Names } from './names.ts';
import type { Introduced, PageNeeds } from './needs.ts';
import { problemPage, startPage } from './pages.ts';
import { readStanding, type Standing } from './standing.ts';
import { standingPage } from './standingPage.ts';

/** Shows a consultation's page: where the person stands in it, or its beginning, or why there is nothing. */
export type Show = (request: Request, key: string, wish: Wish) => Promise<Answer>;

export interface Wish {
  readonly language: Language;
  /** How many messages there were when this page was first shown. */
  readonly at?: string | null;
  /** What they wrote in a form that is for no conversation of theirs. */
  readonly wrote?: string;
}

export function createShowing({ log, words, consultations }: PageNeeds, names: Names): Show {
  return async (request, key, { language, at, wrote }) => {
    const consultation = await consultations.find(key, language);
    if (consultation?.state !== 'open') return notOpen(consultation, language, wrote);
    const conversation = conversationIn(request);
    const standing = conversation === undefined ? undefined : await readStanding(log, conversation);
    if (conversation === undefined || !standing) return beginning(consultation, language, { lost: Boolean(at), wrote });
    const theirs = (await consultations.find(key, standing.language)) ?? consultation;
    const form = { path: `/c/${key}`, at: standing.last, signature: names.sign(conversation, standing.last) };
    const notices = noticesFor(standing, at, wrote);
    const page = standingPage({ standing, consultation: theirs, form, words, notices });
    return { status: wrote === undefined ? 200 : 409, page };
  };

  /** They went back in the browser, or sent a form of a conversation that this browser has forgotten. */
  function noticesFor({ language, last }: Standing, at: string | null | undefined, wrote: string | undefined): readonly string[] {
    const say = saying(words, language);
    if (wrote !== undefined) return [say('turn.olderQuestion'), ...(wrote === '' ? [] : [`${say('plain.youWrote')}: ${wrote}`])];
    return at && Number(at) < last ? [say('plain.wentBack')] : [];
  }

  function beginning(
    consultation: Introduced,
    language: Language,
    { lost, wrote }: { readonly lost: boolean; readonly wrote: string | undefined },
  ): Answer {
    const notices = lost || wrote !== undefined ? [words(language, 'plain.lost')] : [];
    const page = startPage({ consultation, name: names.fresh(), notices, ...(wrote !== undefined && { wrote }) }, { language, words });
    return { status: wrote === undefined ? 200 : 409, page };
  }

  async function notOpen(consultation: Introduced | undefined, language: Language, wrote: string | undefined): Promise<Answer> {
    const say = saying(words, language);
    const { title = '', state, opensOn = '', closedOn = '', outcome } = consultation ?? {};
    const text =
      state === 'closed'
        ? say('consultation.closed', { title, date: closedOn })
        : state === 'notYetOpen'
          ? say('consultation.notYetOpen', { title, date: opensOn })
          : say('plain.nothingHere');
    const open = await consultations.open(language);
    const problem = {
      title: title || say('plain.nothingHereTitle'),
      texts: [text, ...(outcome?.split('\n') ?? [])],
      open,
      ...(wrote !== undefined && { wrote }),
    };
    return { status: 404, page: problemPage(problem, { language, words }) };
  }
}

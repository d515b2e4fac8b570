import type { Request } from 'restify';
import { longestText } from '#language/hearing/clean.ts';
import type { Language } from '#language/languages.ts';
import { type Inbound, type OnTurn, TryAgainLater } from '../channel.ts';
import type { Answer } from './answer.ts';
import { conversationIn, setCookie } from './cookie.ts';
import type { Names } from './names.ts';
import type { Fields, Introduced, PageNeeds } from './needs.ts';
import { cameFromUs } from './origin.ts';
import { startPage } from './pages.ts';
import { beginning, coded, inboundFrom, joining, languageIn, one, type Posted, postedOf } from './posted.ts';
import { problem, problemOf } from './problems.ts';
import type { Show } from './showing.ts';
import { readStanding, type Standing } from './standing.ts';
import { standingPage } from './standingPage.ts';

export interface HearingNeeds extends PageNeeds {
  readonly names: Names;
  readonly show: Show;
  readonly onTurn: OnTurn;
}

/** Hears a form and leads on to the page that shows what came of it, so that a reload sends nothing twice. */
export type Hear = (request: Request, key: string, language: Language) => Promise<Answer>;

export function createHearing(needs: HearingNeeds): Hear {
  const { log, words, names, consultations, onTurn, show } = needs;

  return async (request, key, wanted) => {
    if (!cameFromUs(request, needs.publicUrl)) return problem('plain.fromElsewhere', 403, needs, { language: wanted });
    const fields = await needs.readForm(request);
    const language = languageIn(fields.language) ?? wanted;
    const { given: wrote } = postedOf(fields);
    return hearForm(request, { key, fields, language }).catch((reason: unknown) => problemOf(reason, needs, { language, wrote }));
  };

  async function hearForm(request: Request, { key, fields, language }: Form): Promise<Answer> {
    const kept = conversationIn(request);
    const standing = kept === undefined ? undefined : await readStanding(log, kept);
    const consultation = await consultations.find(key, standing?.language ?? language);
    if (fields.start !== undefined && consultation?.state === 'open') {
      if (standing) return onTo(key, standing.last);
      return fields.code === undefined ? begin(consultation, fields, language) : goOn(consultation, fields, language);
    }
    const posted = postedOf(fields);
    const isTheirs = kept !== undefined && standing && names.isSigned(kept, posted.at, posted.signature);
    if (isTheirs && fields.forget !== undefined) return forget(key);
    if (!isTheirs || consultation?.state !== 'open') return show(request, key, { language, wrote: posted.given });
    return hear({ posted, conversation: kept, standing, consultation });
  }

  /** By the consultation's word. The first page has said what the introduction says: its button answers that too. */
  async function begin({ key, keyword, closesAt }: Introduced, fields: Fields, language: Language): Promise<Answer> {
    const conversation = names.conversation(key, one(fields.start) ?? '');
    await needs.countContact(conversation);
    const introduction = consultations.introduction(key);
    const joined = await said(joining(conversation, keyword, language));
    const begun = joined?.asked === introduction.about ? await said(beginning(conversation, introduction)) : joined;
    if (!begun) throw new TryAgainLater('the beginning was not recorded', 5);
    return { ...onTo(key, begun.last), cookie: cookieUntil(closesAt, key, conversation) };
  }

  /** By a code from another device, which leads to the page of its own consultation. What opens nothing comes again, and says why. */
  async function goOn(here: Introduced, fields: Fields, language: Language): Promise<Answer> {
    const start = one(fields.start) ?? '';
    const code = one(fields.code) ?? '';
    const conversation = names.conversation(`by a code from ${here.key}`, start);
    await needs.countContact(conversation);
    const heard = await said(coded(conversation, code, { opens: consultations.codeOpens(code), language }));
    if (!heard) throw new TryAgainLater('the code was not recorded', 5);
    const key = consultations.asking(heard.asked ?? '');
    const there = key === here.key ? here : key && (await consultations.find(key, language));
    if (there) return { ...onTo(there.key, heard.last), cookie: cookieUntil(there.closesAt, there.key, conversation) };
    const refused = { written: code, errors: heard.told };
    return { status: 422, page: startPage({ consultation: here, name: start, refused }, { language, words }) };
  }

  async function hear({ posted, conversation, standing, consultation }: Heard): Promise<Answer> {
    await needs.countContact(conversation);
    const length = Array.from(posted.said).length;
    const again = (status: number, errors: readonly string[]) => ({
      status,
      page: unheardPage({ posted, conversation, standing, consultation }, errors),
    });
    if (posted.said.length > longestText) {
      return again(422, [words(standing.language, 'prompts.textTooLong', { length, limit: longestText })]);
    }
    try {
      const heard = await said(inboundFrom(posted, conversation));
      return heard ? onTo(consultation.key, heard.last) : again(500, [words(standing.language, 'turn.mishap')]);
    } catch (reason) {
      if (!(reason instanceof TryAgainLater)) throw reason;
      return { ...again(503, [words(standing.language, 'plain.away')]), retryAfterSeconds: reason.retryAfterSeconds };
    }
  }

  /** What came of it, by the log; nothing where it was not recorded, and only an apology was said. */
  async function said(inbound: Inbound): Promise<Came | undefined> {
    const replies = await onTurn(inbound);
    const sequence = await log.heard(inbound.address, inbound.id);
    if (sequence === undefined) return undefined;
    return {
      last: sequence + replies.length,
      asked: replies.findLast(({ asks }) => asks)?.asks?.about,
      told: replies.flatMap(({ text, asks }) => (text && !asks ? [text] : [])),
    };
  }

  function forget(key: string): Answer {
    return { status: 303, to: '/c?forgotten=yes', cookie: cookieFor(key, '', 0) };
  }

  function cookieUntil(closesAt: Date, key: string, conversation: string): string {
    return cookieFor(key, conversation, (closesAt.getTime() - needs.now().getTime()) / 1000);
  }

  function cookieFor(key: string, conversation: string, seconds: number): string {
    return setCookie({ path: `/c/${key}`, conversation, seconds, secure: needs.publicUrl.startsWith('https:') });
  }

  function unheardPage({ posted, conversation, standing, consultation }: Heard, errors: readonly string[]): string {
    const form = { path: `/c/${consultation.key}`, at: standing.last, signature: names.sign(conversation, standing.last) };
    const { given } = posted;
    if (posted.about === standing.question?.asks.about)
      return standingPage({ standing, consultation, form, words, unheard: { given, errors } });
    return standingPage({ standing, consultation, form, words, notices: given === '' ? [] : [given], unheard: { given: '', errors } });
  }
}

interface Form {
  readonly key: string;
  readonly fields: Fields;
  readonly language: Language;
}

/** What came of something said. */
interface Came {
  /** How many messages there are now. */
  readonly last: number;
  /** What is asked: see `Asking.about`. */
  readonly asked: string | undefined;
  /** What was said beside that. */
  readonly told: readonly string[];
}

interface Heard {
  readonly posted: Posted;
  readonly conversation: string;
  readonly standing: Standing;
  readonly consultation: Introduced;
}

/** To the page that shows where they stand. Its address says how far that was, so that going back in the browser is noticed. */
function onTo(key: string, last: number): Answer {
  return { status: 303, to: `/c/${key}?at=${last}` };
}

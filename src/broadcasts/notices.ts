import { isDeepStrictEqual } from 'node:util';
import { isOver, type LiveConsultation } from '#consultations';
import { type Language, languages, type Text, textIn } from '#language/languages.ts';
import { asks, type BroadcastDefinition } from './definition.ts';

/** What is told of a consultation by itself, at its time. What came of it is told once an officer has written it (`feedback/`): only they know. */
export const noticeKinds = ['opened', 'weekLeft', 'closed'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** A notice's words in a language. */
export type NoticeWords = (
  language: Language,
  kind: NoticeKind,
  args: { readonly title: string; readonly keyword: string; readonly closesAt: Date },
) => string;

const dayMs = 86_400_000;
/** A consultation that opened longer ago has been heard of: its opening is no news. */
const newsForMs = 3 * dayMs;
/** What nobody gave an end is not news any more after a week. */
export const usualLifeMs = 7 * dayMs;

type Told = Pick<LiveConsultation, 'key' | 'definition' | 'closedAt'>;

/** The notices that are still to come in a consultation's life, as broadcasts. */
export function noticesOf(told: Told, author: string, words: NoticeWords, now: Date): readonly BroadcastDefinition[] {
  const toCome = noticeKinds.filter((kind) => timeOf(kind, told).getTime() > now.getTime() - (kind === 'opened' ? newsForMs : 0));
  return toCome.map((kind) => notice(kind, told, author, words));
}

function notice(kind: NoticeKind, told: Told, author: string, words: NoticeWords): BroadcastDefinition {
  const { key, definition } = told;
  const texts = languages.map((language) => {
    const title = textIn(definition.title, language);
    return [language, words(language, kind, { title, keyword: definition.keyword, closesAt: new Date(definition.closesAt) })] as const;
  });
  const text: Text = { en: texts[0]?.[1] ?? '', ...Object.fromEntries(texts.slice(1)) };
  return {
    key: `${key}-${endings[kind]}`,
    author,
    topic: kind === 'closed' ? 'outcomes' : 'consultations',
    consultation: key,
    audience: { channels: ['sms', 'teams'], places: definition.places, languages: [], ...(kind === 'closed' && { answered: true }) },
    starts: timeOf(kind, told).toISOString(),
    text,
  };
}

function timeOf(kind: NoticeKind, { definition, closedAt }: Told): Date {
  const closesAt = new Date(definition.closesAt);
  if (kind === 'opened') return new Date(definition.opensAt);
  return kind === 'closed' ? (closedAt ?? closesAt) : new Date(closesAt.getTime() - 7 * dayMs);
}

const endings: Readonly<Record<NoticeKind, string>> = { opened: 'opened', weekLeft: 'week-left', closed: 'closed' };

/** What a broadcast about a consultation has to do with the consultation as it stands now. */
export interface Followed {
  readonly key: string;
  readonly definition: BroadcastDefinition;
  readonly noticeOf: string | null;
  readonly confirmedAt: Date;
  readonly expiresAt: Date;
  /** Its audience is being worked out, or was. */
  readonly begun: boolean;
}

export type Following =
  | 'as it is'
  /** It asks for answers that are not taken any more, or its time is long over. */
  | 'cancel'
  | { readonly definition: BroadcastDefinition; readonly startsAt: Date; readonly expiresAt: Date };

/**
 * A consultation may be closed early, or be given other days and words, after its notices were confirmed: they go with it, in the words that were
 * confirmed but for the days and the title. Whatever asks for answers ends with the consultation.
 */
export function following(followed: Followed, live: LiveConsultation, words: NoticeWords, now: Date): Following {
  const { key, definition, noticeOf, confirmedAt, expiresAt: ends, begun } = followed;
  if (asks(definition) && isOver(live, now) && ends > now) return 'cancel';
  // Nothing has happened to it since, so that its words are the very ones that were confirmed.
  if (live.publishedAt <= confirmedAt && !live.closedAt) return 'as it is';
  const kind = noticeOf === live.key ? noticeKinds.find((each) => key === `${live.key}-${endings[each]}`) : undefined;
  if (!kind || begun) return 'as it is';
  const anew = notice(kind, live, definition.author, words);
  if (isDeepStrictEqual(anew, definition)) return 'as it is';
  const time = timeOf(kind, live);
  if (time.getTime() < now.getTime() - (kind === 'weekLeft' ? dayMs : newsForMs)) return 'cancel';
  const startsAt = time > now ? time : now;
  const expiresAt = asks(anew) ? new Date(live.definition.closesAt) : new Date(startsAt.getTime() + usualLifeMs);
  return { definition: anew, startsAt, expiresAt };
}

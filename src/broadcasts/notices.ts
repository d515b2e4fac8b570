import type { LiveConsultation } from '#consultations';
import { type Language, languages, type Text, textIn } from '#language/languages.ts';
import type { BroadcastDefinition } from './definition.ts';

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

/** The notices that are still to come in a consultation's life, as broadcasts. */
export function noticesOf(
  { key, definition }: Pick<LiveConsultation, 'key' | 'definition'>,
  author: string,
  words: NoticeWords,
  now: Date,
): readonly BroadcastDefinition[] {
  const opensAt = new Date(definition.opensAt);
  const closesAt = new Date(definition.closesAt);
  const times: Readonly<Record<NoticeKind, Date>> = {
    opened: opensAt,
    weekLeft: new Date(closesAt.getTime() - 7 * dayMs),
    closed: closesAt,
  };
  const toCome = noticeKinds.filter((kind) => times[kind].getTime() > now.getTime() - (kind === 'opened' ? newsForMs : 0));

  return toCome.map((kind) => {
    const texts = languages.map((language) => {
      const title = textIn(definition.title, language);
      return [language, words(language, kind, { title, keyword: definition.keyword, closesAt })] as const;
    });
    const text: Text = { en: texts[0]?.[1] ?? '', ...Object.fromEntries(texts.slice(1)) };
    const places = definition.places;
    return {
      key: `${key}-${endings[kind]}`,
      author,
      topic: kind === 'closed' ? 'outcomes' : 'consultations',
      consultation: key,
      audience: { channels: ['sms', 'teams'], places, languages: [], ...(kind === 'closed' && { answered: true }) },
      starts: times[kind].toISOString(),
      text,
    };
  });
}

const endings: Readonly<Record<NoticeKind, string>> = { opened: 'opened', weekLeft: 'week-left', closed: 'closed' };

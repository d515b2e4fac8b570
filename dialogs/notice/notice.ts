import { londonDay } from '#calendar/londonDay.ts';
import type { Definition } from '#consultations/definition.ts';
import { dayLabel } from '#consultations/label.ts';
import { daysBetween } from '#consultations/notices/reminder.ts';
import { lastDayInWords } from '#language/dates.ts';
import { type Language, textIn } from '#language/languages.ts';
import type { SentenceArguments, SentenceKey, Words } from '#language/words.ts';
import { placeName } from '#places/name.ts';

/** What can be pressed on a notice; "stop" is STOP, and is heard as that. */
export const noticeActions = ['respond', 'council', 'noComment', 'remind', 'stop'] as const;
export type NoticeAction = (typeof noticeActions)[number];

/** How somebody is told of a consultation, in their language: every part is words. Each channel shows it in its own way. */
export interface Notice {
  readonly language: Language;
  readonly title: string;
  /** What concerns whom: a heading and its words each, in the order of reading. */
  readonly parts: readonly { readonly heading: string; readonly text: string }[];
  readonly actions: readonly NoticeButton[];
}

export interface NoticeButton {
  readonly action: NoticeAction;
  /** Names what is pressed: `notice:parks-2027:noComment`. */
  readonly about: string;
  readonly label: string;
  /** What pressing it says. */
  readonly say: string;
}

/** The notice of a consultation as it stands at this moment: what is asked and of whom, what can still change, who decides, how long is left. */
export function noticeOf(definition: Definition, language: Language, { words, now }: { words: Words; now: Date }): Notice {
  const say = (key: SentenceKey, args?: SentenceArguments) => words(language, key, args);
  const { key, title, summary, decision, decisionOn, places, closesAt } = definition;
  const maker = textIn(definition.decisionMaker, language);
  const list = new Intl.ListFormat(language).format(places.map(placeName));
  const left = Math.max(0, daysBetween(londonDay(now), londonDay(new Date(new Date(closesAt).getTime() - 1))));
  return {
    language,
    title: textIn(title, language),
    parts: [
      { heading: say('notice.asked'), text: textIn(summary, language) },
      { heading: say('notice.whyYou'), text: places.length > 0 ? say('notice.forPlaces', { places: list }) : say('notice.forAll') },
      { heading: say('notice.canChange'), text: textIn(decision, language) },
      {
        heading: say('notice.decides'),
        text: decisionOn ? say('consultation.decidedOn', { maker, date: dayLabel(decisionOn, language) }) : maker,
      },
      { heading: say('notice.until'), text: say('notice.left', { date: lastDayInWords(new Date(closesAt), language), left }) },
    ],
    actions: noticeActions.map((action) => {
      const label = say(`notice.${action}`);
      return { action, about: noticeAbout(key, action), label, say: action === 'stop' ? 'STOP' : label };
    }),
  };
}

/** Names a button of a notice. */
export function noticeAbout(key: string, action: NoticeAction): string {
  return `notice:${key}:${action}`;
}

export interface NoticePressed {
  /** The consultation's. */
  readonly key: string;
  readonly action: NoticeAction;
}

/** What was pressed on a notice, if it was one. */
export function noticePressed(about: string | undefined): NoticePressed | undefined {
  const [, key, pressed] = /^notice:([^:]+):(\w+)$/.exec(about ?? '') ?? [];
  const action = noticeActions.find((known) => known === pressed);
  return key !== undefined && action ? { key, action } : undefined;
}

import { dayInWords, lastDayInWords } from '#language/dates.ts';
import { type Language, textIn } from '#language/languages.ts';
import type { LiveConsultation } from './catalogue.ts';
import { dayLabel } from './label.ts';
import { minutes, questionsLeft } from './progress.ts';
import { stateOf } from './state.ts';

/** A consultation as a page introduces it to somebody who has not begun: words in their language, days in words. */
export interface Introduced {
  readonly key: string;
  readonly keyword: string;
  readonly state: 'notYetOpen' | 'open' | 'closed';
  /** What came of it, once people are told. */
  readonly outcome?: string;
  readonly title: string;
  readonly summary: string;
  readonly decision: string;
  readonly maker: string;
  readonly decidedOn?: string;
  readonly opensOn: string;
  /** The last day on which answers are taken. */
  readonly lastDay: string;
  /** The day on which it was closed, or will close by itself. */
  readonly closedOn: string;
  readonly closesAt: Date;
  readonly questions: number;
  readonly minutes: number;
  /** Web address. */
  readonly privacy?: string;
}

export function introduced(consultation: LiveConsultation, language: Language, now: Date): Introduced {
  const { key, definition, closedAt } = consultation;
  const { title, summary, decision, decisionMaker, decisionOn, keyword, privacy } = definition;
  const state = stateOf(consultation, now);
  const closesAt = new Date(definition.closesAt);
  const lastDay = lastDayInWords(closesAt, language);
  return {
    key,
    keyword,
    state: state === 'draft' ? 'notYetOpen' : state === 'reported' ? 'closed' : state,
    title: textIn(title, language),
    summary: textIn(summary, language),
    decision: textIn(decision, language),
    maker: textIn(decisionMaker, language),
    ...(decisionOn !== undefined && { decidedOn: dayLabel(decisionOn, language) }),
    opensOn: dayInWords(new Date(definition.opensAt), language),
    lastDay,
    closedOn: closedAt ? dayInWords(closedAt, language) : lastDay,
    closesAt,
    questions: questionsLeft(definition, {}),
    minutes: minutes(definition),
    ...(privacy !== undefined && { privacy }),
  };
}

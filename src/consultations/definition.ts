import type { Text } from '#language/languages.ts';

export const questionKinds = ['choice', 'choices', 'scale', 'yesNo', 'number', 'date', 'postcode', 'text', 'ranking', 'info'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** The key of the option that every about-you question has. */
export const preferNotToSay = 'prefer-not-to-say';

export interface Option {
  readonly key: string;
  readonly label: Text;
  /** Chosen alone: "none of these". Only in `choices`. */
  readonly exclusive: boolean;
}

interface Asked {
  readonly key: string;
  readonly text: Text;
  /** Shorter wording for SMS. */
  readonly sms?: Text;
  readonly help?: Text;
  readonly required: boolean;
  /** Equality question: optional, asked after the others, held apart. */
  readonly aboutYou: boolean;
  readonly when?: Condition;
}

export type Question =
  | (Asked & { readonly kind: 'choice'; readonly options: readonly Option[] })
  | (Asked & { readonly kind: 'choices'; readonly options: readonly Option[] })
  | (Asked & { readonly kind: 'ranking'; readonly options: readonly Option[]; readonly top: number })
  | (Asked & { readonly kind: 'scale'; readonly from: number; readonly to: number; readonly labels: Readonly<Record<number, Text>> })
  | (Asked & { readonly kind: 'yesNo' })
  | (Asked & { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly decimals: boolean })
  | (Asked & { readonly kind: 'date'; readonly earliest?: string; readonly latest?: string })
  | (Asked & { readonly kind: 'postcode' })
  | (Asked & { readonly kind: 'text'; readonly maxLength: number })
  | (Asked & { readonly kind: 'info' });

export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>;

/** A question that takes an answer. */
export type AnswerableQuestion = Exclude<Question, QuestionOf<'info'>>;

/** A condition on one earlier answer, or several combined. */
export type Condition =
  | { readonly question: string; readonly is: AnswerPart }
  | { readonly question: string; readonly isNot: AnswerPart }
  | { readonly question: string; readonly anyOf: readonly AnswerPart[] }
  | { readonly question: string; readonly includes: AnswerPart }
  | { readonly question: string; readonly atLeast: number | string }
  | { readonly question: string; readonly atMost: number | string }
  | { readonly question: string; readonly answered: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

type AnswerPart = string | number | boolean;

/**
 * What was given to one question: an option key (choice), option keys (choices; ranking, best first), a number (scale, number),
 * a boolean (yesNo), `YYYY-MM-DD` (date), an outcode (postcode), own words (text); null is a skipped question.
 */
export type Value = string | number | boolean | readonly string[] | null;

export interface Definition {
  readonly key: string;
  readonly title: Text;
  readonly summary: Text;
  readonly decision: Text;
  readonly decisionMaker: Text;
  /** `YYYY-MM-DD` */
  readonly decisionOn?: string;
  readonly team?: string;
  /** Instants, ISO 8601 in UTC: a date alone in the file means the whole day in Europe/London. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** Place keys such as `parish:irthlingborough`; empty is everybody. */
  readonly places: readonly string[];
  /** Upper case. */
  readonly keyword: string;
  readonly privacy?: string;
  readonly questions: readonly Question[];
  readonly thanks?: Text;
}

/** What was given so far, by question key. A skipped question has null. */
export type Answers = Readonly<Record<string, Value>>;

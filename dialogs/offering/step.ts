import type { SentenceArguments, SentenceKey } from '#language/words.ts';
import type { OfferKind } from '#offers';
import type { Places } from '#places';
import type { AskedOption } from '../asking.ts';
import type { Turn } from '../turn.ts';

/** What was answered so far: the position is the first question without an answer. An empty answer was left out. */
export type OfferAnswers = Readonly<Record<string, string>>;
export const leftOut = '';

export interface OfferingServices {
  readonly places: Pick<Places, 'find' | 'mentioned'>;
  /** Seals a number that is not to be published. */
  seal(words: string): Uint8Array;
}

/** All that a question is heard with. */
export interface Step {
  readonly turn: Turn;
  readonly answers: OfferAnswers;
  readonly services: OfferingServices;
  /** How often this question was answered with something that was not understood. */
  readonly tries: number;
}

export type AnswerHeard = { readonly value: string } | { readonly unclear: SentenceKey; readonly args?: SentenceArguments };

/** One question to a group. Its words are `offeringQuestions.KIND_KEY`. */
export interface OfferQuestion {
  readonly key: string;
  /** What cannot do without it is asked again instead of leaving it out. */
  readonly needed: boolean;
  hear(step: Step): AnswerHeard | Promise<AnswerHeard>;
  options?(turn: Turn): readonly AskedOption[];
}

/** What a group is asked of one kind of offer, and what comes of it. */
export interface Offering {
  readonly kind: OfferKind;
  readonly questions: readonly OfferQuestion[];
  /** As its feature takes it in. */
  record(id: string, answers: OfferAnswers): object;
  /** What it is called when it is read back. */
  summary(turn: Turn, answers: OfferAnswers): string;
}

import type { Answers, Definition, Question } from '#consultations/definition.ts';
import type { StartedResponse } from '#consultations/facts.ts';
import type { AboutYouWish } from '#consultations/survey.ts';
import type { SentenceArguments, SentenceKey } from '#language/words.ts';
import type { AskedOption } from '../asking.ts';
import type { PromptContext } from '../prompts/prompt.ts';
import type { Turn } from '../turn.ts';

/** Where a person is in a consultation. Which question comes next is never kept here: it is the first one without an answer. */
export const stageNames = ['place', 'intro', 'ask', 'offer', 'check', 'review', 'answered', 'takeBack'] as const;
export type StageName = (typeof stageNames)[number];

/** What the dialog keeps between two turns. */
export interface ConsultationState {
  readonly key: string;
  readonly version: number;
  stage: StageName;
  /** The place that the person lives in, where the consultation is for some places. */
  place?: string;
  /** The council whose formal response this is, and the minute by which it agreed. */
  readonly council?: string;
  readonly minuteReference?: string | null;
  /** What the person said to the offer of about-you questions. */
  wish?: AboutYouWish;
  /** The question whose answer is being changed. */
  changing?: string;
  /** Which page of a long list of options was shown, from 0. */
  page: number;
  /** How often in a row this question was not understood. */
  tries: number;
  /** Where the response stood when this was asked: see `standsAt`. */
  stood?: string;
}

/** All that a stage works with in one turn. */
export interface Step {
  readonly turn: Turn;
  readonly definition: Definition;
  readonly state: ConsultationState;
  /** A new response for this person: its ids, and the keyed hashes that stand for the person. */
  newResponse(): Pick<StartedResponse, 'id' | 'reference' | 'respondentKey' | 'aboutYouKey'>;
  /** Tells the code by which the response in hand is gone on with on another device. */
  tellCode(): void;
  /** The day in Europe/London, `YYYY-MM-DD`. */
  today(): string;
}

/** What follows from what was heard: another stage, the end of the dialog, or a reason why it was not understood. */
export type Onward = { readonly to: StageName } | { readonly end: ConsultationEnd } | Unclear;

/** How it ends: with the menu, quietly, everything being said, or with a response that was just sent. */
export type ConsultationEnd = 'menu' | 'quiet' | 'sent';

export interface Unclear {
  readonly unclear: SentenceKey;
  readonly args?: SentenceArguments;
}

/** One part of the conversation: what it puts to the person, and what it makes of the reply. */
export interface Stage {
  put(step: Step): void;
  hear(step: Step): Onward;
  /** BACK. */
  back(step: Step): Onward;
  /** What there is to choose from, as it is shown. */
  options?(step: Step): readonly AskedOption[];
  /** SKIP, where it means something. */
  skip?(step: Step): Onward;
  /** More words on what is asked, for HELP. */
  help?(step: Step): void;
  /** After two tries. */
  rescue?(step: Step): void;
  /** The person answers in own words, so that a word that sounds like a command may be an answer. */
  ownWords?(step: Step): boolean;
}

export function answersSoFar({ turn }: Step): Answers {
  return turn.inHand?.answers ?? {};
}

/** What was said to the offer, or plain from what was given or sent before a break: who has sent a response is not asked again. */
export function wishOf(step: Step): AboutYouWish {
  const answers = answersSoFar(step);
  const begun = step.definition.questions.some((question: Question) => question.aboutYou && Object.hasOwn(answers, question.key));
  return step.state.wish ?? (begun ? 'yes' : step.turn.inHand?.submitted ? 'no' : 'not-asked');
}

export function promptContext(step: Step): PromptContext {
  const { turn, definition, today } = step;
  return { definition, answers: answersSoFar(step), language: turn.language, room: turn.room, today, words: turn.words };
}

/** What one of our own questions is about: see `Asking.about`. */
export const askedBy = (key: string, stage: StageName): string => `consultation:${key}:${stage}`;

/** The consultation that asks what is asked: see `Asking.about`. Nothing where it is none that asks. */
export const consultationAsking = (about: string): string | undefined => /^consultation:([^:]+):/.exec(about)?.[1];

/** Puts one of our own questions, answered by one of the options. */
export function askOne({ turn, state }: Step, text: string, options: readonly AskedOption[]): void {
  turn.ask({ about: askedBy(state.key, state.stage), text, options, answer: 'one' }, state.page);
}

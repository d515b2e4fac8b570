import type { Texting } from '#approaches';
import type { Directory, Wanted } from '#directory';
import type { SentenceArguments, SentenceKey } from '#language/words.ts';
import type { Places } from '#places';
import type { AskedOption } from '../asking.ts';
import type { Opening } from '../door.ts';
import type { Listed, LookUp } from '../listed/index.ts';
import type { WhereState } from '../places/where.ts';
import type { Turn } from '../turn.ts';

export const stageNames = ['need', 'where', 'list', 'one', 'report', 'nothing'] as const;
export type StageName = (typeof stageNames)[number];

/** One service that was found, as far as it is kept between two turns. Distances were measured from where the person is, which is not kept. */
export interface Kept {
  readonly id: string;
  readonly name: string;
  readonly miles?: number;
  readonly stepFree?: boolean;
  /** Empty where they asked for it by its name. */
  readonly reason: string;
}

/** What the dialog keeps between two turns. Of a postcode only its ward or its first half is kept. */
export interface ServicesState {
  stage: StageName;
  wanted?: Wanted;
  /** Where to look: a place, or `null` where it does not matter to them. */
  place?: { readonly key: string; readonly name: string } | null;
  where: WhereState;
  found: readonly Kept[];
  /** Which of those found are shown, from 0. */
  from: number;
  /** The service whose details are shown. */
  showing?: string;
  /** Which page of a long question was shown, from 0. */
  page: number;
  tries: number;
}

export interface Step {
  readonly turn: Turn;
  readonly state: ServicesState;
  readonly directory: Directory;
  readonly places: Places;
  readonly texting: Texting | undefined;
  /** Where they came in with a need: what they said may be the name of an event or an opportunity, which is looked up where no service meets it. */
  readonly lookUp?: LookUp | undefined;
  /** What was found by that name. */
  instead?: Listed | undefined;
}

export type Onward =
  | { readonly to: StageName }
  | { readonly end: 'menu' | 'quiet' }
  /** Something of another dialog comes first; then we go on here. */
  | { readonly over: Opening }
  | { readonly unclear: SentenceKey; readonly args?: SentenceArguments };

/** One part of the conversation. */
export interface Stage {
  put(step: Step): void | Promise<void>;
  hear(step: Step): Promise<Onward>;
  back(step: Step): Onward;
  options(step: Step): readonly AskedOption[];
  /** Answers a question of their own about what is shown. False where it is none. */
  answer?(step: Step): Promise<boolean>;
  /** MORE, where there is more than what the room could show at once. */
  more?(step: Step): void;
}

import type { Texting } from '#approaches';
import type { SentenceArguments, SentenceKey } from '#language/words.ts';
import type { Places } from '#places';
import type { Volunteering } from '#volunteering';
import type { Opening } from '../door.ts';
import type { WhereState } from '../places/where.ts';
import type { Turn } from '../turn.ts';

export type StageName = 'barriers' | 'where' | 'list' | 'one' | 'consent' | 'name' | 'contact';

/** What the dialog keeps between two turns. Of a place only its key and name. */
export interface VolunteeringState {
  stage: StageName;
  /** The person's own words for what they want to do. */
  words: string;
  /** Keys of `barrierKeys`: what keeps them from helping otherwise. */
  barriers: readonly string[];
  near?: { readonly key: string; readonly name: string };
  where: WhereState;
  /** Ids that were found, best first, and how many of them were shown before these. */
  found: readonly { readonly id: string; readonly title: string }[];
  from: number;
  /** The one that is looked at. */
  chosen?: string;
  /** Their first name, sealed and in Base64, while they are asked how they are reached. */
  sealedName?: string;
}

export interface VolunteeringServices {
  readonly volunteering: Volunteering;
  readonly places: Places;
  readonly texting: Texting | undefined;
}

/** All that a stage works with in one turn. */
export interface Step {
  readonly turn: Turn;
  readonly state: VolunteeringState;
  readonly services: VolunteeringServices;
}

/** What follows: another stage (or the same again), the end, or a reason why it was not understood. */
export type Onward =
  | { readonly to: StageName }
  | { readonly end: 'menu' | 'quiet' }
  /** Something of another dialog comes first; then we go on here. */
  | { readonly over: Opening }
  /** A question of theirs was answered; the stage stays as it is. */
  | { readonly answered: true }
  | { readonly unclear: SentenceKey; readonly args?: SentenceArguments };

/** One part of the conversation: what it puts to the person, and what it makes of the reply. */
export interface Stage {
  put(step: Step): Promise<void>;
  hear(step: Step): Promise<Onward>;
  /** BACK. Nothing: the menu. */
  readonly back?: StageName;
  /** SKIP, where it means something. */
  skip?(step: Step): Onward;
  /** "Thanks" is no answer here, and ends the conversation. */
  readonly mayLeave?: true;
  /** The reply is the person's own words: a name, a number. */
  readonly ownWords?: true;
}

export function askOne({ turn, state }: Step, text: string, options: readonly { key: string; label: string; say?: string }[]): void {
  turn.ask({ about: `volunteering:${state.stage}:${state.chosen ?? state.from}`, text, options, answer: 'one' }, 0);
}

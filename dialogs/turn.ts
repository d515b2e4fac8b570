import type { TurnContext } from 'botbuilder';
import type { ApproachFact } from '#approaches/facts.ts';
import type { Catalogue } from '#consultations';
import type { ConsultationFact, ResponseInHand } from '#consultations/facts.ts';
import type { NoticeFact } from '#consultations/notices/facts.ts';
import type { ResumeFact } from '#consultations/resume/facts.ts';
import type { DirectoryFact } from '#directory/facts.ts';
import type { EventFact } from '#events/facts.ts';
import type { Language } from '#language/languages.ts';
import type { SentenceArguments, SentenceKey } from '#language/words.ts';
import type { OfferFact } from '#offers';
import type { OutcomesFact, SubscriptionFact } from '#people/facts.ts';
import type { OutcomesStanding } from '#people/outcomes.ts';
import type { VolunteeringFact } from '#volunteering/facts.ts';
import type { Asking } from './asking.ts';
import type { Room } from './room.ts';

/** What a dialog has to work with while one thing is heard and answered. It reads here, and hands back facts and words; it writes nothing itself. */
export interface Turn {
  readonly now: Date;
  /** What the person said. It is known in this turn alone: what is kept of it is `kept`. */
  readonly said: string;
  /** What is kept of it: of a postcode its first half, of numbers and e-mail addresses nothing. */
  readonly kept: string;
  /** The first thing that this person ever said to us. */
  readonly first: boolean;
  /** How many turns they had before, their coming to a web chat among them. */
  readonly turnsBefore: number;
  readonly language: Language;
  readonly room: Room;
  readonly channel: string;
  /** Who is answering: a contact point's id, never an address. */
  readonly contactPointId: string;
  /** They have said STOP here: we answer them, and never write to them first. */
  readonly optedOut: boolean;
  /** Nothing reached them here before this turn: the app was removed, say. */
  readonly cameBack: boolean;
  /** The response in hand, with what this turn has already added to it. */
  readonly inHand: ResponseInHand | undefined;
  /** Where they stood with hearing what came of things as the turn began; where a response was in hand then. */
  readonly outcomes: OutcomesStanding | undefined;
  /** The published consultations, as they stand at this turn. */
  readonly catalogue: Catalogue;

  /** A sentence of ours in the person's language. */
  words(key: SentenceKey, args?: SentenceArguments): string;
  /** Says a sentence of ours. */
  say(key: SentenceKey, args?: SentenceArguments): void;
  /** Says why an answer was not taken. The question that is put after it shows that it is put again for that reason. */
  refuse(key: SentenceKey, args?: SentenceArguments): void;
  /** Says a text that is not ours: a consultation's words. */
  tell(text: string): void;
  /** Puts a question with its options, fitted to the room. `page` counts from 0. */
  ask(asking: Asking, page: number): void;
  /** Speaks another language from now on. */
  speak(language: Language): void;
  /** Nothing is kept of what was said: it was asked for to be used once, or is sealed. */
  keepNothing(): void;
  /** Records what happened; it is kept when the turn commits, or not at all. */
  record(fact: DialogFact): void;
}

/** What a dialog may record. */
export type DialogFact =
  | ConsultationFact
  | ResumeFact
  | ApproachFact
  | NoticeFact
  | DirectoryFact
  | EventFact
  | OfferFact
  | VolunteeringFact
  | SubscriptionFact
  | OutcomesFact;

const turnKey = Symbol('turn');

/** The turn that a dialog is in. */
export function turnOf({ turnState }: TurnContext): Turn {
  const turn = turnState.get<Turn>(turnKey);
  if (!turn) throw new Error('a dialog was called outside a turn');
  return turn;
}

export function beginTurn({ turnState }: TurnContext, turn: Turn): void {
  turnState.set(turnKey, turn);
}

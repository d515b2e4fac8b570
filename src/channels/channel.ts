import type { Activity } from 'botbuilder';
import type { AnswerForm, AskedOption, LineKind } from '#dialogs/asking.ts';
import type { Opening } from '#dialogs/door.ts';
import type { Notice, NoticeButton } from '#dialogs/notice/notice.ts';
import type { Room } from '#dialogs/room.ts';
import type { Language } from '#language/languages.ts';

export type { AskedOption, LineKind, Notice, NoticeButton, Room };

export const channelKinds = ['sms', 'webchat', 'teams', 'page'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** One thing that a person said, as a channel hands it to the bot. */
export interface Inbound {
  /**
   * `joined`: they opened the conversation and we speak first. `text` is then the word that they came by, if any. `left`: nothing
   * reaches them there any more. `approach`: we begin what `opens` says. Unset, a message.
   */
  readonly kind?: 'message' | 'joined' | 'left' | 'approach';
  readonly opens?: Opening;
  readonly channel: ChannelKind;
  readonly room: Room;
  /** The person's address on the channel (a number, a user id). Kept encrypted, found by its keyed hash, never logged. */
  readonly address: string;
  /** What it takes to send to that address, where the address alone does not do: kept encrypted in its stead, and renewed when it changes. */
  readonly reference?: string;
  /** Several people read and write there, so that nothing is asked of anybody. */
  readonly shared?: boolean;
  /** The provider's id of the message: the same id is heard once. */
  readonly id: string;
  readonly text: string;
  /** What was asked on the card that this answers, where the channel knows: see `Asking.about`. */
  readonly answers?: string | undefined;
  /** They chose a language to be spoken to from now on: nothing else was said. */
  readonly speaks?: Language | undefined;
  /** The language that the channel knows the person to speak, for their first message. */
  readonly language?: Language;
  /** The provider has answered this message by itself (Twilio's Advanced Opt-Out): record it, say nothing. */
  readonly answeredByProvider: boolean;
  /** What the provider took this message for by words of its own, which an operator may add to: the person has opted out or in. */
  readonly optOut?: 'stop' | 'start';
}

/** What we say: the parts of a Bot Framework activity that are kept, and what it asks, which each channel shows in its own way. */
export type Reply = Partial<Pick<Activity, 'type' | 'text' | 'attachments' | 'channelData'>> & {
  readonly asks?: Asks;
  /** It tells of a consultation; the text introduces it. */
  readonly notice?: Notice;
  /** It says that what was pressed is no longer asked. */
  readonly overtakes?: true;
};

/** What a reply asks for where it can be answered by pressing something; the question itself is the reply's text. */
export interface Asks {
  /** See `Asking.about`. */
  readonly about: string;
  readonly answer: AnswerForm;
  readonly options: readonly AskedOption[];
  /** How many options may be put in order. */
  readonly atMost?: number;
  readonly skip?: AskedOption;
  /** How to answer: the last line of the reply's text, where there is one. */
  readonly hint?: string;
  /** More words on what is asked. */
  readonly help?: string;
  readonly line?: LineKind;
  /** The answer just given was not taken: what was said before this says why. */
  readonly refused?: true;
  readonly language: Language;
}

/** One turn, from what was heard to what is answered, recorded before it returns. Throws TryAgainLater when nothing could be recorded. */
export type OnTurn = (inbound: Inbound) => Promise<readonly Reply[]>;

/** One message as it is in the log. Sequences count from 1 in each conversation, with no gaps. */
export interface Recorded {
  readonly sequence: number;
  readonly direction: 'in' | 'out';
  /** The provider's id of what was heard. */
  readonly providerId: string | null;
  /** The sequence of what a reply replies to. */
  readonly replyTo: number | null;
  readonly activity: Reply;
  readonly at: Date;
}

/** Told of what each turn recorded, right after the commit and before the turn returns, in the order of the conversation. */
export type OnRecorded = (inbound: Inbound, recorded: readonly Recorded[]) => void;

/** Nothing was recorded and nothing is lost if the message comes again. */
export class TryAgainLater extends Error {
  readonly retryAfterSeconds: number;
  constructor(message: string, retryAfterSeconds: number, options?: ErrorOptions) {
    super(message, options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** One message of ours to one person who did not just speak. */
export interface Outgoing {
  readonly address: string;
  readonly reply: Reply;
  /** Nothing may arrive after it. */
  readonly notAfter: Date;
  /** Comes back with what the provider says of it later, where it says anything. */
  readonly reference?: string;
}

/** What became of it. `unknown`: it may have been sent, so it is never sent again by itself. */
export type Receipt =
  | { readonly outcome: 'accepted'; readonly providerId: string }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason; readonly code?: string }
  | {
      readonly outcome: 'tryLater';
      readonly reason: string;
      readonly afterMs?: number;
      readonly code?: string;
      /** For this person's sake, by ourselves: the provider was not asked, so that it says nothing of others. */
      readonly heldBack?: true;
    }
  | { readonly outcome: 'unknown'; readonly reason: string };

export const refusalReasons = [
  'optedOut',
  'badNumber',
  'notAMobile',
  'unknownNumber',
  'landline',
  'blocked',
  'filtered',
  'notInstalled',
  'blockedByUser',
  'tooBig',
  'accountStopped',
  'setUp',
  'tooOften',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What the provider says is no fault of this person's: nothing on the channel will go through before somebody has looked. */
export const needsStaff: ReadonlySet<string> = new Set<RefusalReason>(['accountStopped', 'setUp']);

export interface Sender {
  readonly channel: ChannelKind;
  send(outgoing: Outgoing): Promise<Receipt>;
}

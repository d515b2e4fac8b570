import type { Language, Text } from '#language/languages.ts';
import type { Topic } from '#people';

/** Ways on which we may write to somebody who did not just speak. */
export const broadcastChannels = ['sms', 'teams'] as const;
export type BroadcastChannel = (typeof broadcastChannels)[number];

/** The rule for whom a broadcast is for, resolved when it is sent. Who did not subscribe to its topic never gets it. */
export interface Audience {
  /** Where a person has several, the first of these is taken. */
  readonly channels: readonly BroadcastChannel[];
  /** Keys of places; none: everybody who subscribed to the topic, wherever. */
  readonly places: readonly string[];
  /** None: whatever they speak. */
  readonly languages: readonly Language[];
  /** Only who has, or has not, sent a response to the consultation. */
  readonly answered?: boolean | undefined;
  /** Only who was not asked anything in so many days. */
  readonly notAskedFor?: number | undefined;
}

/** What is said: `text`, unless the channel has words of its own. */
export interface Wording {
  readonly text: Text;
  readonly sms?: Text | undefined;
  readonly teams?: Text | undefined;
}

export interface Reminder extends Wording {
  /** Days after the broadcast begins. */
  readonly after: number;
}

/** One message to an audience, as an officer wrote it. Times are ISO 8601 in UTC. */
export interface BroadcastDefinition extends Wording {
  readonly key: string;
  /** The member of staff who wrote it, by e-mail. */
  readonly author: string;
  readonly topic: Topic;
  /** Key of the consultation that it is about. */
  readonly consultation?: string | undefined;
  readonly audience: Audience;
  /** Not before; unset, once it is confirmed. */
  readonly starts?: string | undefined;
  /** Not after. */
  readonly until?: string | undefined;
  /** To those who did not answer; once, never more. */
  readonly reminder?: Reminder | undefined;
}

/** Whether it asks the person for something, which counts against how often they are asked. */
export function asks({ topic }: Pick<BroadcastDefinition, 'topic'>): boolean {
  return topic === 'consultations';
}

export function wordsFor(channel: BroadcastChannel, { text, ...own }: Wording): Text {
  return own[channel] ?? text;
}

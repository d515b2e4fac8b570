/** What somebody may wish to hear about. Each is a permission of its own. */
export const topics = ['consultations', 'outcomes', 'events', 'volunteering'] as const;
export type Topic = (typeof topics)[number];

/** A subscription's place where every place is meant. */
export const everywhere = 'everywhere';

/** A subscription's place where what came of a consultation is told to whoever has answered it. Of `outcomes` alone. */
export const ownAnswers = 'answered';

/** Names the words in `locales/` by which permission is asked. Change it with them: what somebody agreed to is kept by this name. */
export const wording = 'updates-1';

/** Names the words with which we greet where several people read: whoever installs the app there wants them told. See `turn.shared`. */
export const installing = { wording: 'installed-1', topics: ['consultations', 'outcomes'], places: [everywhere] } as const;

/** Names the words in `locales/` by which whoever has answered is asked whether to be told what comes of it. Change it with them. */
export const offering = { wording: 'outcomes-1', topic: 'outcomes', places: [ownAnswers] } as const;

/** What somebody hears about, and where: every topic in every one of the places. */
export interface Subscribed {
  readonly topics: readonly Topic[];
  /** Keys of places, or `everywhere`. */
  readonly places: readonly string[];
  /** They are told what came of what they answer themselves, wherever that is. */
  readonly ownAnswers?: boolean;
}

/** What somebody may wish to hear about. Each is a permission of its own. */
export const topics = ['consultations', 'outcomes', 'events', 'volunteering'] as const;
export type Topic = (typeof topics)[number];

/** A subscription's place where every place is meant. */
export const everywhere = 'everywhere';

/** Names the words in `locales/` by which permission is asked. Change it with them: what somebody agreed to is kept by this name. */
export const wording = 'updates-1';

/** Names the words with which we greet where several people read: whoever installs the app there wants them told. See `turn.shared`. */
export const installing = { wording: 'installed-1', topics: ['consultations', 'outcomes'], places: [everywhere] } as const;

/** What somebody hears about, and where: every topic in every one of the places. */
export interface Subscribed {
  readonly topics: readonly Topic[];
  /** Keys of places, or `everywhere`. */
  readonly places: readonly string[];
}

/** What somebody may wish to hear about. Each is a permission of its own. */
export const topics = ['consultations', 'outcomes', 'events', 'volunteering'] as const;
export type Topic = (typeof topics)[number];

/** A subscription's place where every place is meant. */
export const everywhere = 'everywhere';

/** Names the words in `locales/` by which permission is asked. Change it with them: what somebody agreed to is kept by this name. */
export const wording = 'updates-1';

/** What somebody hears about, and where: every topic in every one of the places. */
export interface Subscribed {
  readonly topics: readonly Topic[];
  /** Keys of places, or `everywhere`. */
  readonly places: readonly string[];
}

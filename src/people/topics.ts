/** What somebody may wish to hear about. Each is a permission of its own. */
export const topics = ['consultations', 'outcomes', 'events', 'volunteering'] as const;
export type Topic = (typeof topics)[number];

/** A subscription's place where every place is meant. */
export const everywhere = 'everywhere';

/** Names the words in `locales/` by which permission is asked. Change it with them: what somebody agreed to is kept by this name. */
export const wording = 'updates-1';

const dayMs = 86_400_000;

/** How far ahead sessions are kept: half a year and a bit, so that a spring programme is there in autumn. Each import moves it on. */
export const horizonMs = 190 * dayMs;
/** Sessions of one event inside the horizon: one a day fits; whatever repeats more often is no event but a mistake or an attack. */
export const mostSessions = 200;
/** Steps of a rule from its beginning to the horizon: every day for 27 years. About 20 µs each. */
export const mostSteps = 10_000;
/** Records of one feed. A county's whole programme has some thousands; more is refused, so that memory stays bounded. */
export const mostRecords = 20_000;
/** A feed as a file, in bytes: as much as is fetched of a URL. */
export const largestFeed = 20 * 1024 * 1024;
/** A whole feed of the largest size is read in seconds, on a busy machine in a minute. */
export const readingMs = 300_000;
/** A record takes a millisecond; over one that takes this long, twice, the reading stands still. */
export const recordMs = 2_000;
/** Records left out because they held up the reading, before the whole feed is given up. */
export const mostHeldUp = 3;
/** What goes on for longer than this is searched apart from what begins on a day. */
export const lastingMs = dayMs;
/** Longer than this is not an event but opening times. */
export const longestMs = 366 * dayMs;

/** Characters. A title has to fit a text beside two others. */
export const longest = { title: 120, organiser: 120, venue: 120, address: 240, cost: 120, topic: 40, uid: 500, url: 1000 } as const;
/** A description is read on a phone. Characters. */
export const longestDescription = 1500;
export const mostTopics = 8;

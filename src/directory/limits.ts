/** A whole county's directory with its long descriptions. A file is read at once, so this bounds the memory too. Bytes. */
export const largestFile = 64 * 1024 * 1024;
/** A county's feed comes in minutes. One that goes on for longer is slow on purpose, or has no end. */
export const longestFeedMs = 60 * 60_000;
/** Services that go to the database together: a few hundred kilobytes. */
export const servicesAtOnce = 200;
/** What a listing that nobody has vouched for in this time sinks below the others, and says so. Days. */
export const staleAfterDays = 183;
/** After so many questions in a row without an answer a listing is greyed, and after so many it is not shown. */
export const greyedAfter = 2;
export const hiddenAfter = 3;

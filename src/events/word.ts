/** No word that anybody looks for is longer, and the index of words takes none of over 2 KB. UTF-16 units. */
const longestWord = 60;

/** A word of an event's as it is kept, and as it is looked for. */
export const cutWord = (word: string) => word.slice(0, longestWord).toWellFormed();

import { plain } from './clean.ts';

/** Shorter words are not put right: they are too like each other. Letters. */
export const shortestPutRight = 4;
/** No word that anybody looks for is longer, and an index takes none of over 2 KB. Letters. */
const longestPutRight = 60;

/** The words of a name as they are compared, by which words with typos are put right. */
export function nameWords(text: string): readonly string[] {
  const isTold = (word: string) => word.length >= shortestPutRight && word.length <= longestPutRight && !/\d/.test(word);
  return [...new Set(plain(text).split(' '))].filter(isTold);
}

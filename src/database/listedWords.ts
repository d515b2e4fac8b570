import { Prisma } from './generated/client.ts';

/**
 * Keeps words that something listed is called by: by them, words with typos are put right. Each stays, as it is a word, whatever becomes of the
 * listing. They go in by order, so that two imports at once wait for each other and not both; a transaction does this once.
 */
export function keepWords(words: Iterable<string>): Prisma.Sql {
  return Prisma.sql`INSERT INTO directory_word SELECT * FROM unnest(${[...new Set(words)].sort()}::text[]) ON CONFLICT DO NOTHING`;
}

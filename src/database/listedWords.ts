import { Prisma } from './generated/client.ts';

/** Keeps words that something listed is called by: by them, words with typos are put right. Each stays, as it is a word, whatever becomes of the listing. */
export function keepWords(words: Iterable<string>): Prisma.Sql {
  return Prisma.sql`INSERT INTO directory_word SELECT * FROM unnest(${[...new Set(words)]}::text[]) ON CONFLICT DO NOTHING`;
}

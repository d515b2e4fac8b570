import type { Language } from '#language/languages.ts';
import type { SentenceKey } from '#language/words.ts';
import { TryAgainLater } from '../channel.ts';
import type { Answer } from './answer.ts';
import type { Introduced, PageNeeds } from './needs.ts';
import { problemPage } from './pages.ts';

type Told = Pick<PageNeeds, 'words' | 'consultations' | 'isAway' | 'report'>;

interface Heard {
  readonly language: Language;
  /** What they wrote, so that it is not lost. */
  readonly wrote?: string;
}

/** Any failure as a page in the person's language that says what to do next. Words that are not ours stay out: they may quote what somebody said. */
export async function problemOf(reason: unknown, needs: Told, heard: Heard): Promise<Answer> {
  const { statusCode, retryAfterSeconds } = (reason ?? {}) as { statusCode?: number; retryAfterSeconds?: number };
  const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  if (statusCode === 413) return problem('plain.tooLong', 413, needs, heard);
  if (statusCode === 429) return { ...(await problem('plain.tooMany', 429, needs, heard)), ...wait };
  if (statusCode !== undefined && statusCode < 500) return problem('plain.notUnderstood', statusCode, needs, heard);
  needs.report(reason);
  if (reason instanceof TryAgainLater || needs.isAway(reason)) {
    return { ...(await problem('plain.away', 503, needs, heard)), retryAfterSeconds: retryAfterSeconds ?? 5 };
  }
  return problem('plain.mishap', 500, needs, heard);
}

export async function problem(
  key: SentenceKey,
  status: number,
  { words, consultations }: Told,
  { language, wrote }: Heard,
): Promise<Answer> {
  // Nothing is listed where the list cannot be had either.
  const open: readonly Introduced[] = status >= 500 ? [] : await consultations.open(language).catch(() => []);
  const page = { title: words(language, 'plain.problem'), texts: [words(language, key)], open, ...(wrote !== undefined && { wrote }) };
  return { status, page: problemPage(page, { language, words }) };
}

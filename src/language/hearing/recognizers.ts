import { createRequire } from 'node:module';
import { isDate, partsOf } from './calendar.ts';

/** Imported, this package of 3.7 MB would be kept twice: Node reads it once more for its names, and forgets neither (7 MB). */
const { recognizeBoolean, recognizeDateTime }: typeof import('@microsoft/recognizers-text-suite') = createRequire(import.meta.url)(
  '@microsoft/recognizers-text-suite',
);

/**
 * Recognizers-Text takes time that grows faster than the text (a text full of thumbs-up takes seconds), so only short ones reach it.
 * Characters.
 */
const longestBoolean = 40;
const longestDate = 100;

/** Yes or no as the recognizer hears it in English; nothing unless it is certain (score 1): it takes "not sure" for a yes of 0.7. */
export function recognizedBoolean(said: string): boolean | undefined {
  if (said.length > longestBoolean || /^\d+$/.test(said)) return undefined;
  const [only, ...others] = quietly(() => recognizeBoolean(said, 'en-us')) as readonly Recognized[];
  if (!only || others.length > 0 || only.resolution?.score !== 1) return undefined;
  return typeof only.resolution.value === 'boolean' ? only.resolution.value : undefined;
}

/**
 * The one full date in an English text, as `YYYY-MM-DD`; nothing where there is none, or several, or one whose year is open. The culture is
 * always en-gb: an unknown one falls back, without a word, to American dates. The reference is local wall clock, as the recognizer reads it.
 */
export function recognizedDate(said: string, today: string): string | undefined {
  if (said.length > longestDate || !isDate(today)) return undefined;
  const { year, month, day } = partsOf(today);
  const found = quietly(() => recognizeDateTime(said, 'en-gb', undefined, new Date(year, month - 1, day, 12))) as readonly Recognized[];
  const values = found.flatMap(({ resolution }) => resolution?.values ?? []);
  const [only] = values;
  if (found.length !== 1 || values.length !== 1 || only?.type !== 'date' || only.timex !== only.value) return undefined;
  return only.value && isDate(only.value) ? only.value : undefined;
}

/** As much as we use of what the recognizers give. */
interface Recognized {
  readonly resolution?: {
    readonly value?: unknown;
    readonly score?: number;
    readonly values?: readonly { readonly type?: string; readonly timex?: string; readonly value?: string }[] | null;
  };
}

function quietly(recognize: () => unknown): unknown {
  try {
    return recognize() ?? [];
  } catch {
    return [];
  }
}

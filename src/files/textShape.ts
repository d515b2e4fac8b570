import { z } from 'zod';
import { languages, type Text } from '#language/languages.ts';
import { didYouMean } from './closest.ts';
import { at, type Found, isBlock } from './found.ts';

/** Tags that a text may have: every language of the bot, whole (`en-GB`) or by its first two letters (`en`). */
export const languageTags: readonly string[] = [...new Set(languages.flatMap((tag) => [tag.slice(0, 2), tag]))];

/** A text: a string (English), or a map of language tags to strings with `en` among them. */
export function textShape(most: number) {
  return z.unknown().transform((value, context): Text => {
    const found = textFaults(value, most);
    for (const { path, reason } of found) context.issues.push({ code: 'custom', message: reason, path: [...path], input: value });
    if (found.length > 0) return z.NEVER;
    return typeof value === 'string' ? { en: value.trim() } : trimmed(value as Record<string, string>);
  });
}

function textFaults(value: unknown, most: number): readonly Found[] {
  if (value === undefined || value === null) return [at([], 'missing; write a text here')];
  if (typeof value === 'string') return lineFaults(value, most).map((reason) => at([], reason));
  if (!isBlock(value))
    return [at([], 'should be a text, or one text for each language, such as { en: Yes, pl: Tak }; put figures in quotes')];

  const missing = Object.hasOwn(value, 'en') ? [] : [at([], 'has no English; add "en", which is shown where a language is missing')];
  return [...missing, ...Object.entries(value).flatMap(([tag, text]) => entryFaults(tag, text, most))];
}

function entryFaults(tag: string, text: unknown, most: number): readonly Found[] {
  if (!languageTags.includes(tag)) {
    return [
      at(
        [tag],
        `not a language that we speak; use ${languageTags.join(', ')}${didYouMean(languageTags.includes(tag.slice(0, 2)) ? tag.slice(0, 2) : tag, languageTags)}`,
      ),
    ];
  }
  if (typeof text !== 'string') return [at([tag], 'should be a text; put figures, true and false in quotes')];
  return lineFaults(text, most).map((reason) => at([tag], reason));
}

function lineFaults(text: string, most: number): readonly string[] {
  const length = Array.from(text.trim()).length;
  if (length === 0) return ['empty; write something, or leave the line out'];
  const tooLong = length > most ? [`too long: ${length} characters, and at most ${most} fit`] : [];
  const unseen = /[\u0000-\u0008\u000b-\u001f\u007f]/.test(text) ? ['has characters that cannot be seen; type it again'] : [];
  return [...tooLong, ...unseen];
}

function trimmed(text: Readonly<Record<string, string>>): Text {
  return Object.fromEntries(Object.entries(text).map(([tag, line]) => [tag, line.trim()])) as Text;
}

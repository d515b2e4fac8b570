import { type Feedback, feedbackInWords, type LiveConsultation } from '#consultations';
import { defaultLanguage, languages, type Text } from '#language/languages.ts';
import type { Words } from '#language/words.ts';
import { type BroadcastDefinition, broadcastChannels } from '../definition.ts';

/** What came of a consultation as the broadcast that tells it, to everybody who asked to hear what comes of things in its places. */
export function outcomeOf(
  feedback: Feedback,
  { key, definition }: Pick<LiveConsultation, 'key' | 'definition'>,
  words: Words,
): BroadcastDefinition {
  // Whoever speaks another language reads it whole in English, rather than our words in theirs and the officer's in English.
  const written = languages.filter((language) => [language, language.slice(0, 2)].some((tag) => Object.hasOwn(feedback.did, tag)));
  const told = Object.fromEntries(
    written.map((language) => {
      const speaking = { language, words: words.bind(undefined, language) };
      return [language, feedbackInWords(feedback, definition, speaking)];
    }),
  );
  const textOf = (part: 'text' | 'brief'): Text => {
    const { [defaultLanguage]: english, ...others } = told;
    return { en: english?.[part] ?? '', ...Object.fromEntries(Object.entries(others).map(([language, each]) => [language, each[part]])) };
  };
  return {
    key: `${key}-outcome`,
    author: feedback.author,
    topic: 'outcomes',
    consultation: key,
    audience: { channels: [...broadcastChannels], places: definition.places, languages: [] },
    text: textOf('text'),
    sms: textOf('brief'),
  };
}

import { dayInWords } from '#language/dates.ts';
import { type Language, textIn } from '#language/languages.ts';
import type { SentenceArguments, SentenceKey } from '#language/words.ts';
import type { Definition } from '../definition.ts';
import type { Feedback } from './definition.ts';

/** What came of a consultation, in a person's language as far as it was written in it. */
export interface ToldFeedback {
  /** As it is read on a screen: a line each. */
  readonly text: string;
  /** As a text message: what was asked is left out, or the officer's own shorter words. */
  readonly brief: string;
}

export interface Speaking {
  readonly language: Language;
  /** A sentence of ours in that language. */
  words(key: SentenceKey, args?: SentenceArguments): string;
}

export function feedbackInWords(feedback: Feedback, { title }: Pick<Definition, 'title'>, { language, words }: Speaking): ToldFeedback {
  const { asked, said, did, sms, link, decidedOn } = feedback;
  const named = { title: textIn(title, language), said: textIn(said, language), did: textIn(did, language) };
  const date = dayInWords(new Date(`${decidedOn}T12:00:00Z`), language);
  const withLink = (text: string) => (link === undefined ? text : `${text}\n${link}`);
  return {
    text: withLink(words('feedback.whole', { ...named, asked: textIn(asked, language), date })),
    brief: sms === undefined ? withLink(words('feedback.brief', named)) : textIn(sms, language),
  };
}

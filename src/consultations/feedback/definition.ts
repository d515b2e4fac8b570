import type { Text } from '#language/languages.ts';

/** What came of a consultation, as an officer wrote it: we asked, you said, we did. All texts are in the same languages. */
export interface Feedback {
  /** The consultation's key. */
  readonly consultation: string;
  /** The member of staff who wrote it, by e-mail. */
  readonly author: string;
  /** The day of the decision, `YYYY-MM-DD`. */
  readonly decidedOn: string;
  readonly asked: Text;
  readonly said: Text;
  readonly did: Text;
  /** The whole of it in the length of a text message, in place of what was said and done. */
  readonly sms?: Text | undefined;
  /** Where more can be read: a web address. */
  readonly link?: string | undefined;
}

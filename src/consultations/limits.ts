// How large a consultation may be. Each limit names its reason; ours where no source is given.

/** GOV.UK and the LGA advise short surveys; a response by text message beyond this costs more than it tells. */
export const questionsLimit = 60;

/** More options than this cannot be read in a text message of 1,600 characters (Twilio's cap), nor held in mind. */
export const optionsLimit = 30;

/** A scale is typed as a number on a phone: 0 to 10 are its eleven steps. */
export const scaleStepsLimit = 11;

/** A menu shows titles side by side; a button in Teams and a line on a phone hold about this much. */
export const titleLimit = 60;

/** Twilio's cap is 1,600 characters for one message; a question, its options and our own words have to fit in it. */
export const questionTextLimit = 500;

/** Twilio advises 320 characters or fewer for a text message. */
export const smsTextLimit = 320;

/** One help text is one text message beside our own words. */
export const helpTextLimit = 500;

/** An option is read in a list or on a button; a longer one belongs into the question's help. */
export const optionTextLimit = 100;

/** Summary, decision and thanks are sent whole, with our own words around them. */
export const passageLimit = 600;

/** The longest answer in own words, in characters: five text messages of the longest kind, and the most that an export's cell shows well. */
export const answerLengthLimit = 4000;
export const answerLengthDefault = 1000;

/** Texted and typed: longer ones get misspelt, and one letter is an answer. RapidPro allows 16. */
export const keywordLengths = { least: 2, most: 16 } as const;

/** Keys stand in addresses, file names and the headings of a table. */
export const keyLengthLimit = 60;

/** A condition within a condition within a condition: deeper ones nobody can check by reading. */
export const conditionDepthLimit = 5;

/** Parishes, wards and towns named one by one; whoever needs more means everybody. */
export const placesLimit = 100;

/** What Twilio answers by itself, alone in a message: it would never reach a consultation. https://www.twilio.com/docs/messaging/features/opt-out */
export const wordsKeptByTwilio: readonly string[] = [
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
  'START',
  'YES',
  'UNSTOP',
  'HELP',
  'INFO',
];

/** Headings of the results table, which a question's key would be mistaken for. */
export const keysKeptByResults: readonly string[] = [
  'reference',
  'status',
  'channel',
  'language',
  'place',
  'version',
  'started',
  'submitted',
];

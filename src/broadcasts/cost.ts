import { type Language, languages } from '#language/languages.ts';
import type { AudienceCount } from './audience/store.ts';
import type { BroadcastDefinition } from './definition.ts';
import { type HowToStop, messageFor } from './sending/message.ts';

/** Longer texts cost more, and more of them arrive in the wrong order. */
export const mostParts = 2;

/** What is said in Teams to people of one language. */
export interface TeamsText {
  readonly language: string;
  readonly text: string;
  readonly people: number;
}

export type PartsOf = (text: string) => number;

/** What texts to people of one language take and cost. */
export interface TextCost {
  readonly language: string;
  readonly text: string;
  readonly people: number;
  readonly partsEach: number;
  readonly pence: number;
}

export interface Prices {
  readonly partsOf: PartsOf;
  readonly pencePerPart: number;
  readonly howToStop: HowToStop;
}

/** What the texts of an audience cost, by language, before they are sent. */
export function textCosts(definition: BroadcastDefinition, counts: readonly AudienceCount[], prices: Prices): readonly TextCost[] {
  return counts
    .filter(({ channel, leftOut }) => channel === 'sms' && leftOut === null)
    .map(({ language, count: people }) => {
      const { text } = messageFor(definition, 'sms', language, prices.howToStop);
      const partsEach = prices.partsOf(text);
      return { language, text, people, partsEach, pence: people * partsEach * prices.pencePerPart };
    });
}

/** What is said in Teams to an audience, by language. */
export function teamsTexts(definition: BroadcastDefinition, counts: readonly AudienceCount[], howToStop: HowToStop): readonly TeamsText[] {
  return counts
    .filter(({ channel, leftOut }) => channel === 'teams' && leftOut === null)
    .map(({ language, count: people }) => ({ language, people, text: messageFor(definition, 'teams', language, howToStop).text }));
}

/** The languages whose text takes too many parts, with how many. Where several fall back to the same text, the first of them. */
export function tooLong(
  definition: BroadcastDefinition,
  { partsOf, howToStop }: Omit<Prices, 'pencePerPart'>,
): readonly (readonly [Language, number])[] {
  const texts = new Map(languages.toReversed().map((language) => [messageFor(definition, 'sms', language, howToStop).text, language]));
  return [...texts].map(([text, language]) => [language, partsOf(text)] as const).filter(([, parts]) => parts > mostParts);
}

import type { Words } from '#language/words.ts';
import { textBlocks } from './cardText.ts';
import type { Asks } from './channel.ts';

/** The card that both Web Chat and Teams show. https://adaptivecards.io/explorer/ */
export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

/** What comes back when somebody presses a button of a card. */
export interface CardAnswer {
  /** What the card asked: see `Asking.about`. */
  readonly about: string;
  readonly said: string;
}

/** An Adaptive Card 1.5 that asks one question: tick boxes for several options, a list for each place of a ranking, a button each for one. */
export function askingCard(text: string, asks: Asks, words: Words): object {
  const send = { type: 'Action.Submit', title: words(asks.language, 'prompts.send'), data: { about: asks.about, labels: labels(asks) } };
  const actions = [...(asks.answer === 'one' ? asks.options.map((option) => saying(asks, option)) : [send]), ...skipping(asks)];
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: [text, ...labels(asks)].join('\n'),
    speak: text,
    body: body(text, asks, words),
    actions,
  };
}

function body(text: string, asks: Asks, words: Words): readonly object[] {
  const choices = asks.options.map(({ label: title }, place) => ({ title, value: String(place) }));
  const required = { isRequired: true, errorMessage: words(asks.language, 'prompts.chooseOne') };
  if (asks.answer === 'several')
    return [{ type: 'Input.ChoiceSet', id: 'chosen', label: text, isMultiSelect: true, wrap: true, choices, ...required }];
  const said = textBlocks(text);
  if (asks.answer !== 'ranked') return said;
  // A list that was once opened cannot be emptied again, so nothing is one of its choices.
  const nothing = { title: words(asks.language, 'prompts.noRank'), value: 'nothing' };
  const places = Array.from({ length: asks.atMost ?? asks.options.length }, (_, place) => ({
    type: 'Input.ChoiceSet',
    id: `place${place + 1}`,
    label: words(asks.language, 'prompts.rank', { place: place + 1 }),
    style: 'compact',
    ...(place === 0 ? { choices, ...required } : { choices: [nothing, ...choices] }),
  }));
  return [...said, ...places];
}

function saying(asks: Asks, { label, say }: Asks['options'][number]): object {
  return { type: 'Action.Submit', title: label, data: { about: asks.about, said: say ?? label } };
}

function skipping(asks: Asks): readonly object[] {
  return asks.skip ? [{ ...saying(asks, asks.skip), associatedInputs: 'none' }] : [];
}

function labels({ options }: Asks): readonly string[] {
  return options.map(({ label, say }) => say ?? label);
}

/** What the value that a card posts says: the labels of what was chosen, a line each, in order. Nothing for any other value. */
export function cardAnswer(value: unknown): CardAnswer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { about, said, labels, chosen, ...places } = value as Readonly<Record<string, unknown>>;
  if (typeof about !== 'string') return undefined;
  if (typeof said === 'string') return { about, said };
  if (!Array.isArray(labels)) return undefined;
  const ranked = Object.entries(places).flatMap(([id, place]) => (/^place\d+$/.test(id) ? [[Number(id.slice(5)), place] as const] : []));
  const numbers = typeof chosen === 'string' ? chosen.split(',') : ranked.sort(([one], [other]) => one - other).map(([, place]) => place);
  const lines = numbers.map((place) => (typeof place === 'string' && place !== '' ? labels[Number(place)] : undefined));
  return { about, said: lines.filter((line) => typeof line === 'string').join('\n') };
}

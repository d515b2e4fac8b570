import type { Words } from '#language/words.ts';
import { askingCard } from '../../askingCard.ts';
import { textBlocks } from '../../cardText.ts';
import type { AskedOption, Asks } from '../../channel.ts';
import type { Kept } from '../pressed.ts';
import { type Action, type Card, card } from './card.ts';

/** A longer question is shown by its beginning once it is answered. */
const mostKept = 400;
/** Teams shows no more than six buttons of a card. */
const mostButtons = 6;

/** A question as a card that can be closed: each button carries what was asked. */
export function questionCard(text: string, asks: Asks, words: Words): Card {
  const asked = text.length > mostKept ? `${text.slice(0, mostKept)}...` : text;
  return closable(cardFor(text, asks, words), { asked, language: asks.language });
}

export function closable({ actions = [], ...rest }: Card, kept: Kept): Card {
  return { ...rest, actions: actions.map((action) => ({ ...action, data: { ...action.data, kept } })) };
}

function cardFor(text: string, asks: Asks, words: Words): Card {
  const buttons = asks.options.length + (asks.skip ? 1 : 0);
  if (asks.answer === 'line' || asks.answer === 'words') return fieldCard(text, asks, words, writing(asks, words));
  if (asks.answer === 'one' && buttons > mostButtons) return fieldCard(text, asks, words, list(asks, words));
  return askingCard(text, asks, words) as Card;
}

/** A question above one field. The question stands for itself, as Teams shows a field's label in small letters. */
function fieldCard(text: string, { about, options, answer, skip, language }: Asks, words: Words, field: object): Card {
  const labels = answer === 'one' ? { labels: options.map(said) } : {};
  const send: Action = { type: 'Action.Submit', title: words(language, 'prompts.send'), data: { about, ...labels } };
  // What options there are besides a field can be pressed all the same.
  const others = [...(answer === 'one' ? [] : options.slice(0, mostButtons - 2)), ...(skip ? [skip] : [])];
  const pressed = others.map(
    (option): Action => ({ type: 'Action.Submit', title: option.label, data: { about, said: said(option) }, associatedInputs: 'none' }),
  );
  return card({
    text: [text, ...options.map(({ label }) => label)].join('\n'),
    body: [...textBlocks(text), field],
    actions: [send, ...pressed],
  });
}

function writing({ answer, language }: Asks, words: Words): object {
  const errorMessage = words(language, 'teams.pleaseWrite');
  const label = words(language, 'teams.yourAnswer');
  return { type: 'Input.Text', id: 'said', label, isMultiline: answer === 'words', isRequired: true, errorMessage };
}

function list({ options, language }: Asks, words: Words): object {
  const choices = options.map(({ label }, place) => ({ title: label, value: String(place) }));
  const errorMessage = words(language, 'prompts.chooseOne');
  const label = words(language, 'teams.yourAnswer');
  return { type: 'Input.ChoiceSet', id: 'chosen', label, style: 'expanded', choices, isRequired: true, errorMessage };
}

function said({ label, say }: AskedOption): string {
  return say ?? label;
}
